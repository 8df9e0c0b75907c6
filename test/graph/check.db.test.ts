import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking, prepareGraph } from '../../src/commands/prepare-graph.js';
import { checkGraph, type Checkup } from '../../src/graph/check/check.js';
import { RULES, type Rule } from '../../src/graph/check/rules.js';
import { cypher, int, nameOf, statement, type Fragment } from '../../src/graph/cypher.js';
import { applySchema } from '../../src/graph/apply-schema.js';
import { openDoor, PATIENT, type Door } from '../../src/graph/door.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { modelHash } from '../../src/model/shape.js';
import { testEngine } from '../support/engine.js';
import { tell } from '../support/story.js';
import { wipe } from '../support/wipe.js';
import { plus, SOUND, type Cells } from '../intake/world.js';

interface Spoilt {
  readonly rule: Rule;
  /** Part of the place that must be told: id or property. */
  readonly at: string;
  readonly spoil: Fragment;
  readonly mend: Fragment;
}

const said = { source: 'document/summary', locator: '4' };
const unit = (locator: string): Cells => ({
  id: `paragraph/summary-${locator}`,
  name: locator,
  document: 'document/summary',
  ...said,
  locator,
});

/** A small world in which every rule has something to count. */
const WORLD = plus(SOUND, {
  'entities/paragraphs.csv': ['head', '2', '9'].map(unit),
  'entities/topics.csv': [
    { id: 'topic/other', name: 'other', scheme: 'other', source: 'source/list', locator: 'x' },
  ],
  'entities/initiatives.csv': [
    { id: 'initiative/treaty', name: 'Treaty', ...said },
    { id: 'initiative/fund', name: 'Fund', partOf: 'initiative/treaty', ...said },
  ],
  'facts/involvements.csv': [
    { id: 'involvement/office', party: 'agency/office:owner', initiative: 'initiative/treaty', ...said },
  ],
  'facts/discussions.csv': [
    { id: 'discussion/cairo', meeting: 'meeting/cairo', topics: 'topic/ip', ...said },
  ],
  'claims.csv': [{ target: 'exchange/cairo', about: 'gist', value: 'What was shared.', ...said }],
});

/** Keeps a property aside on the batch, which no rule looks at, so that mending puts back what stood. */
const keep = (
  match: Fragment,
  name: string,
  spoilt: string | number | null,
): Pick<Spoilt, 'spoil' | 'mend'> => {
  const property = nameOf(name);
  return {
    spoil: cypher`MATCH (k:Batch) WITH k LIMIT 1 ${match} SET k.kept = x.${property} SET x.${property} = ${spoilt}`,
    mend: cypher`MATCH (k:Batch) WITH k LIMIT 1 ${match} SET x.${property} = k.kept REMOVE k.kept`,
  };
};

const entity = (id: string): Fragment => cypher`MATCH (x:Entity {id: ${id}})`;
const first = (pattern: Fragment): Fragment => cypher`MATCH ${pattern} WITH * ORDER BY elementId(x) LIMIT 1`;
const CAIRO = entity('meeting/cairo');
const PARTY = first(cypher`(:Exchange)-[x:PARTY]->(:Country)`);
const INFERRED = first(cypher`(x:Claim {certainty: 'INFERRED'})`);
const PREMISE = first(cypher`(:Claim)-[x:INFERRED_FROM]->(:Claim)`);
const FACT = first(cypher`(x:Cooperation)-[:FOR]->(:Country)`);

