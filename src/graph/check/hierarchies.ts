import { cypher, int, joined, nameOf, statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { circlesIn, type Tie } from './circles.js';
import type { Findings } from './findings.js';
import type { Rule } from './rules.js';

/** Ties that may not lead back to where they start, by the rule that says so; NOT_BEFORE and NOT_AFTER bind one another. */
const HIERARCHIES: readonly {
  readonly rule: Rule;
  readonly name: string;
  readonly types: readonly string[];
}[] = [
  { rule: 'circles', name: 'partOf', types: ['PART_OF'] },
  { rule: 'circles', name: 'versionOf', types: ['VERSION_OF'] },
  { rule: 'circles', name: 'grewOutOf', types: ['GREW_OUT_OF'] },
  { rule: 'circles', name: 'period', types: ['NOT_BEFORE', 'NOT_AFTER'] },
  { rule: 'topicTree', name: 'broader', types: ['BROADER'] },
  { rule: 'inferenceCircles', name: 'INFERRED_FROM', types: ['INFERRED_FROM'] },
];

interface TieRow extends Tie {
  readonly fromScheme: string | null;
  readonly toScheme: string | null;
}

const CHUNK = 1_000;
const LABELS: Readonly<Record<string, readonly string[]>> = { INFERRED_FROM: ['Claim'] };

/** Looks for circles in each hierarchy, and for broader topics of another scheme. Only the pairs of ids are held. */
export async function checkHierarchies(door: Door, asking: Asking, findings: Findings): Promise<void> {
  for (const { rule, name, types } of HIERARCHIES) {
    const ties: TieRow[] = [];
    for (const label of LABELS[types[0] ?? ''] ?? ['Entity', 'Fact'])
      for await (const rows of tiesFrom(door, asking, label, types)) ties.push(...rows);
    findings.checked(rule, ties.length);
    for (const circle of circlesIn(ties)) {
      const [first = ''] = circle;
      findings.wrong(rule, first, name, `goes in a circle: ${circle.join(' > ')}`);
      for (const other of circle.slice(1, -1)) findings.follows(other, name);
    }
    if (rule === 'topicTree')
      for (const { from, to, fromScheme, toScheme } of ties)
        if (fromScheme !== toScheme)
          findings.wrong(
            rule,
            from,
            name,
            `${to} is of the scheme ${toScheme ?? 'none'}, not ${fromScheme ?? 'none'}`,
          );
  }
}

async function* tiesFrom(
  door: Door,
  asking: Asking,
  label: string,
  types: readonly string[],
): AsyncGenerator<readonly TieRow[]> {
  const kinds = joined(
    types.map((type) => cypher`r:${nameOf(type)}`),
    ' OR ',
  );
  for (let after = ''; ;) {
    const rows = await door.read<{
      id: string;
      ties: readonly (readonly [string, string | null])[];
      scheme: string | null;
    }>(
      statement(
        'checkedTies',
        cypher`MATCH (n:${nameOf(label)}) WHERE n.id > ${after}
WITH n ORDER BY n.id LIMIT ${int(CHUNK)}
RETURN n.id AS id, n.scheme AS scheme, [(n)-[r]->(t) WHERE ${kinds} | [t.id, t.scheme]] AS ties`,
      ),
      asking,
    );
    yield rows.flatMap(({ id, scheme, ties }) =>
      ties.map(([to, toScheme]) => ({ from: id, to, fromScheme: scheme, toScheme })),
    );
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}
