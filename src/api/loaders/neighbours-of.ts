import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import {
  neighboursOf as readNeighbours,
  NEIGHBOURS_OF_MOST,
  type NeighbourFilter,
  type Neighbours,
} from '../../graph/reads/neighbours/neighbours.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import { Fault } from '../../model/faults.js';
import { ENTITY_KINDS, kindOfId } from '../../model/kinds.js';
import { loaderOf, type ApiContext } from '../context.js';
import { CONNECTION, projectionOf } from '../projection-of.js';
import { cursorOf } from '../questions/cursor.js';
import { evidenceAsked, type EvidenceAsked } from '../questions/facts-asked.js';
import { listAsked } from '../questions/ids.js';
import { pageAsked, type PageArgs } from '../questions/page-asked.js';
import { nodesAt } from '../selection.js';
import { pageOf } from '../types/connection.js';
import { neighboursEmptyBecause } from '../types/neighbour-words.js';

/** Arguments of the field, as they arrive. */
export type NeighboursArgs = PageArgs & {
  readonly kinds?: readonly string[] | null;
  readonly neighbourKinds?: readonly string[] | null;
  readonly evidence?: EvidenceAsked | null;
};

type Loader = DataLoader<NodeRow, object, string>;

const isKey = (key: string): boolean =>
  kindOfId(/^[1-9]\d{0,14}\|(?<id>.+)$/.exec(key)?.groups?.['id'] ?? '')?.sort === 'entity';

const NONE: Neighbours = { rows: [], hasNext: false, count: 0, leftOut: [], version: 0 };

/** The neighbours of an entity: one statement for all entities of a kind at one field and level, as with their facts. */
export function neighboursOf(
  row: NodeRow,
  args: NeighboursArgs,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const loaders = loaderOf(context, 'neighboursOf', () => new Map<readonly FieldNode[], Loader>());
  const known = loaders.get(info.fieldNodes) ?? loaderFor(args, context, info);
  loaders.set(info.fieldNodes, known);
  return known.load(row);
}

function loaderFor(args: NeighboursArgs, { door, asking }: ApiContext, info: GraphQLResolveInfo): Loader {
  const { fieldName } = info;
  const filter: NeighbourFilter = {
    kinds: listAsked(args.kinds, `${fieldName}(kinds:)`) ?? null,
    neighbourKinds: listAsked(args.neighbourKinds, `${fieldName}(neighbourKinds:)`) ?? null,
    evidence: args.evidence ? evidenceAsked(args.evidence, `${fieldName}(evidence:)`) : {},
  };
  const page = { ...pageAsked(args, fieldName, isKey), survey: nodesAt(info, ['leftOut']).length > 0 };
  const wanted = projectionOf(
    info,
    ENTITY_KINDS,
    CONNECTION.map((path) => [...path, 'entity']),
  );
  return new DataLoader(
    async (rows) => {
      if (rows.length > NEIGHBOURS_OF_MOST)
        throw new Fault(
          'TOO_COSTLY',
          `${fieldName} is asked of ${rows.length} entities at once; at most ${NEIGHBOURS_OF_MOST} are allowed. Ask for fewer rows above it.`,
          { details: { limit: NEIGHBOURS_OF_MOST } },
        );
      const found = await Promise.all(
        [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
          const ids = rows.filter((one) => one.kind === kind).map(({ id }) => id);
          return readNeighbours(door, asking, { kind, ids }, filter, page, wanted);
        }),
      );
      const all = new Map(found.flatMap((some) => [...some]));
      return rows.map(({ id }) => connectionOf(id, all.get(id) ?? NONE, filter, page.after));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}

function connectionOf(id: string, found: Neighbours, filter: NeighbourFilter, after: string | null): object {
  const edges = found.rows.map(({ key, row }) => ({ cursor: cursorOf(key), node: row }));
  return {
    ...pageOf(edges, found.hasNext, after),
    totalCount: { count: found.count, more: false },
    leftOut: found.leftOut,
    graphVersion: found.version,
    emptyBecause: edges.length === 0 ? neighboursEmptyBecause(id, filter, after !== null) : null,
  };
}
