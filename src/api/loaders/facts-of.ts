import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { PageOf } from '../../graph/reads/page.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import { loaderOf, type ApiContext } from '../context.js';
import { factPagesAsked } from '../questions/fact-pages.js';
import { factsAsked, type FactsAsked } from '../questions/facts-asked.js';
import type { PageArgs } from '../questions/page-asked.js';
import { connectionOf, type Connection } from '../types/connection.js';

/** Arguments of a connection of facts. */
export type FactsArgs = PageArgs & { readonly filter?: FactsAsked | null };

type Loader = DataLoader<NodeRow, Connection, string>;

const NONE: PageOf = { rows: [], hasNext: false, total: { count: 0, more: false }, version: 0, leftOut: [] };

/**
 * The facts of an entity: one statement for all entities of a kind at one field and level. The executor hands all
 * of them the same list of nodes, and aliases or other arguments another one, so that list is the loader's key.
 */
export function factsOf(
  row: NodeRow,
  args: FactsArgs,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<Connection> {
  const loaders = loaderOf(context, 'factsOf', () => new Map<readonly FieldNode[], Loader>());
  const known = loaders.get(info.fieldNodes) ?? loaderFor(args, context, info);
  loaders.set(info.fieldNodes, known);
  return known.load(row);
}

function loaderFor(args: FactsArgs, context: ApiContext, info: GraphQLResolveInfo): Loader {
  const read = factPagesAsked(factsAsked(args.filter), args, info.fieldName, info, true);
  return new DataLoader(
    async (rows) => {
      const pages = await Promise.all(
        [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
          const ids = rows.filter((one) => one.kind === kind).map(({ id }) => id);
          return read(context, { at: 'entities', kind, ids });
        }),
      );
      const found = new Map(pages.flatMap((some) => [...some]));
      return rows.map(({ id }) =>
        connectionOf(found.get(id) ?? NONE, args.after ?? null, args.filter?.kinds ?? []),
      );
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
