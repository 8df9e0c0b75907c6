import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Fault, type FaultCode } from '../../model/faults.js';

/** A limit that the request does not keep, as an error that Apollo answers with status 400. */
export function refusal(code: FaultCode, message: string, details: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    originalError: new Fault(code, message, { details }),
    extensions: { http: { status: 400 } },
  });
}

/** A fault of the client's budget as an error: 429 and when to come again, or 400 where waiting does not help. */
export function budgetRefusal(fault: Fault): GraphQLError {
  const { code, message, details = {} } = fault;
  if (code !== 'RATE_LIMITED') return refusal(code, message, details);
  const headers = new HeaderMap([['retry-after', String(details['retryAfterSeconds'])]]);
  return new GraphQLError(message, { originalError: fault, extensions: { http: { status: 429, headers } } });
}
