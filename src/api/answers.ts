import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from './context.js';
import { clientErrors } from './errors.js';
import { LIMITS } from './limits/figures.js';

/** The last word on every answer, compiled or not: errors in one shape, and what the question cost. */
export const answers: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { body }, errors, contextValue }) {
        if (body.kind !== 'single') return Promise.resolve();
        const { singleResult } = body;
        // The compiled path leaves its errors in the result, as they were thrown; the other one in `errors`.
        const raw = errors ?? singleResult.errors;
        const {
          weighed: { cost },
          statements,
          requestId,
          log,
          asking,
        } = contextValue;
        if (raw?.length)
          singleResult.errors = clientErrors(raw, { requestId, log, operation: asking.operation });
        if (singleResult.data !== undefined) {
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: {
              asked: cost,
              limit: LIMITS.cost,
              left: LIMITS.cost - cost,
              statements: statements.length,
            },
          };
        }
        return Promise.resolve();
      },
    }),
  unexpectedErrorProcessingRequest({ error, requestContext }) {
    requestContext.contextValue.log.error(
      { requestId: requestContext.contextValue.requestId, err: error },
      'request broke',
    );
    return Promise.resolve();
  },
};
