import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { refuse } from './refusals.js';
import type { SavedOperation } from './saved-operations.js';

const BUILT = fileURLToPath(new URL('../../dist/explorer/graphiql/', import.meta.url));

/** Whether a page is wanted rather than data, as a browser's address bar says. */
export function wantsPage({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method !== 'GET') return false;
  const types = (headers.accept ?? '').split(',').map((type) => type.split(';')[0]?.trim());
  const page = types.indexOf('text/html');
  const data = types.findIndex(
    (type) => type === 'application/json' || type === 'application/graphql-response+json',
  );
  return page >= 0 && (data < 0 || page < data);
}

/** Serves GraphiQL's files and the saved questions; returns how to answer with the page, read when first wanted. */
export async function serveGraphiql(
  app: FastifyInstance,
  operations: readonly SavedOperation[],
): Promise<(reply: FastifyReply) => Promise<FastifyReply>> {
  let page: string | undefined;
  if (existsSync(BUILT)) {
    await app.register(fastifyStatic, {
      root: BUILT,
      prefix: '/graphiql/',
      index: false,
      maxAge: '1h',
      decorateReply: false,
    });
  }
  app.get('/graphql/operations.json', () => operations);
  return async (reply) => {
    try {
      page ??= await readFile(`${BUILT}index.html`, 'utf8');
    } catch {
      return refuse(reply, 404, 'NOT_FOUND', 'GraphiQL is not built here; npm start builds it.');
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  };
}
