import { createHash } from 'node:crypto';
import { canonical } from '../../model/claim.js';
import { cypher, int, nameOf, statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { DERIVED_PROPERTIES, READ_PROPERTIES } from '../node-properties.js';
import { VISIBLE_NODE } from './projection.js';

// Derived data may differ between versions of the rules without the content being another.
const DERIVED: readonly string[] = [...DERIVED_PROPERTIES, ...READ_PROPERTIES];
const DERIVED_TIES = ['FOR', 'UNDER', 'WITHIN', 'TIE'];
const CHUNK = 1_000;

interface ContentRow {
  readonly id: string;
  readonly properties: Record<string, unknown>;
  readonly ties: readonly (readonly [string, string, Record<string, unknown>])[];
}

/**
 * One hash over all that readers can see: entities, facts and claims with their values. Record times, batch ids and derived
 * data play no part, so two graphs with the same content have the same hash however they came about.
 */
export async function contentHash(door: Door, asking: Asking): Promise<string> {
  const hash = createHash('sha256');
  for (const label of ['Entity', 'Fact', 'Claim'] as const) {
    let after = '';
    for (;;) {
      const rows =
        label === 'Claim' ? await claims(door, asking, after) : await nodes(door, asking, label, after);
      for (const row of rows) hash.update(canonical(row)).update('\n');
      const last = rows.at(-1);
      if (!last || rows.length < CHUNK) break;
      after = last.id;
    }
  }
  return hash.digest('hex');
}

async function nodes(
  door: Door,
  asking: Asking,
  label: 'Entity' | 'Fact',
  after: string,
): Promise<ContentRow[]> {
  const rows = await door.read<ContentRow>(
    statement(
      'contentOfNodes',
      cypher`MATCH (n:${nameOf(label)})
WHERE n.id > ${after} AND ${VISIBLE_NODE('n')}
WITH n ORDER BY n.id LIMIT ${int(CHUNK)}
RETURN n.id AS id, n {.*, evidence: null} AS properties,
  [(n)-[r]->(t) WHERE NOT type(r) IN ${DERIVED_TIES} | [type(r), t.id, properties(r)]] AS ties`,
    ),
    asking,
  );
  return rows.map(({ id, properties, ties }) => ({
    id,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !DERIVED.includes(name))),
    ties: ties
      .map(([type, target, { register: _whose, ...said }]) => [type, target, said] as const)
      .map((tie) => [canonical(tie), tie] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, tie]) => tie),
  }));
}

async function claims(door: Door, asking: Asking, after: string): Promise<{ id: string }[]> {
  return door.read<{ id: string }>(
    statement(
      'contentOfClaims',
      cypher`MATCH (c:Claim)
WHERE c.id > ${after} AND c.endedAt IS NULL AND c.status <> 'WITHDRAWN'
WITH c ORDER BY c.id LIMIT ${int(CHUNK)}
RETURN c.id AS id, c.about AS about, c.value AS value, c.certainty AS certainty, c.status AS status, c.stance AS stance,
  c.locator AS locator, c.reason AS reason, c.basis AS basis`,
    ),
    asking,
  );
}
