import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { PageOf } from '../../graph/reads/page.js';
import type { ApiContext } from '../context.js';
import { connectionOf, type Connection } from '../types/connection.js';
import { classNamed } from '../types/declare.js';
import { PAGE_DEFAULT, pageArgs } from '../types/page-args.js';
import { factPagesAsked } from './fact-pages.js';
import { factsAsked, type FactsAsked } from './facts-asked.js';

@Resolver()
export class FactsQuestion {
  @Query(() => classNamed('FactConnection'), {
    description: 'Facts of any kind, newest first, unknown dates last; for example those on topic/patents.',
  })
  async facts(
    @Arg('filter', () => classNamed('FactFilter'), {
      nullable: true,
      description: 'Which facts; all when left out.',
    })
    filter: FactsAsked | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: PAGE_DEFAULT,
      description: pageArgs.first.description,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: pageArgs.after.description })
    after: string | null,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection> {
    const pages = await factPagesAsked(
      factsAsked(filter),
      { first, after },
      'facts',
      info,
      false,
    )(context, { at: 'all' });
    return connectionOf(pages.get('') as PageOf, after, filter?.kinds ?? []);
  }
}
