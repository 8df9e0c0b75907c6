import type { FastifyInstance } from 'fastify';
import { EXPOSED } from './addresses/told.js';

const SHARED = /^\/(graphql(\?|$)|q(\/|\?|$))/;

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST',
  'access-control-allow-headers': 'content-type, if-none-match, x-request-id, apollo-require-preflight',
  'access-control-max-age': '600',
} as const;

/**
 * Lets pages of the named origins read /graphql and /q/. Only a named origin is ever repeated, `*` stands for all, and credentials
 * are never allowed: nothing here hangs on who asks.
 */
export function shareWith(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const any = origins.includes('*');
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (!SHARED.test(request.raw.url ?? '') || origin === undefined || !(any || origins.includes(origin)))
      return done();
    void reply.header('access-control-allow-origin', any ? '*' : origin);
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      void reply.code(204).headers(PREFLIGHT).send();
      return;
    }
    void reply.header('access-control-expose-headers', EXPOSED.join(', '));
    done();
  });
  if (any) return;
  app.addHook('onSend', (request, reply, payload, done) => {
    if (SHARED.test(request.raw.url ?? '')) {
      const before = reply.getHeader('vary');
      void reply.header('vary', before === undefined ? 'Origin' : `${String(before)}, Origin`);
    }
    done(null, payload);
  });
}
