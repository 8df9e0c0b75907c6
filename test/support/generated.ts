import { afterAll, beforeAll, expect } from 'vitest';
import { commandAsking } from '../../src/commands/prepare-graph.js';
import { applySchema } from '../../src/graph/apply-schema.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, type Asking, type Door } from '../../src/graph/door.js';
import { findGraph } from '../../src/graph/graph-node.js';
import { apply } from '../../src/graph/writes/apply.js';
import type { Claim } from '../../src/model/claim.js';
import { planOf } from '../../src/intake/3-plan/plan.js';
import { checked, type Cells, type World } from '../intake/world.js';
import { testEngine } from './engine.js';
import { wipe } from './wipe.js';

const said = { source: 'document/register', locator: '1' };
const COUNTRIES = 150;
const TOPICS = 60;
const EXCHANGES = 2_000;
const COOPERATIONS = 3_200;
const UNITS = 120;
// Facts at a time: all at once would be one long transaction.
const BATCH = 1_300;
const MADE = { model: 'generated' };

/** The same numbers on every machine; small ones come more often, as busy countries and topics do. */
function numbers(): (below: number) => number {
  let state = 20130506;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) ** 2 * below);
  };
}

const padded = (n: number): string => String(n).padStart(4, '0');

const VERSIONS = ['earlier', 'later'];
const units = <T>(one: (n: string) => T): T[] => Array.from({ length: UNITS }, (_, n) => one(padded(n)));

/** A world of 5,680 facts without a story: large enough for the planner to mind. */
export function generatedWorld(): World {
  const draw = numbers();
  const country = (): string => `country/g${padded(draw(COUNTRIES))}`;
  const several = (most: number): string[] => [
    ...new Set(Array.from({ length: 2 + draw(most - 1) }, country)),
  ];
  const day = (): string => `20${10 + draw(14)}-0${1 + draw(9)}-1${draw(10)}`;
  const topic = (): string => `topic/g${padded(draw(TOPICS))}`;
  const fact = (id: string, role: string, who: readonly string[]): Cells => ({
    id,
    occasion: id,
    party: who.map((one) => `${one}:${role}`).join(' | '),
    topics: topic(),
    ...said,
  });
  return {
    'sources.csv': [{ id: 'source/scheme', name: 'Topics' }],
    'entities/documents.csv': ['register', ...VERSIONS].map((id) => ({
      id: `document/${id}`,
      name: id,
      ...(id === 'later' ? { versionOf: 'document/earlier' } : {}),
      ...said,
    })),
    'entities/paragraphs.csv': VERSIONS.flatMap((version) =>
      units((n) => ({
        id: `paragraph/${version}-${n}`,
        name: `Paragraph ${n}, ${version}`,
        order: String(Number(n) + 1),
        document: `document/${version}`,
        gist: `What ${version} says at ${n}.`,
        source: `document/${version}`,
        locator: n,
      })),
    ),
    'entities/proposals.csv': VERSIONS.flatMap((version) =>
      units((n) => ({
        id: `proposal/${version}-${n}`,
        name: `Provision ${n}, ${version}`,
        nature: 'ASK',
        proposalForm: 'PROVISION',
        provisionAct: draw(2) === 0 ? 'URGE' : 'INVITE',
        addressees: country(),
        topics: topic(),
        statedIn: `paragraph/${version}-${n}`,
        source: `document/${version}`,
        locator: n,
      })),
    ),
    'entities/countries.csv': Array.from({ length: COUNTRIES }, (_, i) => ({
      id: `country/g${padded(i)}`,
      name: `Country ${i}`,
      source: 'source/scheme',
      locator: String(i),
    })),
    // Each beneath another of a third of its number: four levels.
    'entities/topics.csv': Array.from({ length: TOPICS }, (_, i) => ({
      id: `topic/g${padded(i)}`,
      name: `Topic ${i}`,
      scheme: 'generated',
      broader: i === 0 ? '' : `topic/g${padded(Math.floor(i / 3))}`,
      source: 'source/scheme',
    })),
    'facts/positions.csv': VERSIONS.flatMap((version) =>
      units((n) => ({
        id: `position/${version}-${n}`,
        party: `${country()}:holder`,
        proposal: `proposal/${version}-${n}`,
        positionAct: 'MAKES',
        ...said,
      })),
    ),
    'facts/successions.csv': ['paragraph', 'proposal'].flatMap((unit) =>
      units((n) => ({
        id: `succession/${unit}-${n}`,
        predecessor: `${unit}/earlier-${n}`,
        successor: `${unit}/later-${n}`,
        successionType: 'REWORDED',
        // One source of few facts beside one of nearly all.
        source: 'document/later',
        locator: n,
      })),
    ),
    'facts/exchanges.csv': Array.from({ length: EXCHANGES }, (_, i) => ({
      ...fact(`exchange/g${padded(i)}`, 'participant', several(6)),
      period: i % 9 === 0 ? '' : day(),
    })),
    'facts/cooperations.csv': Array.from({ length: COOPERATIONS }, (_, i) => ({
      ...fact(`cooperation/g${padded(i)}`, 'partner', several(2)),
      period: i % 7 === 0 ? '' : `${day()}/..`,
      stage: 'UNDER_WAY',
    })),
  };
}

/** Puts the tests of a file on the generated world, through a door of their own. */
export function onGenerated(): { readonly door: Door } {
  let door: Door;
  beforeAll(async () => {
    door = openDoor({ ...testEngine(), timeouts: { read: 60_000, write: 110_000 } });
    expect(await tellGenerated(door, commandAsking('test'))).toBeGreaterThan(5_000);
  }, 300_000);
  afterAll(() => door.close());
  return {
    get door() {
      return door;
    },
  };
}

/** Tells the generated world, unless it stands there from the file of tests before. */
async function tellGenerated(door: Door, asking: Asking): Promise<number> {
  const found = await findGraph(door, asking);
  if (found.holds === 'graph' && found.model === MADE.model) {
    const [row] = await door.read<{ facts: number }>(
      statement('countFacts', cypher`MATCH (f:Fact) RETURN count(f) AS facts`),
      asking,
    );
    if (row?.facts === EXCHANGES + COOPERATIONS + 4 * UNITS) return row.facts;
  }
  return tellAnew(door, asking);
}

/** Empties the database and tells the generated world in it, in batches, by the way of every import. */
async function tellAnew(door: Door, asking: Asking): Promise<number> {
  await wipe(door, asking);
  await applySchema(door, asking);
  const world = checked(generatedWorld());
  const plan = planOf(world, { claims: [], entities: new Map(), facts: new Map() });
  const register = 'generated';
  const about = new Map<string, Claim[]>();
  for (const claim of plan.create) about.set(claim.target, [...(about.get(claim.target) ?? []), claim]);
  const claimsOf = (ids: readonly { readonly id: string }[]): Claim[] =>
    ids.flatMap(({ id }) => about.get(id) ?? []);
  const nothing = { revive: [], end: [], withdraw: [] };
  await apply(
    door,
    {
      register,
      entities: plan.entities,
      facts: [],
      create: claimsOf(plan.entities),
      ...nothing,
    },
    MADE,
    asking,
  );
  for (let i = 0; i < plan.facts.length; i += BATCH) {
    const facts = plan.facts.slice(i, i + BATCH);
    const batch = {
      register,
      entities: [],
      facts,
      create: claimsOf(facts),
      ...nothing,
    };
    await apply(door, batch, MADE, asking);
  }
  // Its plans are looked at, so they must be made on it.
  await door.read(statement('forgetPlans', cypher`CALL db.clearQueryCaches()`), asking);
  return plan.facts.length;
}
