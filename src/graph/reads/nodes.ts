import { KINDS, kindNamed } from '../../model/kinds.js';
import { MERGED_KINDS } from '../../model/rules/merge.js';
import { cypher, nameOf, statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { readMerges } from './merged.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from './projection.js';

const MERGEABLE = MERGED_KINDS.map((name) => `${kindNamed(name)?.prefix ?? ''}/`);

/**
 * Entities and facts by id, whatever their kind; what is withdrawn or absent is left out alike. An id that was given up in
 * a merge leads to what it is one with.
 */
export async function nodesById(
  door: Door,
  asking: Asking,
  ids: readonly string[],
  projection: Projection,
): Promise<Map<string, NodeRow>> {
  const found = await shownById(door, asking, ids, projection);
  const lacking = ids.filter((id) => !found.has(id) && MERGEABLE.some((prefix) => id.startsWith(prefix)));
  if (lacking.length === 0) return found;
  const merges = (await readMerges((asked) => door.read(asked, asking))).filter(({ from }) =>
    lacking.includes(from),
  );
  if (merges.length === 0) return found;
  const stay = await shownById(door, asking, [...new Set(merges.map(({ into }) => into))], projection);
  for (const { from, into } of merges) {
    const node = stay.get(into);
    if (node) found.set(from, node);
  }
  return found;
}

async function shownById(
  door: Door,
  asking: Asking,
  ids: readonly string[],
  projection: Projection,
): Promise<Map<string, NodeRow>> {
  const found = new Map<string, NodeRow>();
  for (const [label, sort] of [
    ['Entity', 'entity'],
    ['Fact', 'fact'],
  ] as const) {
    const kinds = KINDS.filter((kind) => kind.sort === sort);
    const own = ids.filter((id) => kinds.some(({ prefix }) => id.startsWith(`${prefix}/`)));
    if (own.length === 0) continue;
    const block = project('n', kinds, projection);
    const [row] = await door.read<{ rows: unknown[][] }>(
      statement(
        `${sort}ById`,
        cypher`UNWIND ${own} AS id
MATCH (n:${nameOf(label)} {id: id}) WHERE ${VISIBLE_NODE('n')}
RETURN collect(${block.expression}) AS rows`,
      ),
      asking,
    );
    for (const list of row?.rows ?? []) {
      const node = block.decode(list);
      found.set(node.id, node);
    }
  }
  return found;
}
