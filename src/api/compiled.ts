import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  OperationTypeNode,
  type OperationDefinitionNode,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { ApiContext } from './context.js';
import { textLength } from './documents.js';
import { COMPILED_CHARACTERS, COMPILED_DOCUMENTS } from './limits/figures.js';

type Run = (
  root: unknown,
  context: ApiContext,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult;
/** Seen once, compiled, or not to be compiled. */
type Known = 'once' | Run | 'never';

/** The documents seen last; one is compiled when it comes again, since compiling costs about five runs. */
class Documents {
  readonly #known = new Map<string, Known>();

  constructor(readonly schema: GraphQLSchema) {}

  runOf(key: string, document: DocumentNode, operationName: string | null): Run | null {
    const before = this.#known.get(key);
    const now = before === 'once' ? this.#compile(document, operationName) : (before ?? 'once');
    this.#known.delete(key);
    this.#known.set(key, now);
    if (this.#known.size > COMPILED_DOCUMENTS) this.#known.delete(this.#known.keys().next().value as string);
    return typeof now === 'function' ? now : null;
  }

  #compile(document: DocumentNode, operationName: string | null): Run | 'never' {
    // It keys what it knows of a field by its path joined with `_`, so such aliases would take each other's place.
    if (hasUnderscore(document) || hasRequiredDefault(document) || textLength(document) > COMPILED_CHARACTERS)
      return 'never';
    const compiled = compileQuery(this.schema, document, operationName ?? undefined);
    return isCompiledQuery(compiled) ? (compiled.query as Run) : 'never';
  }
}

/** It refuses `$first: Int! = 20` where `first` is left out. */
const hasRequiredDefault = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.variableDefinitions?.some(
        ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue !== undefined,
      ),
  );

function hasUnderscore(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Field: ({ alias }) => void (found ||= alias?.value.includes('_') ?? false) });
  return found;
}

/** Runs repeated queries compiled; mutations never, and whatever does not fit falls back to graphql-js. */
export function compiledQueries(schema: GraphQLSchema): ApolloServerPlugin<ApiContext> {
  const documents = new Documents(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({
          operation,
          document,
          operationName,
          queryHash,
          request,
          response,
          contextValue,
        }) {
          // graphql-jit would lose the detail of faults in variables, and the status 400.
          // Apollo's types say otherwise, but there is no operation when its name fits none.
          const query =
            (operation as OperationDefinitionNode | undefined)?.operation === OperationTypeNode.QUERY;
          if (!query || !contextValue.weighed.variablesFit) return null;
          const run = documents.runOf(`${queryHash} ${operationName ?? ''}`, document, operationName);
          if (!run) return null;
          // Errors stay as they were thrown; `answers` gives them their form.
          const singleResult = await run(undefined, contextValue, request.variables ?? {});
          return {
            http: response.http,
            body: { kind: 'single', singleResult: singleResult as FormattedExecutionResult },
          };
        },
      }),
  };
}
