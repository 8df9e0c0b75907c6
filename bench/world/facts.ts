import type { Party } from '../../src/model/claim.js';
import type { FactKind } from '../../src/model/declaration.js';
import { documentActType } from '../../src/model/facts/document-act.js';
import { fundingType } from '../../src/model/facts/funding.js';
import { positionAct } from '../../src/model/facts/position.js';
import { strength, successionType } from '../../src/model/facts/succession.js';
import { FACT_KINDS } from '../../src/model/kinds.js';
import { UNKNOWN_PERIOD, type Period } from '../../src/model/values/period.js';
import { idOf, LISTS, PARAGRAPHS, type Cast } from './cast.js';
import { DAYS, eventPeriod, statePeriod } from './days.js';
import { ACTIVITIES, SUBJECTS } from './names.js';
import { actor, differentCountries, one, several } from './parties.js';
import type { Random } from './random.js';
import type { Recent } from './recent.js';
import { party, type Told } from './tell.js';

/** What a fact is drawn from. */
export interface Draw {
  readonly cast: Cast;
  readonly random: Random;
  /** Number of the fact among those of its kind. */
  readonly n: number;
  readonly recent: Recent;
}

type Drawn = Partial<Pick<Told, 'parties' | 'ends' | 'attributes' | 'period'>> & {
  /** False where the ends alone tell facts of the kind apart. */
  readonly numbered?: false;
};

interface Kind {
  /** How many of a thousand facts are of it. */
  readonly share: number;
  readonly draw: (from: Draw) => Drawn;
}

const STAGES = ['DONE', 'DONE', 'UNDER_WAY', 'UNDER_WAY', 'PLANNED', 'AGREED', 'SUSPENDED', 'CANCELLED'];

const valuesOf = ({ values }: { readonly values: object }): string[] => Object.keys(values);
const gist = ({ n, random }: Draw): Record<string, string> =>
  random.often(40)
    ? { gist: `${random.oneOf(ACTIVITIES).EN} on ${random.oneOf(SUBJECTS).EN}, row ${n}` }
    : {};
const anyDay = ({ random }: Draw): number => random.below(DAYS);
const topicsOf = ({ cast, random }: Draw, most = 2): string[] => [
  ...new Set(Array.from({ length: 1 + random.below(most) }, () => cast.topic(random))),
];
const initiativeOf = ({ cast, random }: Draw): string => idOf.initiative(random.below(cast.tier.initiatives));
const meetingOf = ({ cast, random }: Draw): number => random.below(cast.tier.meetings);
const proposalOf = ({ cast, random }: Draw): string => idOf.proposal(random.below(cast.tier.proposals));
const paragraphOf = ({ cast, random }: Draw): string =>
  idOf.paragraph(cast.document(random), 1 + random.below(PARAGRAPHS));
const sometimes = (
  random: Random,
  percent: number,
  name: string,
  of: () => string,
): Record<string, string[]> => (random.often(percent) ? { [name]: [of()] } : {});

/** At a meeting and on its day, or at none on any day. */
function placed(from: Draw, percent: number): { at: Record<string, string[]>; day: number } {
  if (!from.random.often(percent)) return { at: {}, day: anyDay(from) };
  const n = meetingOf(from);
  return { at: { meeting: [idOf.meeting(n)] }, day: from.cast.meetingDays[n] as number };
}

