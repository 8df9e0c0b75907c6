import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Fault, FaultCode } from '../model/faults.js';
import { LIMITS } from '../api/limits/figures.js';
import { statusOf } from './addresses/fault-status.js';

/** A refusal before GraphQL, in the one error shape; nothing of the request is repeated in it. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: FaultCode,
  message: string,
  details: Record<string, unknown> = {},
): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions: { ...details, code, requestId: reply.request.id } }] });
}

/** A fault as a refusal, with the seconds after which to try again where that helps. */
export function refuseFault(reply: FastifyReply, { code, message, details = {} }: Fault): FastifyReply {
  const seconds = code === 'RATE_LIMITED' ? details['retryAfterSeconds'] : SECONDS_TO_RETRY[code];
  if (seconds !== undefined) void reply.header('retry-after', Number(seconds));
  return refuse(reply, statusOf(code), code, message, details);
}

const SECONDS_TO_RETRY: Readonly<Partial<Record<FaultCode, number>>> = { UNAVAILABLE: 2, CONFLICT: 2 };

const MESSAGES: Readonly<Record<number, string>> = {
  413: `The request body is larger than ${LIMITS.bodyBytes} bytes.`,
  415: 'This content type or coding is not taken; send application/json in UTF-8, not compressed.',
};

/** Answers to unknown addresses and to requests that cannot be read. */
export function answerRefusals(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, 404, 'NOT_FOUND', 'There is nothing at this address.'),
  );
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 400 || status >= 500) {
      log.error({ requestId: request.id, err: error }, 'request failed');
      return refuse(
        reply,
        500,
        'INTERNAL',
        'Something failed on our side. The request id finds it in the log.',
      );
    }
    const message = MESSAGES[status] ?? 'The request cannot be read; the body must be JSON.';
    if (status === 413) return refuse(reply, status, 'TOO_LARGE', message, { limit: LIMITS.bodyBytes });
    return refuse(reply, status, 'BAD_REQUEST', message);
  });
}

/** Bodies are JSON in UTF-8 and not compressed; anything else goes on as text, for CSRF prevention to refuse. */
export function takeBodies(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const charset = /charset\s*=\s*"?([^\s;"]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
    const coding = request.headers['content-encoding'];
    // A GET has no body; a browser may send a simple type, which would pass for a plain page's request.
    const typed =
      request.method === 'GET' && request.routeOptions.url === '/graphql' && request.headers['content-type'];
    if (
      (typed && !/^application\/(graphql\+|graphql-response\+)?json\b/i.test(typed)) ||
      (charset && !/^(utf-8|us-ascii)$/i.test(charset)) ||
      (coding && coding !== 'identity')
    ) {
      refuse(reply, 415, 'BAD_REQUEST', MESSAGES[415] as string);
      return;
    }
    done();
  });
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}
