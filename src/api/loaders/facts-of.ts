import DataLoader from 'dataloader';
import {
  getArgumentValues,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { PageOf } from '../../graph/reads/page.js';
import type { NodeRow, Projection } from '../../graph/reads/projection.js';
import type { EntityKind } from '../../model/declaration.js';
import { loaderOf, type ApiContext } from '../context.js';
import { appliesTo } from '../projection-of.js';
import { factPagesAsked } from '../questions/fact-pages.js';
import { factsAsked, type FactsAsked } from '../questions/facts-asked.js';
import type { PageArgs } from '../questions/page-asked.js';
import { fieldsBelow } from '../selection.js';
import { connectionOf, type Connection } from '../types/connection.js';

/** Arguments of a connection of facts. */
export type FactsArgs = PageArgs & { readonly filter?: FactsAsked | null };

type Loader = DataLoader<NodeRow, Connection, string>;

const NONE: PageOf = { rows: [], hasNext: false, total: { count: 0, more: false }, version: 0, leftOut: [] };

const connected = (page: PageOf, { after, filter }: FactsArgs): Connection =>
  connectionOf(page, after ?? null, filter?.kinds ?? []);

/** Pages that came with their entities. */
const ahead = new WeakMap<NodeRow, PageOf>();

/**
 * An entity together with the page of its facts, in one statement, where just one such page is selected of it. Undefined
 * where none or several are, and where the entity is not found under this id.
 */
export async function withFacts(
  kind: EntityKind,
  id: string,
  itself: Projection,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<NodeRow | undefined> {
  const nodes = fieldsBelow(info, info.fieldNodes, appliesTo(kind)).get('facts') ?? [];
  const [node] = nodes;
  if (!node || new Set(nodes.map(({ alias, name }) => (alias ?? name).value)).size > 1) return undefined;
  const field = (info.schema.getType(kind.kind) as GraphQLObjectType).getFields()['facts'];
  let read: ReturnType<typeof factPagesAsked>;
  try {
    const args = getArgumentValues(
      field as GraphQLField<unknown, unknown>,
      node,
      info.variableValues,
    ) as FactsArgs;
    const { fragments, variableValues } = info;
    read = factPagesAsked(
      factsAsked(args.filter),
      args,
      'facts',
      { fieldNodes: nodes, fragments, variableValues },
      true,
    );
  } catch {
    // The field itself says what is wrong with its arguments, in its own place.
    return undefined;
  }
  const page = (await read(context, { at: 'entities', kind: kind.kind, ids: [id], itself })).get(id);
  if (!page?.itself) return undefined;
  ahead.set(page.itself, page);
  return page.itself;
}

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
  const page = ahead.get(row);
  if (page) return Promise.resolve(connected(page, args));
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
      return rows.map(({ id }) => connected(found.get(id) ?? NONE, args));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
