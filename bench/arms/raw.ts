import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import neo4j from 'neo4j-driver';
import { ITEMS } from '../workload/items.js';
import type { Read, Row, Variables } from '../workload/item.js';
import { connectionGiven, DRIVER } from './connection.js';

/** Bare HTTP before hand-written Cypher: `POST /<item>` with the drawn variables, answered with that item's JSON. */
const { uri, username, password, database } = connectionGiven();
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), DRIVER);
const items = new Map(ITEMS.map((item) => [`/${item.id}`, item]));

const read: Read = async (cypher, parameters) => {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(`CYPHER 5 ${cypher}`, parameters);
    return records.map((record) => record.toObject() as Row);
  } finally {
    void session.close();
  }
};

async function bodyOf(request: IncomingMessage): Promise<Variables> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Variables;
}

const server = createServer((request, response) => {
  void (async () => {
    try {
      const item = items.get(request.url ?? '');
      if (!item) throw new Error(`There is no item ${request.url ?? ''}.`);
      const answer = JSON.stringify(await item.raw.answer(read, await bodyOf(request)));
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: [{ message: String(error) }] }));
    }
  })();
});

await driver.verifyConnectivity();
server.listen(0, '127.0.0.1', () => {
  process.send?.({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
