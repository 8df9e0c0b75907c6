import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cypher, int, nameOf, statement } from '../../src/graph/cypher.js';
import { openDoor, type Asking, type Door, type StatementEvent } from '../../src/graph/door.js';
import { testEngine } from '../support/engine.js';

const Label = nameOf(`Door_${randomUUID().replaceAll('-', '')}`);
const asking = (more: Partial<Asking> = {}): Asking & { readonly counted: string[] } => {
  const counted: string[] = [];
  return {
    requestId: 'r-1',
    operation: 'DoorTest',
    counted,
    count: (name) => void counted.push(name),
    ...more,
  };
};
const put = (id: string): ReturnType<typeof statement> =>
  statement(
    'put',
    cypher`MERGE (n:${Label} {id: ${id}}) SET n.times = coalesce(n.times, 0) + 1 RETURN n.id AS id`,
  );
const slow = statement('slow', cypher`UNWIND range(1, 2000000000) AS i RETURN sum(sin(i)) AS s`);
const running = statement(
  'running',
  cypher`SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.requestId = ${'slow-one'} RETURN metaData AS about`,
);

describe.each(['bolt', 'neo4j'])('a door over %s', (scheme) => {
  const events: StatementEvent[] = [];
  let door: Door;

  beforeAll(() => {
    const { uri, ...rest } = testEngine();
    door = openDoor({
      ...rest,
      uri: uri.replace(/^\w+(?=:)/, scheme),
      onStatement: (event) => void events.push(event),
    });
  });

  afterAll(async () => {
    await door.write(
      (tx) => tx.run(statement('clear', cypher`MATCH (n:${Label}) DETACH DELETE n`)),
      asking(),
    );
    await door.close();
  });

  it('verifies, reads plain numbers, and counts by name', async () => {
    await door.verify();
    const who = asking();
    const rows = await door.read(
      statement('limited', cypher`UNWIND [1, 2, 3] AS n RETURN n LIMIT ${int(2)}`),
      who,
    );
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
    expect(who.counted).toEqual(['limited']);
    expect(events.at(-1)).toMatchObject({
      statement: 'limited',
      requestId: 'r-1',
      mode: 'read',
      failed: false,
    });
  });

  it('sees on the next read what was written, 100 times', async () => {
    for (let i = 0; i < 100; i++) {
      await door.write((tx) => tx.run(put(`n${i}`)), asking());
      const found = statement('found', cypher`MATCH (n:${Label} {id: ${`n${i}`}}) RETURN count(n) AS n`);
      expect(await door.read(found, asking())).toEqual([{ n: 1 }]);
    }
  });

  it('refuses to write in a read', async () => {
    await expect(door.read(put('never'), asking())).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('takes relationship types that are Cypher words, and hostile texts as mere values', async () => {
    const evil = "x'}) DETACH DELETE n //`";
    const made = statement(
      'tie',
      cypher`MERGE (a:${Label} {id: ${evil}})-[:${nameOf('IN')}]->(a) MERGE (a)-[:${nameOf('ON')}]->(a) RETURN a.id AS id`,
    );
    expect(await door.write((tx) => tx.run(made), asking())).toEqual([{ id: evil }]);
  });

  it('leaves nothing of a write that fails, and passes its fault on', async () => {
    const failing = door.write(async (tx) => {
      await tx.run(put('half'));
      throw new Error('stop here');
    }, asking());
    await expect(failing).rejects.toMatchObject({ code: 'INTERNAL' });
    const half = statement('half', cypher`MATCH (n:${Label} {id: ${'half'}}) RETURN n.id AS id`);
    expect(await door.read(half, asking())).toEqual([]);
  });

  it('lets two writes that lock each other both end', async () => {
    await door.write((tx) => tx.run(put('a')), asking());
    await door.write((tx) => tx.run(put('b')), asking());
    const both = (first: string, second: string): Promise<unknown> =>
      door.write(async (tx) => {
        await tx.run(put(first));
        await new Promise((done) => setTimeout(done, 50));
        await tx.run(put(second));
      }, asking());
    await Promise.all([both('a', 'b'), both('b', 'a'), both('a', 'b'), both('b', 'a')]);
    const times = statement('times', cypher`MATCH (n:${Label}) WHERE n.id IN ['a', 'b'] RETURN n.times AS n`);
    expect(await door.read(times, asking())).toEqual([{ n: 5 }, { n: 5 }]);
  }, 30_000);

  it('ends the statement in the database when the asker leaves, and says who asked', async () => {
    const leaving = new AbortController();
    const slowOne = door.read(slow, asking({ requestId: 'slow-one', signal: leaving.signal }));
    slowOne.catch(() => undefined);
    await expect
      .poll(() => door.read(running, asking()))
      .toEqual([
        {
          about: {
            app: 'cooperation-graph',
            requestId: 'slow-one',
            operation: 'DoorTest',
            statement: 'slow',
          },
        },
      ]);
    leaving.abort();
    await expect(slowOne).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect.poll(() => door.read(running, asking()), { timeout: 3_000 }).toEqual([]);
  });

  it('ends a statement that takes too long', async () => {
    const { uri, ...rest } = testEngine();
    const hasty = openDoor({ ...rest, uri, timeouts: { read: 300 } });
    await expect(hasty.read(slow, asking({ requestId: 'slow-one' }))).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
    await hasty.close();
  });

  it('answers or says UNAVAILABLE for 200 reads at once on 5 connections', async () => {
    const { uri, ...rest } = testEngine();
    const narrow = openDoor({ ...rest, uri, poolSize: 5 });
    const reads = Array.from({ length: 200 }, () =>
      narrow.read(statement('one', cypher`RETURN 1 AS n`), asking()),
    );
    const outcomes = await Promise.allSettled(reads);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    await narrow.close();
  });

  it('says that the password is refused, without saying it', async () => {
    const { uri, ...rest } = testEngine();
    const wrong = openDoor({ ...rest, uri, password: 'not-the-password' });
    await expect(wrong.verify()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/password/),
    });
    await wrong.close();
  });

  it('says UNAVAILABLE within 5 s when the database falls silent, and reads again when it is back', async () => {
    const { uri, ...rest } = testEngine();
    const between = await silencer(new URL(uri).port);
    const far = openDoor({ ...rest, uri: `bolt://127.0.0.1:${between.port}` });
    const one = statement('one', cypher`RETURN 1 AS n`);
    await far.read(one, asking());
    between.silence(true);
    const began = performance.now();
    await expect(far.read(one, asking())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(5_000);
    await expect(far.verify()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    between.silence(false);
    await expect.poll(() => far.verify().then(() => 'back'), { timeout: 5_000 }).toBe('back');
    expect(await far.read(one, asking())).toEqual([{ n: 1 }]);
    await far.close();
    between.close();
  }, 20_000);
});

interface Silencer {
  readonly port: number;
  silence(silent: boolean): void;
  close(): void;
}

/** Stands between the door and the database, and can hold back everything both ways. */
async function silencer(to: string): Promise<Silencer> {
  const sockets: Socket[] = [];
  let silent = false;
  const server = createServer((near) => {
    const far = connect(Number(to), '127.0.0.1');
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => into.write(bytes));
      from.on('error', () => into.destroy());
      from.on('close', () => into.destroy());
      if (silent) from.pause();
      sockets.push(from);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    silence: (now) => {
      silent = now;
      for (const socket of sockets)
        if (now) socket.pause();
        else socket.resume();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
