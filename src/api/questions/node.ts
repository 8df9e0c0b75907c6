import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { nodesById } from '../../graph/reads/nodes.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import { KINDS, kindOfId } from '../../model/kinds.js';
import type { ApiContext } from '../context.js';
import { projectionOf } from '../projection-of.js';
import { classNamed } from '../types/declare.js';
import { LIST_MOST, listAsked } from './ids.js';

async function found(
  ids: readonly string[],
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<(NodeRow | null)[]> {
  const named = new Set(ids.map((id) => kindOfId(id)));
  const kinds = KINDS.filter((kind) => named.has(kind));
  if (kinds.length === 0) return ids.map(() => null);
  const rows = await nodesById(door, asking, [...new Set(ids)], projectionOf(info, kinds));
  return ids.map((id) => rows.get(id) ?? null);
}

@Resolver()
export class NodeQuestions {
  @Query(() => classNamed('Node'), {
    nullable: true,
    description: 'The entity or fact with this id; null when there is none, or none that is shown.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Its whole id, for example country/egy.' }) id: string,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow | null> {
    return (await found([id], context, info))[0] ?? null;
  }

  @Query(() => [classNamed('Node')], {
    nullable: 'items',
    description:
      'The entities and facts with these ids, in the order of the ids; null where there is none, or none that is shown.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: `Whole ids, at most ${LIST_MOST}.` }) ids: string[],
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(NodeRow | null)[]> {
    // An empty list is a fair question here, and repeated ids keep their places.
    if (ids.length > 0) listAsked(ids, 'nodes(ids:)');
    return found(ids, context, info);
  }
}
