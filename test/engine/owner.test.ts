import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFault } from '../../src/engine/engine.js';
import { isOwned, takeOwnership, type Owner } from '../../src/engine/owner.js';
import { placesIn } from '../../src/engine/places.js';
import { freshFolder } from '../support/engine-process.js';

let folder: string;
beforeEach(() => {
  folder = freshFolder('owner');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that owns the folder until it is killed. */
async function killedOwner(): Promise<void> {
  const code = `import { takeOwnership } from './src/engine/owner.ts'; import { placesIn } from './src/engine/places.ts';
    await takeOwnership(placesIn(${JSON.stringify(folder)})); console.log('owns'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((owns) => child.stdout.once('data', owns));
  expect(await isOwned(placesIn(folder))).toBe(true);
  child.kill('SIGKILL');
  await new Promise((ended) => child.once('close', ended));
  expect(readdirSync(folder)).toHaveLength(2);
}

describe('the owner of a data folder', () => {
  it('is one at a time, and named to the next', async () => {
    const owner = await takeOwnership(placesIn(folder));
    await expect(takeOwnership(placesIn(folder))).rejects.toThrow(
      `The data folder ${folder} is in use by process ${process.pid}: stop that one, or set DATA_DIR to another folder.`,
    );
    expect(await isOwned(placesIn(folder))).toBe(true);
    owner.release();
    expect(await isOwned(placesIn(folder))).toBe(false);
    (await takeOwnership(placesIn(folder))).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is replaced once dead, by exactly one of many', { timeout: 30_000 }, async () => {
    await killedOwner();
    expect(await isOwned(placesIn(folder))).toBe(false);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeOwnership(placesIn(folder))));
    const won = tries.filter((one): one is PromiseFulfilledResult<Owner> => one.status === 'fulfilled');
    const lost = tries.filter((one): one is PromiseRejectedResult => one.status === 'rejected');
    expect(won).toHaveLength(1);
    for (const { reason } of lost) {
      expect(reason).toBeInstanceOf(StartFault);
      expect((reason as StartFault).code).toBe('DATA_DIR_IN_USE');
    }
    expect(readdirSync(folder)).toHaveLength(2);
    won[0]!.value.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('may own a folder whose path is longer than a socket address', async () => {
    const deep = resolve(join(folder, 'd'.repeat(120), 'مجلد البيانات'));
    mkdirSync(deep, { recursive: true });
    const owner = await takeOwnership(placesIn(deep));
    expect(await isOwned(placesIn(deep))).toBe(true);
    await expect(takeOwnership(placesIn(deep))).rejects.toThrow('is in use');
    owner.release();
    expect(readdirSync(deep)).toEqual([]);
  });
});
