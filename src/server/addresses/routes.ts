import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { apolloFor } from '../../api/apollo.js';
import type { ApiContext } from '../../api/context.js';
import { LIMITS } from '../../api/limits/figures.js';
import type { Door } from '../../graph/door.js';
import { Fault } from '../../model/faults.js';
import { refuse, refuseFault } from '../refusals.js';
import type { SavedOperation } from '../saved-operations.js';
import { answerAddress } from './answer.js';
import { askOf } from './asked.js';
import { GraphNow } from './graph-now.js';
import { answerListing } from './listing.js';
import { placeOf, savedAddresses } from './saved-address.js';

export interface AddressParts {
  readonly schema: GraphQLSchema;
  readonly door: Door;
  readonly log: Logger;
  readonly apollo: ReturnType<typeof apolloFor>;
  readonly operations: readonly SavedOperation[];
  /** Whether files also hold what only sources give whose licence forbids passing on. */
  readonly passesAllOn: boolean;
  /** Makes contexts for one request, all of which end with it. */
  readonly contextsOf: (request: FastifyRequest, reply: FastifyReply) => () => ApiContext;
}

/** /q/: the list of the saved operations, and each at its addresses. */
export function answerAddresses(app: FastifyInstance, parts: AddressParts): void {
  const { schema, door, log, apollo, contextsOf } = parts;
  const saved = savedAddresses(schema, parts.operations, log);
  const graph = new GraphNow(door, parts.passesAllOn);
  answerListing(app, [...saved.values()]);

  app.get('/q/*', async (request, reply) => {
    const place = placeOf((request.params as { '*': string })['*']);
    const found = place && saved.get(place.name);
    if (!place || !found)
      return refuse(reply, 404, 'NOT_FOUND', 'There is no such saved operation; /q/ lists them.');
    try {
      const contextOf = contextsOf(request, reply);
      const { asking } = contextOf();
      const asked = {
        schema,
        door,
        graph,
        saved: found,
        ending: place.ending,
        query: queryOf(request),
        asking,
      };
      return await answerAddress({ ...asked, ask: askOf(apollo, contextOf) }, request, reply);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return refuseFault(reply, error);
    }
  });
  for (const url of ['/q', '/q/', '/q/*']) {
    app.route({
      method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'],
      url,
      handler: (_request, reply) =>
        refuse(reply.header('allow', 'GET, HEAD'), 405, 'BAD_REQUEST', 'This address takes GET and HEAD.'),
    });
  }
}

function queryOf({ raw }: FastifyRequest): URLSearchParams {
  const url = raw.url ?? '';
  const limit = LIMITS.addressBytes;
  if (url.length > limit)
    throw new Fault('TOO_LARGE', `The address is longer than ${limit} bytes; ask /graphql by POST instead.`, {
      details: { limit },
    });
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