const CASES: readonly Spoilt[] = [
  {
    rule: 'ours',
    at: 'x',
    spoil: cypher`CREATE (:Stranger {id: 'x'})`,
    mend: cypher`MATCH (n:Stranger) DELETE n`,
  },
  {
    rule: 'ours',
    at: '',
    spoil: cypher`CREATE (:Claim {about: 'existence'})`,
    mend: cypher`MATCH (n:Claim) WHERE n.id IS NULL DELETE n`,
  },
  {
    rule: 'labels',
    at: 'country/egy',
    spoil: cypher`${entity('country/egy')} REMOVE x:Actor`,
    mend: cypher`${entity('country/egy')} SET x:Actor`,
  },
  {
    rule: 'ids',
    at: 'topic/no-meeting',
    spoil: cypher`CREATE (:Entity:Meeting {id: 'topic/no-meeting', kind: 'Meeting', status: 'WITHDRAWN'})`,
    mend: cypher`${entity('topic/no-meeting')} DELETE x`,
  },
  { rule: 'presence', at: 'reportedBy', ...keep(FACT, 'reportedBy', null) },
  { rule: 'types', at: 'meeting/cairo documents', ...keep(CAIRO, 'documents', 1) },
  { rule: 'values', at: 'meeting/cairo stage', ...keep(CAIRO, 'stage', 'OVER') },
  { rule: 'types', at: 'meeting/cairo searchNames', ...keep(CAIRO, 'searchNames', 'Cairo') },
  { rule: 'undeclared', at: 'meeting/cairo colour', ...keep(CAIRO, 'colour', 'red') },
  {
    rule: 'endKinds',
    at: 'meeting/cairo ON',
    spoil: cypher`${CAIRO} MATCH (t:Topic {id: 'topic/patents'}) CREATE (x)-[:ON]->(t)`,
    mend: cypher`${CAIRO} MATCH (x)-[r:ON]->() DELETE r`,
  },
  {
    rule: 'endCounts',
    at: 'meeting',
    spoil: cypher`MATCH (o:Meeting {id: 'meeting/annual'}) ${first(cypher`(x:Discussion)`)} CREATE (x)-[:AT {certainty: 'STATED'}]->(o)`,
    mend: cypher`${first(cypher`(x:Discussion)`)} MATCH (x)-[r:AT]->({id: 'meeting/annual'}) DELETE r`,
  },
  {
    rule: 'parties',
    at: 'parties',
    spoil: cypher`MATCH (b:Batch) WITH b LIMIT 1
${first(cypher`(f:Involvement)-[x:PARTY]->(a:Agency) WHERE COUNT { (f)-[:PARTY]->() } = 1`)}
CREATE (b)-[k:KEPT]->(a) SET k = properties(x), k.fact = f.id DELETE x`,
    mend: cypher`MATCH (:Batch)-[k:KEPT]->(a) MATCH (f:Fact {id: k.fact})
CREATE (f)-[x:PARTY]->(a) SET x = properties(k) REMOVE x.fact DELETE k`,
  },
  { rule: 'roles', at: 'parties', ...keep(PARTY, 'role', 'guest') },
  { rule: 'roles', at: 'parties', ...keep(PARTY, 'capacity', null) },
  { rule: 'partyDetails', at: 'parties', ...keep(PARTY, 'through', 'topic/patents') },
  { rule: 'periods', at: 'meeting/cairo period', ...keep(CAIRO, 'endMax', '2013-01-01') },
  {
    rule: 'evidence',
    at: 'group/nobody',
    spoil: cypher`CREATE (:Entity:Actor:Group {id: 'group/nobody', kind: 'Group', name: 'Nobody', status: 'ACCEPTED', certainty: 'STATED', documents: ${int(0)}})`,
    mend: cypher`${entity('group/nobody')} DELETE x`,
  },
  { rule: 'claimShape', at: 'register', ...keep(INFERRED, 'register', null) },
  { rule: 'claimShape', at: 'batch', ...keep(INFERRED, 'batch', 'batch/none') },
  {
    rule: 'states',
    at: 'STATES',
    spoil: cypher`MATCH (e:Entity {id: 'country/egy'}) ${INFERRED} CREATE (x)-[:STATES {about: x.about}]->(e)`,
    mend: cypher`${INFERRED} MATCH (x)-[r:STATES]->(:Entity {id: 'country/egy'}) DELETE r`,
  },
  {
    rule: 'states',
    at: 'about',
    ...keep(first(cypher`(:Claim {about: 'existence'})-[x:STATES]->()`), 'about', 'gist'),
  },
  {
    rule: 'cites',
    at: 'CITES',
    spoil: cypher`${first(cypher`(:Claim)-[x:CITES]->(:Paragraph)`)} DELETE x`,
    mend: cypher`MATCH (p:Paragraph)-[:IN_DOCUMENT]->(:Document)<-[:CITES {locator: p.locator}]-(c:Claim)
WHERE NOT EXISTS { (c)-[:CITES]->(p) } CREATE (c)-[:CITES {locator: p.locator}]->(p)`,
  },
  {
    rule: 'voices',
    at: 'BY',
    spoil: cypher`MATCH (t:Topic {id: 'topic/patents'}) ${first(cypher`(x:Claim) WHERE NOT EXISTS { (x)-[:BY]->() }`)} CREATE (x)-[:BY {capacity: 'OWN'}]->(t)`,
    mend: cypher`MATCH (:Claim)-[r:BY]->(:Topic) DELETE r`,
  },
  { rule: 'inference', at: 'reason', ...keep(INFERRED, 'reason', null) },
  { rule: 'inference', at: 'basis', ...keep(INFERRED, 'basis', 'GUESS') },
  {
    rule: 'inferenceCircles',
    at: 'INFERRED_FROM',
    spoil: cypher`${PREMISE} WITH startNode(x) AS a, endNode(x) AS b CREATE (b)-[:INFERRED_FROM {byHand: true}]->(a)`,
    mend: cypher`MATCH (:Claim)-[r:INFERRED_FROM {byHand: true}]->() DELETE r`,
  },
  {
    rule: 'claimIds',
    at: 'id',
    ...keep(first(cypher`(x:Claim {about: 'gist'})-[:STATES]->(:Exchange)`), 'value', '"Something else."'),
  },
  {
    rule: 'circles',
    at: 'partOf',
    spoil: cypher`MATCH (a:Entity {id: 'initiative/fund'})-[:PART_OF]->(b) CREATE (b)-[:PART_OF {certainty: 'STATED'}]->(a)`,
    mend: cypher`MATCH (a:Entity {id: 'initiative/fund'})<-[r:PART_OF]-(b)<-[:PART_OF]-(a) DELETE r`,
  },
  {
    rule: 'topicTree',
    at: 'topic/pharma broader',
    spoil: cypher`MATCH (a:Entity {id: 'topic/pharma'}), (b:Topic) WHERE b.scheme <> a.scheme
WITH a, b ORDER BY b.id LIMIT 1 CREATE (a)-[:BROADER {byHand: true}]->(b)`,
    mend: cypher`MATCH (:Topic)-[r:BROADER {byHand: true}]->() DELETE r`,
  },
  {
    rule: 'topicTree',
    at: 'broader',
    spoil: cypher`MATCH (a:Entity {id: 'topic/pharma'})-[:BROADER]->(b) CREATE (b)-[:BROADER {byHand: true}]->(a)`,
    mend: cypher`MATCH (:Topic)-[r:BROADER {byHand: true}]->() DELETE r`,
  },
  { rule: 'rollUp', at: 'meeting/cairo place', ...keep(CAIRO, 'place', 'Elsewhere') },
  { rule: 'rollUp', at: 'meeting/cairo searchFolded', ...keep(CAIRO, 'searchFolded', null) },
  {
    rule: 'rollUp',
    at: 'parties',
    ...keep(PARTY, 'officeHolder', 'Nobody'),
  },
  { rule: 'within', at: 'WITHIN', ...keep(first(cypher`(:Topic)-[x:WITHIN]->(:Topic)`), 'distance', 9) },
  { rule: 'derived', at: 'key', ...keep(FACT, 'key', '2001-01-01|x') },
  { rule: 'derived', at: 'pairMin', ...keep(FACT, 'pairMin', 'x') },
  { rule: 'derived', at: 'modality', ...keep(FACT, 'modality', 'REGIONAL') },
  { rule: 'derived', at: 'FOR', ...keep(first(cypher`(:Fact)-[x:FOR]->()`), 'kindKey', 'x') },
  { rule: 'derived', at: 'UNDER', ...keep(first(cypher`(:Fact)-[x:UNDER]->()`), 'key', null) },
  { rule: 'ties', at: 'TIE', ...keep(first(cypher`(:Country)-[x:TIE]->(:Country)`), 'exchanges', 9) },
  {
    rule: 'ties',
    at: 'lacks country/',
    spoil: cypher`MATCH (k:Batch) WITH k LIMIT 1 ${first(cypher`(:Country)-[x:TIE]->(b)`)}
CREATE (k)-[r:KEPT]->(b) SET r = properties(x), r.a = startNode(x).id DELETE x`,
    mend: cypher`MATCH (:Batch)-[r:KEPT]->(b) MATCH (a:Entity {id: r.a})
CREATE (a)-[x:TIE]->(b) SET x = properties(r) REMOVE x.a DELETE r`,
  },
  {
    rule: 'ties',
    at: 'does not follow',
    spoil: cypher`MATCH (a:Country) WITH a ORDER BY a.id LIMIT 1 MATCH (b:Country) WHERE NOT EXISTS { (a)-[:TIE]-(b) } AND a <> b
WITH a, b LIMIT 1 CREATE (a)-[:TIE {byHand: true}]->(b)`,
    mend: cypher`MATCH (:Country)-[r:TIE {byHand: true}]->() DELETE r`,
  },
  {
    rule: 'schema',
    at: 'fact_key',
    spoil: cypher`DROP INDEX fact_key`,
    mend: cypher`CREATE INDEX fact_key IF NOT EXISTS FOR (n:Fact) ON (n.key)`,
  },
  {
    rule: 'schema',
    at: 'search_fr',
    spoil: cypher`DROP INDEX search_fr`,
    mend: cypher`DROP INDEX search_fr IF EXISTS`,
  },
  {
    rule: 'schema',
    at: 'batch_id',
    spoil: cypher`DROP CONSTRAINT batch_id`,
    mend: cypher`CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE`,
  },
  { rule: 'graphNode', at: 'graph model', ...keep(cypher`MATCH (x:Graph)`, 'model', 'x') },
  { rule: 'graphNode', at: 'graph derived', ...keep(cypher`MATCH (x:Graph)`, 'derived', '0') },
];

