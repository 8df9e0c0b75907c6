import { describe, expect, it } from 'vitest';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { claimsBlock } from '../../../src/graph/reads/claims.js';
import { CARD, type Projection } from '../../../src/graph/reads/projection.js';
import { seeded } from '../../support/seeded.js';

const WHOLE: Projection = {
  columns: [],
  blocks: {
    Claim: {
      source: CARD,
      paragraph: CARD,
      relayedBy: CARD,
      inferredFrom: CARD,
      voice: { columns: [], blocks: { Voice: { speaker: CARD } } },
    },
  },
};

interface Told {
  readonly [name: string]: unknown;
  readonly source: { readonly id: string };
  readonly paragraph: { readonly id: string } | null;
  readonly voice: { readonly capacity: string; readonly speaker: { readonly id: string } } | null;
  readonly relayedBy: readonly { readonly id: string }[];
  readonly inferredFrom: readonly { readonly id: string; readonly about: string; readonly target: string }[];
}

describe('the claims of everything in the seed', { timeout: 60_000 }, () => {
  const graph = seeded();

  it('are read at what they are about as they stand as nodes, with all that they name', async () => {
    const { door, asking } = graph;
    const block = claimsBlock('n', 'c', WHOLE);
    const kept = await door.read<{ id: string; claims: unknown }>(
      statement('kept', cypher`MATCH (n:Entity|Fact) RETURN n.id AS id, ${block.expression} AS claims`),
      asking,
    );
    const read = kept.flatMap(({ id, claims }) =>
      (block.decode(claims) as Told[]).map(
        ({ source, paragraph, voice, relayedBy, inferredFrom, kind: _, ...own }) => ({
          target: id,
          ...own,
          source: source.id,
          paragraph: paragraph?.id ?? null,
          voice: voice && [voice.speaker.id, voice.capacity],
          relayedBy: relayedBy.map((one) => one.id),
          inferredFrom: inferredFrom.map((one) => [one.id, one.about, one.target].join(' ')).sort(),
        }),
      ),
    );
    const nodes = await door.read<Record<string, unknown>>(
      statement(
        'nodes',
        cypher`MATCH (n:Entity|Fact)<-[:STATES]-(c:Claim) WHERE c.endedAt IS NULL AND c.status <> 'WITHDRAWN'
RETURN n.id AS target, c.id AS id, c.about AS about, CASE c.value WHEN 'null' THEN null ELSE c.value END AS value, c.locator AS locator, c.certainty AS certainty, c.reason AS reason,
  c.basis AS basis, c.stance AS stance, c.status AS status, c.register AS register, c.recordedAt AS recordedAt, c.endedAt AS endedAt,
  head([(c)-[:CITES]->(s) WHERE s:Document OR s:Source | s.id]) AS source,
  head([(c)-[:CITES]->(p:Paragraph) | p.id]) AS paragraph,
  head([(c)-[by:BY]->(v) | [v.id, by.capacity]]) AS voice,
  COLLECT { MATCH (c)-[r:RELAYED_BY]->(v) RETURN v.id ORDER BY r.order } AS relayedBy,
  COLLECT { MATCH (c)-[:INFERRED_FROM]->(g)-[:STATES]->(t) RETURN g.id + ' ' + g.about + ' ' + t.id AS ground ORDER BY ground } AS inferredFrom`,
      ),
      asking,
    );
    const byId = (a: Record<string, unknown>, b: Record<string, unknown>): number =>
      String(a['id']) < String(b['id']) ? -1 : 1;
    expect(read.length).toBeGreaterThan(1_000);
    for (const named of ['paragraph', 'voice', 'relayedBy', 'inferredFrom'] as const)
      expect(read.filter((one) => [one[named]].flat().some((it) => it !== null)).length).toBeGreaterThan(5);
    expect(read.sort(byId)).toEqual(nodes.sort(byId));
  });
});
