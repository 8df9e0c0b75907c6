import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { cypher, statement } from '../../src/graph/cypher.js';
import { openDoor, type Door } from '../../src/graph/door.js';

const asking = { requestId: 'r1', count: () => undefined };
const one = statement('one', cypher`RETURN 1 AS n`);
let closing: (() => unknown)[] = [];

const doorTo = (scheme: string, port: number): Door => {
  const door = openDoor({
    uri: `${scheme}://127.0.0.1:${port}`,
    username: 'neo4j',
    password: 'x',
    database: 'neo4j',
  });
  closing.push(() => door.close());
  return door;
};

const listening = async (): Promise<Server> => {
  const server = createServer((socket) => closing.push(() => socket.destroy()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => server.close());
  return server;
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

describe.each(['bolt', 'neo4j'])('a door to %s that leads nowhere', (scheme) => {
  it('says UNAVAILABLE within 5 s on a closed port', async () => {
    const server = await listening();
    const port = portOf(server);
    await new Promise((done) => server.close(done));
    const door = doorTo(scheme, port);
    const began = performance.now();
    await expect(door.read(one, asking)).rejects.toMatchObject({ name: 'Fault', code: 'UNAVAILABLE' });
    await expect(door.write((tx) => tx.run(one), asking)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(door.verify()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(5_000);
  }, 20_000);

  it('says UNAVAILABLE within 5 s when the peer stays silent', async () => {
    const door = doorTo(scheme, portOf(await listening()));
    const began = performance.now();
    await expect(door.read(one, asking)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(5_000);
  }, 20_000);

  it('gives up a write within 5 s when the peer stays silent', async () => {
    const door = doorTo(scheme, portOf(await listening()));
    const began = performance.now();
    await expect(door.write((tx) => tx.run(one), asking)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(5_000);
  }, 40_000);
});