describe('check', () => {
  let door: Door;
  const asking = commandAsking('test');
  const run = (fragment: Fragment): Promise<unknown> =>
    door.write((tx) => tx.run(statement('byHand', fragment)), asking);
  const checkup = (): Promise<Checkup> => checkGraph(door, asking, { model: modelHash(), seed: null });
  const told = ({ results }: Checkup): string[] =>
    results.flatMap(({ rule, places }) =>
      places.map(({ id, property, what }) => `${rule}: ${id} ${property ?? ''}: ${what}`),
    );

  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
  });
  afterAll(() => door.close());

  it('is clean on the seed, and counts something for every rule', async () => {
    await wipe(door, asking);
    await prepareGraph(door, seedFolder, () => undefined);
    const found = await checkup();
    expect(told(found)).toEqual([]);
    expect(found.results.map(({ rule }) => rule)).toEqual(Object.keys(RULES));
    expect(found.results.filter(({ checked }) => checked === 0)).toEqual([]);
    expect(found.changed).toBe(false);
  }, 120_000);

  describe('on a small world spoilt by hand', () => {
    beforeAll(() => tell(door, asking, WORLD));

    it('is clean before', async () => expect(told(await checkup())).toEqual([]));

    it.each(CASES)('tells of $rule at $at, and of nothing else', async ({ rule, at, spoil, mend }) => {
      await run(spoil);
      let found: Checkup;
      try {
        found = await checkup();
      } finally {
        await run(mend);
        if (rule === 'schema') await applySchema(door, asking);
      }
      const lines = told(found).join('\n');
      expect(new Set(told(found).map((line) => line.split(':')[0])), lines).toEqual(new Set([rule]));
      expect(lines).toContain(at);
    });

    it('has a case for every rule', () => {
      const tried = new Set(CASES.map(({ rule }) => rule));
      expect((Object.keys(RULES) as Rule[]).filter((rule) => !tried.has(rule))).toEqual([]);
    });

    it('tells at most 20 places a rule, and counts all', async () => {
      await run(cypher`MATCH (n) WHERE n:Entity OR n:Fact SET n.colour = 'red'`);
      const { results } = await checkup();
      await run(cypher`MATCH (n) WHERE n:Entity OR n:Fact REMOVE n.colour`);
      const result = results.find(({ rule }) => rule === 'undeclared');
      expect(result?.places).toHaveLength(20);
      expect(result?.wrong).toBeGreaterThan(20);
    });

    it('says that the graph was written to meanwhile', async () => {
      let reads = 0;
      const busy: Door = {
        ...door,
        read: async (one, by) => {
          reads += 1;
          if (reads === 5) await run(cypher`MATCH (g:Graph) SET g.version = g.version + ${int(1)}`);
          return door.read(one, by);
        },
      };
      expect((await checkGraph(busy, asking, { model: modelHash(), seed: null })).changed).toBe(true);
    });

    it('sends reads only', async () => {
      const readsOnly: Door = { ...door, write: () => Promise.reject(new Error('check wrote')) };
      await expect(checkGraph(readsOnly, asking, { model: modelHash(), seed: null })).resolves.toBeDefined();
    });

    it('is clean after all that', async () => expect(told(await checkup())).toEqual([]));
  });
});
