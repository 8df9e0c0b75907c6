import { Client, cacheExchange, fetchExchange } from 'urql';

/** Our own server, and no other. A question whose page is left is cancelled. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: { headers: { accept: 'application/json' } },
});
