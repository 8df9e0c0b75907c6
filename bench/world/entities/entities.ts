import type { EntityEntry } from '../../../src/graph/writes/batch.js';
import type { Claim } from '../../../src/model/claim.js';
import { Agency, NATIONAL_TYPES } from '../../../src/model/entities/agency.js';
import { Initiative } from '../../../src/model/entities/initiative.js';
import { Meeting } from '../../../src/model/entities/meeting.js';
import { idOf, PARAGRAPHS, REGISTER, type Cast } from '../cast.js';
import { dayOf, DAYS, statePeriod, worded } from '../days.js';
import { ACTIVITIES, named, SUBJECTS } from '../names.js';
import { Random } from '../random.js';
import { stated, type Import } from '../tell.js';
import { entity, type TellsOf } from './entity.js';
import { sources, topicEntries } from './lists.js';
import { documents, proposal } from './texts.js';

/** Documents, and what they tell of, each after what it names. */
function* entities(cast: Cast): Generator<TellsOf> {
  const random = new Random(3);
  yield* documents(cast, random);
  yield* agencies(cast, random);
  for (let n = 0; n < cast.tier.initiatives; n += 1) yield initiative(cast, random, n);
  for (let n = 0; n < cast.tier.meetings; n += 1) yield meeting(cast, random, n);
  for (let n = 0; n < cast.tier.proposals; n += 1) yield proposal(cast, random, n);
}

const OTHER_TYPES = ['NGO', 'UNIVERSITY', 'COMPANY', 'BANK'] as const;

function* agencies(cast: Cast, random: Random): Generator<TellsOf> {
  for (const [n, { country, national }] of cast.agencies.entries()) {
    const agencyType = national
      ? random.oneOf(NATIONAL_TYPES)
      : country === null
        ? random.oneOf(['UN_BODY', 'INTERGOVERNMENTAL'])
        : random.oneOf(OTHER_TYPES);
    const attributes = { ...named(random, n, 4), agencyType, contactOffice: `Office ${n}` };
    const partOf = n > 10 && random.often(10) ? { partOf: [idOf.agency(random.below(10))] } : {};
    yield entity(
      Agency,
      { id: idOf.agency(n), attributes, ends: { ...(country ? { country: [country] } : {}), ...partOf } },
      stated(REGISTER, idOf.agency(n)),
    );
  }
}

function initiative(cast: Cast, random: Random, n: number): TellsOf {
  const attributes = {
    ...named(random, n, 3),
    initiativeForm: random.oneOf(['PROJECT', 'PROGRAMME', 'FUND', 'PARTNERSHIP', 'TREATY']),
    stage: random.oneOf(['UNDER_WAY', 'DONE', 'PLANNED', 'AGREED']),
    gist: `Common work on ${random.oneOf(SUBJECTS).EN} by ${random.oneOf(ACTIVITIES).EN}.`,
  };
  const ends = n > 20 && random.often(20) ? { partOf: [idOf.initiative(random.below(20))] } : {};
  const evidence = stated(idOf.document(cast.document(random)), String(1 + random.below(PARAGRAPHS)));
  return entity(
    Initiative,
    { id: idOf.initiative(n), attributes, ends, period: statePeriod(random, random.below(DAYS)) },
    evidence,
  );
}

function meeting({ meetingDays, document }: Cast, random: Random, n: number): TellsOf {
  const first = meetingDays[n] as number;
  const known = random.often(85);
  const attributes = {
    ...named(random, n, 4),
    meetingForm: n < 10 ? 'SERIES' : random.oneOf(['CONFERENCE', 'MEETING', 'SESSION']),
    place: `City ${random.below(400)}`,
    stage: 'DONE',
  };
  const ends = n >= 10 && random.often(60) ? { partOf: [idOf.meeting(random.below(10))] } : {};
  const period = n >= 10 && known ? worded(`${dayOf(first)}/${dayOf(first + 2)}`) : null;
  const evidence = stated(idOf.document(document(random)), String(1 + random.below(PARAGRAPHS)));
  return entity(Meeting, { id: idOf.meeting(n), attributes, ends, period }, evidence);
}

// Claims that one import of entities makes: below what the product stages.
const CLAIMS = 15_000;

/** The entities as imports, each of a size that one transaction holds. */
export function* entityBatches(cast: Cast, register: string): Generator<Import> {
  const nothing = { register, facts: [], revive: [], end: [], withdraw: [] };
  const first = [...sources()];
  yield {
    ...nothing,
    entities: [...first.map(({ entry }) => entry), ...topicEntries(cast)],
    create: first.flatMap(({ claims }) => claims),
  };
  let some: EntityEntry[] = [];
  let create: Claim[] = [];
  for (const { entry, claims } of entities(cast)) {
    some.push(entry);
    create.push(...claims);
    if (create.length < CLAIMS) continue;
    yield { ...nothing, entities: some, create };
    [some, create] = [[], []];
  }
  if (some.length > 0) yield { ...nothing, entities: some, create };
}
