import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { apolloFor } from '../api/apollo.js';
import type { ApiContext } from '../api/context.js';
import { refuse } from './refusals.js';
import { wantsPage } from './graphiql.js';

interface GraphqlParts {
  readonly apollo: ReturnType<typeof apolloFor>;
  readonly page: (reply: FastifyReply) => Promise<FastifyReply>;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => ApiContext;
}

/** /graphql: data by GET and POST, GraphiQL for a browser, and a plain refusal for every other method. */
export function answerGraphql(app: FastifyInstance, { apollo, page, contextOf }: GraphqlParts): void {
  const answer = fastifyApolloHandler(apollo, {
    context: (request, reply) => Promise.resolve(contextOf(request, reply)),
  }) as (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      if (wantsPage(request)) return page(reply);
      void reply.header('vary', 'Accept');
      const body = await answer(request, reply);
      void reply.header('cache-control', 'no-store');
      return reply.statusCode >= 400 && typeof body === 'string' ? withRequestId(body, request.id) : body;
    },
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'],
    url: '/graphql',
    handler: (_request, reply) =>
      refuse(reply.header('allow', 'GET, POST'), 405, 'BAD_REQUEST', 'This address takes GET and POST.'),
  });
}

/** Apollo refuses some requests before they have a context, and so an id. */
function withRequestId(body: string, requestId: string): string {
  const answer = JSON.parse(body) as { errors?: { extensions?: Record<string, unknown> }[] };
  for (const error of answer.errors ?? []) error.extensions = { ...error.extensions, requestId };
  return `${JSON.stringify(answer)}\n`;
}
