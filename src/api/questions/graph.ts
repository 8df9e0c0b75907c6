import { Ctx, Int, Query, Resolver } from 'type-graphql';
import { findGraph } from '../../graph/graph-node.js';
import { Fault } from '../../model/faults.js';
import type { ApiContext } from '../context.js';
import { classNamed, objectType } from '../types/declare.js';

objectType('Graph', 'What the graph says of itself, so that an answer can be cited and checked.', {
  version: {
    type: () => Int,
    description: 'Rises by one with each change; two answers with the same version saw the same graph.',
  },
  model: { type: () => String, description: 'Hash of the declarations of the kinds.' },
  derived: { type: () => String, description: 'Number of the derivation rules.' },
  seed: {
    type: () => String,
    nullable: true,
    description: 'Hash of the seed that was last applied; null before the first.',
  },
});

@Resolver()
export class GraphQuestion {
  @Query(() => classNamed('Graph'), { description: 'Version of the graph, and what it was made with.' })
  async graph(@Ctx() { door, asking }: ApiContext): Promise<object> {
    const found = await findGraph(door, asking);
    if (found.holds === 'graph') return found;
    throw new Fault('UNAVAILABLE', 'The database holds no graph yet; try again when the seed is loaded.');
  }
}
