import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import Fastify, { type FastifyRequest } from 'fastify';
import neo4j from 'neo4j-driver';
import { CYPHER_FIELDS } from '../../workload/cypher-fields.js';
import { connectionGiven, DRIVER } from '../connection.js';
import { profilingContext } from './profiling.js';
import { TYPES } from './type-definitions.js';

/** @neo4j/graphql behind the same HTTP server, GraphQL server and driver settings as the product. */
const { uri, username, password, database } = connectionGiven();
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), DRIVER);
const typeDefs = process.argv.includes('--cypher-fields') ? [TYPES, CYPHER_FIELDS] : [TYPES];

// A keyset needs comparisons of strings, which the library makes only when asked to.
const comparing = { GT: true, GTE: true, LT: true, LTE: true };
const library = new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: comparing } } });
const apollo = new ApolloServer({
  schema: await library.getSchema(),
  nodeEnv: 'production',
  csrfPrevention: true,
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
});
await apollo.start();

const app = Fastify({ logger: false });
const profiles = new WeakMap<FastifyRequest, ReturnType<typeof profilingContext>>();
const sessionConfig = { database };
app.route({
  method: 'POST',
  url: '/graphql',
  handler: fastifyApolloHandler(apollo, {
    context: (request) => {
      if (request.headers['x-profile'] === undefined)
        return Promise.resolve({ executionContext: driver, sessionConfig });
      const profile = profilingContext(driver, database);
      profiles.set(request, profile);
      return Promise.resolve({ executionContext: profile.context, sessionConfig });
    },
  }),
});
app.addHook('onSend', (request, reply, _payload, done) => {
  const profile = profiles.get(request)?.taken();
  if (profile) void reply.headers({ 'x-hits': profile.hits, 'x-statements': profile.statements });
  done();
});
await driver.verifyConnectivity();
process.send?.({ address: await app.listen({ host: '127.0.0.1', port: 0 }) });
