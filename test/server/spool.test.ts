import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { IN_MEMORY, Spool } from '../../src/server/addresses/spool.js';

const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('cooperation-graph-'));

describe('a spool', () => {
  it.each([0, 10, IN_MEMORY, IN_MEMORY + 1, 5 * IN_MEMORY + 7])(
    'gives back all %i bytes, in order',
    async (size) => {
      const before = left();
      const spool = new Spool();
      const parts = Array.from({ length: 10 }, (_, i) =>
        String(i).repeat(Math.floor(size / 10) + (i < size % 10 ? 1 : 0)),
      );
      for (const part of parts) await spool.append(part);
      expect(spool.bytes).toBe(size);
      expect(await text(await spool.read())).toBe(parts.join(''));
      expect(left()).toEqual(before);
    },
  );

  it('counts bytes, not letters', async () => {
    const spool = new Spool();
    await spool.append('é€');
    expect(spool.bytes).toBe(5);
  });

  it('leaves nothing behind when it is never read', async () => {
    const before = left();
    const spool = new Spool();
    for (let i = 0; i < 3; i += 1) await spool.append('x'.repeat(IN_MEMORY));
    expect(left()).toEqual(before);
    await spool.drop();
    await expect(spool.read()).rejects.toThrow();
  });
});
