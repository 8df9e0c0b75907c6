import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from './context.js';
import { clientErrors } from './errors.js';
import { actualCost } from './limits/actual-cost.js';
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
          purse,
          requestId,
          log,
          asking,
        } = contextValue;
        if (raw?.length)
          singleResult.errors = clientErrors(raw, { requestId, log, operation: asking.operation });
        if (singleResult.data !== undefined) {
          const actual = cost > 0 && singleResult.data ? actualCost(singleResult.data) : 0;
          // A question that failed on the way may have cost the database as much as it might.
          if (!raw?.length && cost > 0) purse?.settle(cost, actual);
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: {
              asked: cost,
              actual,
              limit: LIMITS.cost,
              left: LIMITS.cost - cost,
              statements: statements.length,
              ...(purse && {
                budget: { limit: purse.limit, left: purse.left, perSecond: purse.perSecond },
              }),
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
