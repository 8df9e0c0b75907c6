import type { EntityEntry } from '../../src/graph/writes/batch.js';
import type { Claim } from '../../src/model/claim.js';
import type { EntityKind } from '../../src/model/declaration.js';
import { Agency, NATIONAL_TYPES } from '../../src/model/entities/agency.js';
import { Document } from '../../src/model/entities/document.js';
import { Group } from '../../src/model/entities/group.js';
import { Initiative } from '../../src/model/entities/initiative.js';
import { Meeting } from '../../src/model/entities/meeting.js';
import { Paragraph } from '../../src/model/entities/paragraph.js';
import { Proposal } from '../../src/model/entities/proposal.js';
import { Source } from '../../src/model/entities/source.js';
import { idOf, LISTS, PARAGRAPHS, REGISTER, TOPIC_LIST, WORDS, type Cast } from './cast.js';
import { dayOf, DAYS, statePeriod, worded } from './days.js';
import { ACTIVITIES, named, SUBJECTS } from './names.js';
import { Random } from './random.js';
import { claimsOf, stated, type Evidence, type Import, type Told } from './tell.js';

/** An entity with the claims that tell of it. */
interface TellsOf {
  readonly entry: EntityEntry;
  readonly claims: readonly Claim[];
}

type Parts = Pick<Told, 'id' | 'attributes'> & Partial<Pick<Told, 'ends' | 'period'>>;

function entity(kind: EntityKind, parts: Parts, evidence: Evidence): TellsOf {
  const told = { kind, occasion: null, parties: [], ends: {}, period: null, ...parts };
  return {
    entry: { id: parts.id, kind: kind.kind, listed: null },
    claims: claimsOf(told, evidence),
  };
}

/** The topics as rows of a code list. */
function topicEntries(cast: Cast): EntityEntry[] {
  const random = new Random(2);
  return cast.topics.map(({ id, broader }, n) => ({
    id,
    kind: 'Topic',
    listed: {
      source: TOPIC_LIST,
      locator: id,
      values: {
        ...named(random, n, 6, SUBJECTS[Number(/\d+/.exec(id)?.[0]) % SUBJECTS.length]),
        scheme: 'generated',
        notation: id.slice('topic/'.length).toUpperCase(),
        ...(broader.length > 0 ? { broader } : {}),
      },
    },
  }));
}

/** Documents, and what they tell of, each after what it names. */
function* entities(cast: Cast): Generator<TellsOf> {
  const random = new Random(3);
  yield* documents(cast, random);
  yield* agencies(cast, random);
  for (let n = 0; n < cast.tier.initiatives; n += 1) yield initiative(cast, random, n);
  for (let n = 0; n < cast.tier.meetings; n += 1) yield meeting(cast, random, n);
  for (let n = 0; n < cast.tier.proposals; n += 1) yield proposal(cast, random, n);
}

function* sources(): Generator<TellsOf> {
  for (const [id, name, covers] of [
    [REGISTER, 'Generated register', ['Exchange:world:SELECTIVE', 'Cooperation:world:SELECTIVE']],
    [TOPIC_LIST, 'Generated topics', ['Topic:generated:COMPLETE']],
  ] as const) {
    const attributes = { name, publisher: 'The generator', licence: 'CC0-1.0', covers };
    yield entity(Source, { id, attributes }, stated(id, 'as taken in'));
  }
  for (const id of WORDS)
    yield entity(Group, { id, attributes: { name: id.slice(8), definedBy: 'WORDS' } }, stated(REGISTER, id));
  for (let n = 0; n < LISTS; n += 1) {
    const attributes = { name: `Group ${n}`, definedBy: 'LIST' };
    yield entity(Group, { id: idOf.list(n), attributes }, stated(REGISTER, idOf.list(n)));
  }
}

function* documents({ tier }: Cast, random: Random): Generator<TellsOf> {
  for (let n = 0; n < tier.documents; n += 1) {
    const [id, adopted] = [idOf.document(n), n % 2 === 1];
    const attributes = {
      ...named(random, n, 3),
      symbol: `G/${n >> 1}${adopted ? '' : '/DRAFT'}`,
      documentForm: adopted ? 'OUTCOME' : 'DRAFT',
      issuedOn: dayOf(random.below(DAYS)),
      units: PARAGRAPHS,
      versionLabel: adopted ? 'adopted' : 'draft',
    };
    const ends = adopted ? { versionOf: [idOf.document(n - 1)] } : {};
    yield entity(Document, { id, attributes, ends }, stated(REGISTER, id));
    for (let place = 1; place <= PARAGRAPHS; place += 1) {
      const said = { locator: String(place), order: place, gist: `What text ${n} says at ${place}.` };
      yield entity(
        Paragraph,
        {
          id: idOf.paragraph(n, place),
          attributes: { name: `Paragraph ${place}`, ...said },
          ends: { document: [id] },
        },
        stated(id, String(place)),
      );
    }
  }
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

function proposal(cast: Cast, random: Random, n: number): TellsOf {
  const document = n % cast.tier.documents;
  const place = 1 + (Math.floor(n / cast.tier.documents) % PARAGRAPHS);
  const attributes = {
    name: `Provision ${n}`,
    nature: random.oneOf(['ASK', 'OFFER', 'STATEMENT']),
    proposalForm: 'PROVISION',
    provisionAct: random.oneOf(['INVITE', 'URGE', 'ENCOURAGE', 'CALL_UPON']),
    gist: `More ${random.oneOf(ACTIVITIES).EN} on ${random.oneOf(SUBJECTS).EN}.`,
  };
  const ends = {
    addressees: [cast.country(random)],
    topics: [cast.topic(random)],
    statedIn: [idOf.paragraph(document, place)],
  };
  return entity(
    Proposal,
    { id: idOf.proposal(n), attributes, ends },
    stated(idOf.document(document), String(place)),
  );
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
