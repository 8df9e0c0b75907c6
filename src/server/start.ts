import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { apolloFor } from '../api/apollo.js';
import { contextFor, type ApiContext } from '../api/context.js';
import { LIMITS } from '../api/limits/figures.js';
import type { Door } from '../graph/door.js';
import { answerAddresses } from './addresses/routes.js';
import { chargeClients } from './client-budget.js';
import { shareWith } from './cors.js';
import { drain, Sockets } from './drain.js';
import { serveExplorer } from './explorer.js';
import { serveGraphiql } from './graphiql.js';
import { answerGraphql } from './graphql-route.js';
import { addHeaders } from './headers.js';
import { answerHealth } from './health.js';
import { answerRefusals, refuse, takeBodies } from './refusals.js';
import { requestIdOf } from './request-id.js';
import { Running } from './running.js';
import { readSavedOperations } from './saved-operations.js';

/** Folder of the saved questions. */
export const OPERATIONS = fileURLToPath(new URL('../../schema/operations/', import.meta.url));

export interface ServerParts {
  readonly schema: GraphQLSchema;
  readonly door: Door;
  readonly config: {
    readonly host: string;
    readonly port: number;
    readonly corsOrigins?: readonly string[];
    readonly embedOrigins?: readonly string[];
    /** What a client may spend a minute; 0 or none: no bound. */
    readonly rateBudget?: number;
    readonly trustedProxies?: readonly string[];
    /** Whether files also hold what only sources give whose licence forbids passing on. */
    readonly passForbiddenOn?: boolean;
  };
  readonly log: Logger;
  /** False while the graph is being loaded. */
  readonly isReady: () => boolean;
  /** Folder of the saved questions; `schema/operations/` unless said otherwise. */
  readonly operations?: string;
  /** How long a request may take; `LIMITS.requestMilliseconds` unless said otherwise. */
  readonly requestMilliseconds?: number;
}

export interface RunningServer {
  /** For example `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Drains and closes the API within ten seconds; the door stays open. */
  stop(): Promise<void>;
}

/** The HTTP house around the schema: /graphql, GraphiQL, the explorer and health on one port. */
export async function startServer({
  schema,
  door,
  config,
  log,
  isReady,
  operations = OPERATIONS,
  requestMilliseconds,
}: ServerParts): Promise<RunningServer> {
  const app = newApp(config.trustedProxies ?? []);
  const apollo = apolloFor(schema, log);
  const running = new Running(requestMilliseconds);
  const sockets = new Sockets(app.server);
  const contexts = new WeakMap<object, ApiContext>();
  let stopping: Promise<void> | undefined;

  await apollo.start();
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (stopping)
      refuse(reply.header('connection', 'close'), 503, 'UNAVAILABLE', 'The server is stopping; try again.');
    else done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const context = contexts.get(request);
    log.info({
      requestId: request.id,
      method: request.method,
      // Never what stands behind the question mark: a query by GET holds its variables there.
      path: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      ...(context && {
        operation: context.asking.operation,
        cost: context.weighed.cost,
        statements: context.statements.length,
      }),
    });
    done();
  });
  shareWith(app, config.corsOrigins ?? []);
  const purseOf = chargeClients(app, config.rateBudget ?? 0);
  await addHeaders(app);
  takeBodies(app);
  answerRefusals(app, log);
  answerHealth(app, { door, isReady: () => isReady() && !stopping });
  const saved = await readSavedOperations(operations);
  const page = await serveGraphiql(app, saved);
  await serveExplorer(app, { embedOrigins: config.embedOrigins ?? [] });
  const contextOf = (request: FastifyRequest, signal: AbortSignal): ApiContext => {
    const context = contextFor({ requestId: request.id, door, log, signal, purse: purseOf(request) });
    contexts.set(request, context);
    return context;
  };
  answerGraphql(app, {
    apollo,
    page,
    contextOf: (request, reply) => contextOf(request, running.begin(reply)),
  });
  answerAddresses(app, {
    schema,
    door,
    log,
    apollo,
    operations: saved,
    passesAllOn: config.passForbiddenOn ?? false,
    contextsOf: (request, reply) => {
      const signal = running.begin(reply, LIMITS.fileMilliseconds);
      return () => contextOf(request, signal);
    },
  });

  return {
    address: await app.listen({ host: config.host, port: config.port }),
    stop: () => (stopping ??= drain(app, running, sockets).then(() => apollo.stop())),
  };
}

const newApp = (trustedProxies: readonly string[]): FastifyInstance =>
  Fastify({
    logger: false,
    bodyLimit: LIMITS.bodyBytes,
    genReqId: requestIdOf,
    requestIdHeader: false,
    // Whose X-Forwarded-For is believed; nobody's unless said.
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // A socket that sends a byte a second is closed, in its headers and in its body.
    requestTimeout: 15_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // Its own refusal has another shape than ours; the hook that all requests pass refuses instead.
    return503OnClosing: false,
    frameworkErrors: (_error, _request, reply) => {
      refuse(reply, 400, 'BAD_REQUEST', 'The address of the request cannot be read.');
    },
    routerOptions: { maxParamLength: 200 },
  });
