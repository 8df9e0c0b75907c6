import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { expect } from 'vitest';
import type { ApiContext } from '../../src/api/context.js';
import { buildApiSchema } from '../../src/api/schema.js';

const schema = buildApiSchema();

/** A context without a database: the reads are replaced by the test. */
const context = (): ApiContext => ({ loaders: new Map(), door: {}, asking: {} }) as unknown as ApiContext;

type Variables = Record<string, unknown>;

/** The two ways in which a document is run. */
export const EXECUTORS: readonly (readonly [
  string,
  (text: string, variables?: Variables) => Promise<ExecutionResult>,
])[] = [
  [
    'graphql-js',
    async (text, variableValues = {}) =>
      execute({ schema, document: documentOf(text), contextValue: context(), variableValues }),
  ],
  [
    'graphql-jit',
    async (text, variables = {}) => {
      const compiled = compileQuery(schema, documentOf(text));
      if (!isCompiledQuery(compiled)) throw new Error('The document was not compiled.');
      return compiled.query(undefined, context(), variables) as Promise<ExecutionResult>;
    },
  ],
];

function documentOf(text: string): ReturnType<typeof parse> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return document;
}
