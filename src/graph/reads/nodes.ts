import { KINDS } from '../../model/kinds.js';
import { cypher, nameOf, statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from './projection.js';

/** Entities and facts by id, whatever their kind; what is withdrawn or absent is left out alike. */
export async function nodesById(
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
