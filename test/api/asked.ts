import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { expect } from 'vitest';
import type { ApiContext } from '../../src/api/context.js';
import { buildApiSchema } from '../../src/api/schema.js';

const schema = buildApiSchema();

/** A context without a database: the reads are replaced by the test. */
const context = (): ApiContext => ({ loaders: new Map(), door: {}, asking: {} }) as unknown as ApiContext;

type Variables = Record<string, unknown>;

type Ask = (text: string, variables?: Variables) => Promise<ExecutionResult>;

const plain: Ask = async (text, variableValues = {}) =>
  execute({ schema, document: documentOf(text), contextValue: context(), variableValues });

const compiled: Ask = async (text, variables = {}) => {
  const run = compileQuery(schema, documentOf(text));
  if (!isCompiledQuery(run)) throw new Error('The document was not compiled.');
  return run.query(undefined, context(), variables);
};

/** The two ways in which a document is run. */
export const EXECUTORS: readonly (readonly [string, Ask])[] = [
  ['graphql-js', plain],
  ['graphql-jit', compiled],
];

function documentOf(text: string): ReturnType<typeof parse> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return document;
}
