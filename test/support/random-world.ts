import fc from 'fast-check';
import { nationalCountry, type ModalityParty } from '../../src/model/rules/modality.js';
import type { Cells, World } from '../intake/world.js';

/** A party of a random fact. */
export interface RandomParty {
  readonly actor: string;
  readonly role: string;
  readonly capacity: 'OWN' | 'CHAIR';
}

/** A random exchange or cooperation, as plain as it is told; `from` is what its existence is inferred from. */
export interface RandomFact {
  readonly id: string;
  readonly parties: readonly RandomParty[];
  readonly topics: readonly string[];
  readonly period: string;
  readonly meeting: string | null;
  readonly notBefore: string | null;
  readonly grewOutOf: readonly string[];
  readonly stage: string | null;
  readonly from: string | null;
  /** Whether a second document states it. */
  readonly second: boolean;
  readonly disputed: boolean;
}

/** A random small world. */
export interface RandomWorld {
  readonly exchanges: readonly RandomFact[];
  readonly cooperations: readonly RandomFact[];
  readonly members: readonly (readonly [country: string, period: string])[];
}

export const COUNTRIES = Array.from({ length: 12 }, (_, i) => `country/r${String(i + 1).padStart(2, '0')}`);
/** Agencies: type and country. */
const AGENCIES: Readonly<Record<string, readonly [type: string, country: string | null]>> = {
  'agency/ministry-1': ['MINISTRY', 'country/r01'],
  'agency/office-2': ['IP_OFFICE', 'country/r02'],
  'agency/relief-3': ['NGO', 'country/r03'],
  'agency/world-body': ['UN_BODY', null],
};
/** Topics with those that are broader. */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
  'topic/law': [],
  'topic/patents': ['topic/law'],
  'topic/marks': ['topic/law'],
  'topic/pharma': ['topic/patents'],
  'topic/labels': ['topic/patents', 'topic/marks'],
};
/** Meetings: what each is part of, and when it was. */
export const MEETINGS: Readonly<Record<string, readonly [partOf: string | null, period: string]>> = {
  'meeting/yearly': [null, ''],
  'meeting/first': ['meeting/yearly', '2014-03-10/2014-03-12'],
  'meeting/first-session': ['meeting/first', '2014-03-11'],
  'meeting/first-evening': ['meeting/first', '2014-03-11'],
  'meeting/second': ['meeting/yearly', '2016-05-02'],
};

/** A party as the rules on forms of cooperation see it. */
export function partyInRules({ actor, role, capacity }: RandomParty): ModalityParty & { capacity: string } {
  if (actor.startsWith('country/')) {
    return {
      actor,
      role,
      capacity,
      actorKind: 'Country',
      country: actor,
      intergovernmental: false,
      unnamed: false,
    };
  }
  const [agencyType = '', country = null] = AGENCIES[actor] ?? [];
  return {
    actor,
    role,
    capacity,
    actorKind: 'Agency',
    country: nationalCountry({ agencyType, country }),
    intergovernmental: agencyType === 'UN_BODY',
    unnamed: false,
  };
}

const seldom = (one: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: one }).map((drawn) => drawn === 1);
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 2, nil: null });
const country = fc.constantFrom(...COUNTRIES);
const actor = fc.oneof(
  { weight: 12, arbitrary: country },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(AGENCIES)) },
);
const topics = (minLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...Object.keys(TOPICS)), { minLength, maxLength: 2 });
const meeting = fc.constantFrom(...Object.keys(MEETINGS));

const EXCHANGED = [
  '',
  '2013',
  '2014-03-11',
  '2014',
  '[2014-02-01..]',
  '[..2014-06-30]',
  '2015-02',
  '2016-05-02',
];
const WORKED = [
  '',
  '2012/..',
  '2013/2018',
  '2014-03-11',
  '2014',
  '2015-06/2016',
  '2016',
  '2016-05-02/..',
  '/2013',
  '[2015-01-01..]/..',
  '2024',
];
const STAGES = ['DONE', 'UNDER_WAY', 'PLANNED', 'AGREED', 'SUSPENDED'];

const parties = (roles: readonly string[], least: number, most: number): fc.Arbitrary<RandomParty[]> =>
  fc.uniqueArray(
    fc.record({
      actor,
      role: fc.constantFrom(...roles),
      capacity: seldom(12).map((chair) => (chair ? ('CHAIR' as const) : ('OWN' as const))),
    }),
    { minLength: least, maxLength: most, selector: (party) => party.actor },
  );

const evidence = { second: seldom(5), disputed: seldom(8) };

const exchange = (i: number, cooperations: number): fc.Arbitrary<RandomFact> =>
  fc.record({
    id: fc.constant(`exchange/e${i}`),
    parties: parties(['participant', 'participant', 'provider', 'receiver'], 1, 6),
    topics: topics(1),
    period: fc.constantFrom(...EXCHANGED),
    meeting: sometimes(meeting),
    notBefore: fc.constant(null),
    grewOutOf: fc.constant([]),
    stage: fc.constant(null),
    // Only even ones are inferred, and cooperations only from odd ones, so that nothing leads back to itself.
    from:
      i % 2 === 1
        ? fc.constant(null)
        : sometimes(fc.nat({ max: cooperations - 1 }).map((n) => `cooperation/c${n}`)),
    ...evidence,
  });

