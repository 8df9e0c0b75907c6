import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { answers } from './answers.js';
import { compiledQueries } from './compiled.js';
import type { ApiContext } from './context.js';
import { ReadDocuments } from './documents.js';
import { clientError } from './errors.js';
import { LIMITS } from './limits/figures.js';
import { limits } from './limits/plugin.js';

/** The GraphQL server, not yet started; it behaves the same whatever NODE_ENV says. */
export function apolloFor(schema: GraphQLSchema, log: Logger): ApolloServer<ApiContext> {
  return new ApolloServer<ApiContext>({
    schema,
    nodeEnv: 'production',
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // The schema is public, so "did you mean" gives nothing away.
    hideSchemaDetailsFromClientErrors: false,
    stopOnTerminationSignals: false,
    documentStore: new ReadDocuments(),
    parseOptions: { maxTokens: LIMITS.tokens },
    maxRecursiveSelections: LIMITS.selections,
    validationOptions: { maxErrors: LIMITS.errors },
    // For requests refused before they have a context; `answers` shapes all others, with their request id.
    formatError: (_, error) => clientError(error),
    logger: {
      debug: (message: string) => log.debug(message),
      info: (message: string) => log.debug(message),
      warn: (message: string) => log.warn(message),
      error: (message: string) => log.error(message),
    },
    plugins: [
      // Its hook on every field costs a third of the rate on nested questions.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limits(schema),
      compiledQueries(schema),
      answers,
    ],
  });
}
