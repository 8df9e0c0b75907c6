import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { nodesById } from '../../graph/reads/nodes.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import type { Kind } from '../../model/declaration.js';
import { loaderOf, type ApiContext } from '../context.js';
import { projectionOf } from '../projection-of.js';

type Loader = DataLoader<string, NodeRow | null>;

/**
 * Things named by id in rows that were counted elsewhere: one statement for all rows at one field and level. What was
 * taken back since then is left out.
 */
export async function nodesOf(
  ids: readonly string[],
  kinds: readonly Kind[],
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<NodeRow[]> {
  const loaders = loaderOf(context, 'nodesOf', () => new Map<readonly FieldNode[], Loader>());
  const known =
    loaders.get(info.fieldNodes) ??
    new DataLoader<string, NodeRow | null>(async (wanted) => {
      const { door, asking } = context;
      const found = await nodesById(door, asking, wanted, projectionOf(info, kinds));
      return wanted.map((id) => found.get(id) ?? null);
    });
  loaders.set(info.fieldNodes, known);
  const rows = await Promise.all(ids.map((id) => known.load(id)));
  return rows.filter((row) => row !== null);
}
