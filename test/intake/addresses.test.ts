import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../../src/commands/import.js';
import { readConfig } from '../../src/config.js';

const ASKED = { dryRun: true, as: null, partial: false, infer: 'rules', doubts: null } as const;

describe('an import by address', () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('id,source\n');
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  // The database's port is the server's too: nothing may be asked before the address is refused.
  const config = () =>
    readConfig({ NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_USERNAME: 'a', NEO4J_PASSWORD: 'b' });

  it.each(['folder', 'sheets', 'iati', 'wipo-treaties'])(
    'is refused by %s before connecting',
    async (source) => {
      for (const address of [
        `http://127.0.0.1:${port}/topics.csv`,
        `HTTP://localhost:${port}/topics.csv`,
        'https://10.0.0.1/topics.csv',
        'file:///etc/passwd',
        'ftp://127.0.0.1/topics.csv',
      ])
        await expect(importFiles(config(), () => undefined, source, [address], ASKED)).rejects.toThrow(
          'is an address; an import reads files of this machine alone',
        );
      expect(asked).toBe(0);
    },
  );

  it('is refused where the mapping is named by one', async () => {
    const mapping = `http://127.0.0.1:${port}/m.yaml`;
    await expect(importFiles(config(), () => undefined, mapping, ['a.csv'], ASKED)).rejects.toThrow(
      'is an address',
    );
    expect(asked).toBe(0);
  });
});
