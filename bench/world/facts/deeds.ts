import type { Party } from '../../../src/model/claim.js';
import { fundingType } from '../../../src/model/facts/funding.js';
import { idOf, LISTS } from '../cast.js';
import { DAYS, eventPeriod, statePeriod } from '../days.js';
import { actor } from '../parties.js';
import { party } from '../tell.js';
import {
  anyDay,
  initiativeOf,
  meetingOf,
  proposalOf,
  sometimes,
  STAGES,
  topicsOf,
  valuesOf,
  type Draw,
  type Drawn,
} from './draw.js';

export function participation(from: Draw): Drawn {
  const { cast, random } = from;
  const n = meetingOf(from);
  const role = random.oneOf(['participant', 'participant', 'speaker', 'chair', 'observer']);
  return {
    parties: [actor(cast, random, role)],
    ends: { meeting: [idOf.meeting(n)] },
    attributes: { stage: random.often(95) ? 'DONE' : 'PLANNED' },
    period: eventPeriod(random, cast.meetingDays[n] as number),
  };
}

export function involvement(from: Draw): Drawn {
  const { cast, random } = from;
  return {
    parties: [actor(cast, random, random.oneOf(['owner', 'implementer', 'beneficiary', 'supporter']))],
    ends: {
      initiative: [initiativeOf(from)],
      ...sometimes(random, 5, 'grewOutOf', () => proposalOf(from)),
    },
    attributes: { stage: random.oneOf(STAGES), percentage: 1 + random.below(99) },
    period: statePeriod(random, anyDay(from)),
  };
}

export function funding(from: Draw): Drawn {
  const { cast, random } = from;
  const amount = 1_000 * (1 + random.below(5_000));
  const given: Party[] = [actor(cast, random, 'funder'), actor(cast, random, 'recipient')];
  return {
    parties: given[0]?.actor === given[1]?.actor ? given.slice(0, 1) : given,
    ends: { initiative: [initiativeOf(from)], topics: topicsOf(from, 1) },
    attributes: {
      fundingType: random.oneOf(valuesOf(fundingType)),
      amountMin: amount,
      ...(random.often(80) ? { amountMax: amount } : {}),
      currency: random.oneOf(['USD', 'EUR', 'CNY']),
    },
    period: eventPeriod(random, anyDay(from)),
  };
}

/** Each list of members is filled country by country. */
export function membership({ cast, random, n }: Draw): Drawn {
  const country = cast.countries[n % cast.countries.length] as string;
  return {
    numbered: false,
    parties: [party(country, random.often(95) ? 'member' : 'observer')],
    ends: { group: [idOf.list(Math.floor(n / cast.countries.length) % LISTS)] },
    period: statePeriod(random, random.below(DAYS)),
  };
}
