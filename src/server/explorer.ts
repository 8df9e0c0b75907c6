import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { KINDS } from '../model/kinds.js';
import { refuse } from './refusals.js';

const BUILT = fileURLToPath(new URL('../../dist/explorer/app/', import.meta.url));

/** Pages with a name of their own; every other page is of one thing, and its address is the thing's id. */
const NAMED = [
  ...['/', '/search', '/questions', '/questions/:question', '/ties', '/network', '/partners'],
  ...['/proposals', '/texts', '/compare'],
];

/** Nothing but our own files, no script and no style in the page itself. */
const policy = (frameAncestors: string): string =>
  [
    "default-src 'none'",
    ...["script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'"],
    ...[
      "connect-src 'self'",
      "frame-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
    ],
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

/** Serves the explorer: its files, and one page at every address that a person may open. */
export async function serveExplorer(
  app: FastifyInstance,
  { embedOrigins }: { readonly embedOrigins: readonly string[] },
): Promise<void> {
  let page: string | undefined;
  if (existsSync(BUILT))
    await app.register(fastifyStatic, {
      root: `${BUILT}assets/`,
      prefix: '/explorer/assets/',
      index: false,
      decorateReply: false,
      // Their names change with their content.
      maxAge: '365d',
      immutable: true,
    });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      page ??= await readFile(`${BUILT}index.html`, 'utf8');
    } catch {
      return refuse(reply, 404, 'NOT_FOUND', 'The explorer is not built here; npm start builds it.');
    }
    const embedded = new URL(request.url, 'http://explorer').searchParams.has('embed');
    if (embedded && embedOrigins.length > 0) void reply.removeHeader('x-frame-options');
    const ancestors = embedded ? ["'self'", ...embedOrigins].join(' ') : "'self'";
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policy(ancestors))
      .send(page);
  };
  for (const path of NAMED) app.get(path, answer);
  app.get(`/:kind(^(?:${KINDS.map(({ prefix }) => prefix).join('|')})$)/:slug`, answer);
}
