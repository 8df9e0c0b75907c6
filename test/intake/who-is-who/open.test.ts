import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Asking, Door } from '../../../src/graph/door.js';
import { doubtsPath, openWhoIsWho } from '../../../src/intake/who-is-who/open.js';

const asking: Asking = { requestId: 'test', count: () => undefined };
const rows = [
  { row: ['country/ken', ['Kenya', null, ''], ['KE', 'KEN', null], null, true, []] },
  { row: ['agency/undp', ['UNDP'], [], null, true, []] },
];
/** A graph that holds Kenya and UNDP. */
const door: Door = {
  read: <T extends object>() => Promise.resolve(rows as unknown as T[]),
  write: () => Promise.reject(new Error('Who is who writes nothing to the graph.')),
  verify: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'who-is-who-'));
  path = join(folder, doubtsPath('iati'));
});
afterEach(() => rm(folder, { recursive: true }));
const said = (name: string) => ({ name, file: 'a.xml', line: 3 });

it('a doubt is written, settled by a person, and read at the next import', async () => {
  const first = await openWhoIsWho(door, asking, path);
  expect(first.who.country(said('Kenja'))).toBeNull();
  await first.save();
  const written = await readFile(path, 'utf8');
  expect(written).toBe('kind,said,code,country,file,line,id,verdict\nCountry,Kenja,,,a.xml,3,country/ken,\n');
  await writeFile(path, written.replace('country/ken,', 'country/ken,same'));
  const then = await openWhoIsWho(door, asking, path);
  expect(then.who.country(said('Kenja'))).toBe('country/ken');
  then.check();
  await then.save();
  expect(await readFile(path, 'utf8')).toContain('country/ken,same\n');
  expect(await readdir(folder)).toEqual(['iati.who-is-who.csv']);
});
it('writes no file when nothing is in doubt', async () => {
  const open = await openWhoIsWho(door, asking, path);
  expect(open.who.country(said('Kenya'))).toBe('country/ken');
  await open.save();
  expect(await readdir(folder)).toEqual([]);
});
it('refuses what is settled as an id that nobody has; one minted by this import will do', async () => {
  const line = (id: string): string => `kind,said,id,verdict\nAgency,UN Dev Programme,${id},same\n`;
  await writeFile(path, line('agency/undpp'));
  const open = await openWhoIsWho(door, asking, path);
  expect(() => open.check()).toThrow(
    'iati.who-is-who.csv, row 2, column id: "UN Dev Programme" is settled as agency/undpp, which neither',
  );
  await writeFile(path, line('agency/new-fund'));
  const minting = await openWhoIsWho(door, asking, path);
  minting.who.agency(said('New Fund'));
  minting.check();
});
it('refuses a file that cannot be read, by name and without its folder', async () => {
  await expect(openWhoIsWho(door, asking, folder)).rejects.toThrow(
    /^The files have 1 fault.*\nwho-is-who-\w+: The file/,
  );
});