function exchange(from: Draw): Drawn {
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
function cooperation(from: Draw): Drawn {
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

function participation(from: Draw): Drawn {
  const { cast, random } = from;
  const n = meetingOf(from);
  const role = random.oneOf(['participant', 'participant', 'speaker', 'chair', 'observer']);
  return {
    parties: one(actor(cast, random, role)),
    ends: { meeting: [idOf.meeting(n)] },
    attributes: { stage: random.often(95) ? 'DONE' : 'PLANNED' },
    period: eventPeriod(random, cast.meetingDays[n] as number),
  };
}

function involvement(from: Draw): Drawn {
  const { cast, random } = from;
  return {
    parties: one(actor(cast, random, random.oneOf(['owner', 'implementer', 'beneficiary', 'supporter']))),
    ends: {
      initiative: [initiativeOf(from)],
      ...sometimes(random, 5, 'grewOutOf', () => proposalOf(from)),
    },
    attributes: { stage: random.oneOf(STAGES), percentage: 1 + random.below(99) },
    period: statePeriod(random, anyDay(from)),
  };
}

function funding(from: Draw): Drawn {
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

function position(from: Draw): Drawn {
  const { cast, random } = from;
  const { at, day } = placed(from, 60);
  return {
    parties: one(actor(cast, random, 'holder')),
    ends: { ...at, ...(random.often(80) ? { proposal: [proposalOf(from)] } : { topics: topicsOf(from) }) },
    attributes: { positionAct: random.oneOf(valuesOf(positionAct)), ...gist(from) },
    period: eventPeriod(random, day),
  };
}

function discussion(from: Draw): Drawn {
  const { cast, random } = from;
  const { at, day } = placed(from, 100);
  return {
    parties: random.often(40) ? one(actor(cast, random, 'speaker')) : [],
    ends: { ...at, topics: topicsOf(from) },
    attributes: { ...gist(from) },
    period: eventPeriod(random, day),
  };
}

function documentAct(from: Draw): Drawn {
  const { cast, random } = from;
  const document = idOf.document(cast.document(random));
  return {
    parties: random.often(70) ? one(actor(cast, random, 'actor')) : [],
    ends: { document: [document], ...sometimes(random, 40, 'actingParagraph', () => paragraphOf(from)) },
    attributes: { documentAct: random.oneOf(valuesOf(documentActType)) },
    period: eventPeriod(random, anyDay(from)),
  };
}

/** Each list of members is filled country by country. */
function membership({ cast, random, n }: Draw): Drawn {
  const country = cast.countries[n % cast.countries.length] as string;
  return {
    numbered: false,
    parties: one(party(country, random.often(95) ? 'member' : 'observer')),
    ends: { group: [idOf.list(Math.floor(n / cast.countries.length) % LISTS)] },
    period: statePeriod(random, random.below(DAYS)),
  };
}

/** Each paragraph of each draft once, beside what it became in the adopted text. */
function succession({ cast, random, n }: Draw): Drawn {
  const draft = 2 * (Math.floor(n / PARAGRAPHS) % (cast.tier.documents >> 1));
  const place = 1 + (n % PARAGRAPHS);
  return {
    numbered: false,
    ends: {
      predecessor: [idOf.paragraph(draft, place)],
      successor: [idOf.paragraph(draft + 1, place)],
    },
    attributes: {
      successionType: random.oneOf(valuesOf(successionType).slice(0, 4)),
      strength: random.oneOf(valuesOf(strength)),
      changed: random.someOf(['act', 'addressee', 'condition'], 2),
    },
  };
}

const mention = (from: Draw): Drawn => ({
  ends: {
    paragraph: [paragraphOf(from)],
    names: [...new Set([from.cast.country(from.random), initiativeOf(from)])],
    ...sometimes(from.random, 50, 'topics', () => from.cast.topic(from.random)),
  },
});

const finding = (from: Draw): Drawn => ({
  parties: from.random.often(50) ? one(actor(from.cast, from.random, 'reporter')) : [],
  ends: { subject: [initiativeOf(from)], topics: topicsOf(from, 1) },
  attributes: { measure: 'people trained', low: from.random.below(500), high: 500, unit: 'people' },
});

const purpose = (from: Draw): Drawn => ({
  parties: from.random.often(60) ? one(actor(from.cast, from.random, 'beneficiary')) : [],
  ends: { serves: [initiativeOf(from)], topics: topicsOf(from) },
  attributes: { aim: `Better ${from.random.oneOf(SUBJECTS).EN}` },
});

/** How facts of each kind are drawn. */
export const KINDS_DRAWN: Readonly<Record<string, Kind>> = {
  Exchange: { share: 220, draw: exchange },
  Cooperation: { share: 220, draw: cooperation },
  Participation: { share: 180, draw: participation },
  Involvement: { share: 90, draw: involvement },
  Funding: { share: 80, draw: funding },
  Position: { share: 70, draw: position },
  Discussion: { share: 50, draw: discussion },
  DocumentAct: { share: 25, draw: documentAct },
  Mention: { share: 30, draw: mention },
  Finding: { share: 10, draw: finding },
  Purpose: { share: 10, draw: purpose },
  Succession: { share: 10, draw: succession },
  Membership: { share: 5, draw: membership },
};

const SHARES = FACT_KINDS.flatMap((kind) => {
  const drawn = KINDS_DRAWN[kind.kind];
  // A kind that the product gains is refused here rather than missing from the world.
  if (!drawn) throw new Error(`bench/world/facts.ts does not say how a ${kind.kind} is drawn.`);
  return Array.from({ length: drawn.share }, () => kind);
});

/** The kind of the next fact. */
export const kindDrawn = (random: Random): FactKind => random.oneOf(SHARES);