const cooperation = (i: number, exchanges: number): fc.Arbitrary<RandomFact> =>
  fc
    .record({
      id: fc.constant(`cooperation/c${i}`),
      two: parties(['partner', 'partner', 'provider', 'learner'], 2, 2),
      third: fc.option(parties(['partner', 'funder', 'facilitator', 'host'], 1, 1), { freq: 2, nil: [] }),
      topics: topics(0),
      period: fc.constantFrom(...WORKED),
      meeting: fc.constant(null),
      bound: sometimes(fc.constantFrom('meeting/first', 'meeting/second')),
      grewOutOf: fc.uniqueArray(
        fc.oneof(
          fc.nat({ max: exchanges - 1 }).map((n) => `exchange/e${n}`),
          meeting,
        ),
        { maxLength: 1 },
      ),
      stage: sometimes(fc.constantFrom(...STAGES)),
      from: sometimes(fc.nat({ max: exchanges / 2 - 1 }).map((n) => `exchange/e${2 * n + 1}`)),
      ...evidence,
    })
    .map(({ two, third, bound, ...fact }) => ({
      ...fact,
      parties: [...two, ...third.filter((one) => two.every((other) => other.actor !== one.actor))],
      // A bound and a date may contradict each other; that is for the tests of roll-up.
      notBefore: fact.period === '' ? bound : null,
    }));

/** Worlds of twelve countries. */
export const randomWorld = (exchanges: number, cooperations: number): fc.Arbitrary<RandomWorld> =>
  fc.record({
    exchanges: fc.tuple(...Array.from({ length: exchanges }, (_, i) => exchange(i, cooperations))),
    cooperations: fc.tuple(...Array.from({ length: cooperations }, (_, i) => cooperation(i, exchanges))),
    members: fc.uniqueArray(fc.tuple(country, fc.constantFrom('', '2000/2014', '2000/..', '2015/..')), {
      maxLength: 8,
      selector: ([one]) => one,
    }),
  });

const said = { source: 'document/chronicle', locator: '1' };

function factRows(fact: RandomFact): Cells[] {
  const evidence: Cells =
    fact.from === null
      ? said
      : {
          ...said,
          certainty: 'INFERRED',
          reason: 'It follows.',
          basis: 'READER',
          inferredFrom: `${fact.from}#existence`,
        };
  const [first, ...more] = fact.parties.map(({ actor, role, capacity }): Cells => ({
    id: fact.id,
    party: `${actor}:${role}`,
    capacity,
    occasion: fact.id,
    ...evidence,
  }));
  const own: Cells = {
    topics: fact.topics.join(' | '),
    period: fact.period,
    ...(fact.meeting === null ? {} : { meeting: fact.meeting }),
    ...(fact.notBefore === null ? {} : { notBefore: fact.notBefore }),
    ...(fact.grewOutOf.length === 0 ? {} : { grewOutOf: fact.grewOutOf.join(' | ') }),
    ...(fact.stage === null ? {} : { stage: fact.stage }),
  };
  return [{ ...first, ...own }, ...more];
}

const furtherClaims = ({ id, second, disputed }: RandomFact): Cells[] => [
  ...(second ? [{ target: id, about: 'existence', source: 'document/register', locator: '1' }] : []),
  ...(disputed
    ? [{ target: id, about: 'existence', source: 'document/register', locator: '2', stance: 'CONTRADICTS' }]
    : []),
];

/** The rows that tell a random world. */
export const worldOf = ({ exchanges, cooperations, members }: RandomWorld): World => ({
  'sources.csv': [{ id: 'source/scheme', name: 'Topics' }],
  'entities/countries.csv': COUNTRIES.map((id) => ({ id, name: id.slice(8).toUpperCase(), ...said })),
  'entities/documents.csv': ['chronicle', 'register'].map((name) => ({
    id: `document/${name}`,
    name,
    source: `document/${name}`,
    locator: '1',
  })),
  'entities/topics.csv': Object.entries(TOPICS).map(([id, broader]) => ({
    id,
    name: id,
    scheme: 'random',
    broader: broader.join(' | '),
    source: 'source/scheme',
  })),
  'entities/meetings.csv': Object.entries(MEETINGS).map(([id, [partOf, period]]) => ({
    id,
    name: id,
    meetingForm: id === 'meeting/yearly' ? 'SERIES' : 'MEETING',
    ...(partOf === null ? {} : { partOf }),
    period,
    ...said,
  })),
  'entities/agencies.csv': Object.entries(AGENCIES).map(([id, [agencyType, of]]) => ({
    id,
    name: id,
    agencyType,
    ...(of === null ? {} : { country: of }),
    ...said,
  })),
  'entities/groups.csv': [{ id: 'group/south', name: 'South', definedBy: 'LIST', ...said }],
  'facts/memberships.csv': members.map(([id, period]) => ({
    id: `membership/${id.slice(8)}`,
    party: `${id}:member`,
    group: 'group/south',
    period,
    ...said,
  })),
  'facts/exchanges.csv': exchanges.flatMap(factRows),
  'facts/cooperations.csv': cooperations.flatMap(factRows),
  'claims.csv': [...exchanges, ...cooperations].flatMap(furtherClaims),
});
