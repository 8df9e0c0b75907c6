import { Ctx, Int, Query, Resolver } from 'type-graphql';
import type { ApiContext } from '../context.js';
import { TOLD_LIMITS, type ToldLimit } from '../limits/told.js';
import { classNamed, objectType } from '../types/declare.js';

objectType('Limit', 'A bound on what one request, one client or one answer may take.', {
  name: { type: () => String, description: 'Its name, for example cost; stays the same.' },
  figure: {
    type: () => Int,
    nullable: true,
    description: 'The most that is allowed, in the unit; null where this server sets no bound.',
  },
  unit: { type: () => String, description: 'What is counted, for example rows.' },
  meaning: { type: () => String, description: 'What is bounded, in words.' },
});

@Resolver()
export class LimitsQuestion {
  @Query(() => [classNamed('Limit')], {
    description:
      'Every bound on a question, and the budget of a client; asks nothing of the graph. Example: `{ limits { name figure unit } }`. What a question cost stands under `extensions.cost` of each answer.',
  })
  limits(@Ctx() { purse }: ApiContext): (Omit<ToldLimit, 'figure'> & { figure: number | null })[] {
    const budget = {
      name: 'clientBudget',
      figure: purse?.limit ?? null,
      unit: 'fields a minute',
      meaning: 'cost that one client may ask a minute (`RATE_BUDGET`)',
    };
    return [...TOLD_LIMITS, budget];
  }
}
