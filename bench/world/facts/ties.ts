import { UNKNOWN_PERIOD, type Period } from '../../../src/model/values/period.js';
import { idOf } from '../cast.js';
import { eventPeriod, statePeriod } from '../days.js';
import { actor, differentCountries, several } from '../parties.js';
import { party } from '../tell.js';
import {
  anyDay,
  gist,
  initiativeOf,
  meetingOf,
  placed,
  sometimes,
  STAGES,
  topicsOf,
  type Draw,
  type Drawn,
} from './draw.js';

export function exchange(from: Draw): Drawn {
  const { cast, random, recent } = from;
  const { at, day } = placed(from, 50);
  const topics = topicsOf(from);
  const most = random.often(1) ? 16 : 2 + Math.floor(random.next() ** 3 * 5);
  const roles = random.often(30) ? ['provider', 'receiver'] : ['participant'];
  const parties = several(cast, random, most, roles);
  recent.next = { countries: differentCountries(parties), topics, day };
  return {
    parties,
    ends: { topics, ...at, ...sometimes(random, 15, 'initiative', () => initiativeOf(from)) },
    attributes: { ...gist(from), ...(random.often(20) ? { category: 'training' } : {}) },
    period: eventPeriod(random, day),
  };
}

/** More than half are of two countries that shared experience before, on one of its topics. */
export function cooperation(from: Draw): Drawn {
  const { cast, random, recent } = from;
  const before = random.often(55) ? recent.any(random) : undefined;
  const day = before ? before.day + random.below(1_500) : anyDay(from);
  const two = before && before.countries.length > 1 ? random.someOf(before.countries, 2) : [];
  const known = two.map((id) => party(id, random.oneOf(['partner', 'provider', 'learner'])));
  const core = known.length === 2 ? known : several(cast, random, random.often(85) ? 2 : 5, ['partner']);
  const third = random.often(25)
    ? [actor(cast, random, random.oneOf(['facilitator', 'funder', 'host']))]
    : [];
  const grew = before !== undefined && random.often(40) ? { grewOutOf: [before.id] } : {};
  return {
    parties: [...core, ...third.filter((other) => core.every((own) => own.actor !== other.actor))],
    ends: {
      topics: before ? [random.oneOf(before.topics)] : topicsOf(from),
      ...sometimes(random, 30, 'initiative', () => initiativeOf(from)),
      ...grew,
    },
    attributes: { ...gist(from), stage: random.oneOf(STAGES) },
    period: random.often(6) ? afterMeeting(from) : statePeriod(random, day),
  };
}

const afterMeeting = (from: Draw): Period => ({
  ...UNKNOWN_PERIOD,
  notBefore: [idOf.meeting(meetingOf(from))],
});
