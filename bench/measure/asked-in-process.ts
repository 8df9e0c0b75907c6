import 'reflect-metadata';
import pino from 'pino';
import { apolloFor } from '../../src/api/apollo.js';
import { contextFor } from '../../src/api/context.js';
import { buildApiSchema } from '../../src/api/schema.js';
import type { Door } from '../../src/graph/door.js';
import type { Item, Variables } from '../workload/item.js';
import type { Profiled, Profiler } from './hits.js';

/** Asks the product's own schema in this process, so that its very statements can be profiled. */
export function productProfiled(profiler: Profiler): (item: Item, drawn: Variables) => Promise<Profiled> {
  const log = pino({ level: 'silent' });
  const apollo = apolloFor(buildApiSchema(), log);
  const door: Door = {
    read: async <T extends object>({ text, params }: { text: string; params: object }) =>
      (await profiler.run(text, params)) as T[],
    write: () => Promise.reject(new Error('A question does not write.')),
    verify: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return async (item, drawn) => {
    const { document, variables } = item.product;
    const { body } = await apollo.executeOperation(
      { query: document, variables: variables ? variables(drawn) : drawn },
      { contextValue: contextFor({ requestId: 'profiled', door, log }) },
    );
    if (body.kind !== 'single' || body.singleResult.errors)
      throw new Error(`Item ${item.id}: ${JSON.stringify(body)}`);
    return profiler.taken();
  };
}
