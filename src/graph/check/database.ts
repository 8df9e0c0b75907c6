import { SCHEMA } from '../constraints.js';
import { cypher, int, joined, nameOf, statement } from '../cypher.js';
import { DERIVATION } from '../derived/rules-version.js';
import type { Asking, Door } from '../door.js';
import { schemaDifferences } from '../schema-differences.js';
import type { Findings } from './findings.js';

/** What the graph should say that it was made with; null where nobody can tell. */
export interface Expected {
  readonly model: string;
  readonly seed: string | null;
}

/** Checks that constraints and indexes are there, as declared, and online. */
export async function checkSchema(door: Door, asking: Asking, findings: Findings): Promise<void> {
  findings.checked('schema', SCHEMA.length);
  for (const { name, how } of await schemaDifferences(door, asking))
    findings.wrong('schema', name, null, how);
}

/** Checks the graph's own node; returns the version of the graph. */
export async function checkGraphNode(
  door: Door,
  asking: Asking,
  expected: Expected,
  findings: Findings,
): Promise<number> {
  const rows = await door.read<{ id: string | null; properties: Record<string, unknown>; whole: boolean }>(
    statement(
      'checkedGraph',
      cypher`MATCH (g:Graph)
RETURN g.id AS id, properties(g) AS properties, valueType(g.version) STARTS WITH 'INTEGER' AS whole`,
    ),
    asking,
  );
  const [graph] = rows;
  findings.checked('graphNode', 4);
  if (!graph || rows.length > 1 || graph.id !== 'graph') {
    findings.wrong(
      'graphNode',
      'graph',
      null,
      `there are ${rows.length} nodes of the graph, and should be one`,
    );
    return 0;
  }
  const { model, derived, seed, version } = graph.properties;
  const hold = (property: string, stands: unknown, wanted: string | null, advice: string): void => {
    if (wanted !== null && stands !== wanted)
      findings.wrong(
        'graphNode',
        'graph',
        property,
        `is ${JSON.stringify(stands ?? null)}, not ${JSON.stringify(wanted)}: ${advice}`,
      );
  };
  hold('model', model, expected.model, 'it was made with other declarations');
  hold('derived', derived, DERIVATION, 'npm run rebuild works it out anew');
  hold('seed', seed, expected.seed, 'npm run setup applies the seed that stands in the folder');
  if (!graph.whole || Number(version) < 1)
    findings.wrong('graphNode', 'graph', 'version', 'is no whole number from 1 on');
  return Number(version ?? 0);
}

const LABELS = ['Entity', 'Fact', 'Claim', 'Batch', 'Graph', 'Staged'].map(nameOf);

/** Checks by the database's own counts that nothing else stands here; only where they differ is it looked for. */
export async function checkOurs(
  door: Door,
  asking: Asking,
  walked: Readonly<Record<'Entity' | 'Fact' | 'Claim', number>>,
  findings: Findings,
): Promise<void> {
  const count = async (label: string | null): Promise<number> => {
    const [row] = await door.read<{ count: number }>(
      statement(
        'countNodes',
        cypher`MATCH (n${label === null ? cypher`` : cypher`:${nameOf(label)}`}) RETURN count(n) AS count`,
      ),
      asking,
    );
    return row?.count ?? 0;
  };
  const all = await count(null);
  findings.checked('ours', all);
  const labelled = await Promise.all(LABELS.map(({ text }) => count(text)));
  const known = labelled.reduce((sum, one) => sum + one, 0);
  const missed = (['Entity', 'Fact', 'Claim'] as const).some((label, i) => labelled[i] !== walked[label]);
  if (all === known && !missed) return;
  const kinds = joined(
    LABELS.map((label) => cypher`n:${label}`),
    ' OR ',
  );
  const strange = await door.read<{ id: string; labels: string[] }>(
    statement(
      'strangeNodes',
      cypher`MATCH (n) WHERE NOT (${kinds}) OR n.id IS NULL OR NOT valueType(n.id) STARTS WITH 'STRING'
RETURN coalesce(toStringOrNull(n.id), elementId(n)) AS id, labels(n) AS labels LIMIT ${int(1_000)}`,
    ),
    asking,
  );
  for (const { id, labels } of strange)
    findings.wrong(
      'ours',
      id,
      null,
      `is ${labels.length > 0 ? `labelled ${labels.join(', ')}` : 'without a label'}, or has no id`,
    );
}
