import { getNullableType, isListType, isObjectType, type DocumentNode, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { ROWS_OF_A_LIST, ROWS_WITHOUT_FIRST, STATEMENT_COST } from './figures.js';

const rows = (first: unknown): number =>
  typeof first === 'number' && first > 0 ? Math.ceil(first) : ROWS_WITHOUT_FIRST;

/** A field with `first` counts its rows, a list by `ids` those; any other list counts for some, but for the lists inside a connection. */
const byRows =
  (schema: GraphQLSchema): ComplexityEstimator =>
  ({ type, field, args, childComplexity }) => {
    // Reading the schema itself asks nothing of the database.
    if (field.name.startsWith('__')) return 0;
    const own = type === schema.getQueryType() || type === schema.getMutationType() ? STATEMENT_COST : 1;
    if (field.args.some(({ name }) => name === 'first')) {
      return own + rows((args as Record<string, unknown>)['first']) * Math.max(1, childComplexity);
    }
    const ids = (args as Record<string, unknown>)['ids'];
    if (Array.isArray(ids) && isListType(getNullableType(field.type)))
      return own + ids.length * childComplexity;
    const inConnection = isObjectType(type) && type.name.endsWith('Connection');
    const times = isListType(getNullableType(field.type)) && !inConnection ? ROWS_OF_A_LIST : 1;
    return own + times * childComplexity;
  };

/**
 * What an operation may cost at most. A field's own `complexity` goes before the rule by rows: as a number it adds to
 * what is below and multiplies nothing, so lists need a function. */
export const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): number =>
  getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName === undefined ? {} : { operationName }),
    estimators: [fieldExtensionsEstimator(), byRows(schema)],
  });
