import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.js';

/** Operations typed by the schema: one that asks for what is not there does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Day: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
