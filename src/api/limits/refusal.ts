import { GraphQLError } from 'graphql';
import { Fault, type FaultCode } from '../../model/faults.js';

/** A limit that the request does not keep, as an error that Apollo answers with status 400. */
export function refusal(code: FaultCode, message: string, details: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    originalError: new Fault(code, message, { details }),
    extensions: { http: { status: 400 } },
  });
}
