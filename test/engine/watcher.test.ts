import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginningOf, end, runs } from '../../src/engine/process-identity.js';
import { freshFolder, until } from '../support/engine-process.js';

let folder: string;
beforeEach(() => {
  folder = freshFolder('watcher');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The watcher on a shell that writes the file `up` once it stands. */
async function watching(script: string, patience: number): Promise<{ watcher: ChildProcess; pid: number }> {
  const how = { record: join(folder, 'jvm.json'), home: folder, console: join(folder, 'console'), patience };
  const watcher = spawn(
    process.execPath,
    [
      'scripts/watcher.mjs',
      JSON.stringify(how),
      'sh',
      '-c',
      `${script}; touch ${folder}/up; while :; do sleep 0.1; done`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  await until('the command runs', () => existsSync(join(folder, 'up')));
  const record = JSON.parse(readFileSync(join(folder, 'jvm.json'), 'utf8')) as { pid: number; began: string };
  expect(runs(record)).toBe(true);
  return { watcher, pid: record.pid };
}

const gone = (child: ChildProcess): Promise<unknown> => new Promise((over) => child.once('close', over));

describe('scripts/watcher.mjs', { timeout: 20_000 }, () => {
  it.each([
    ['its input closes', (watcher: ChildProcess) => watcher.stdin?.end()],
    ['it is asked to end', (watcher: ChildProcess) => watcher.kill('SIGTERM')],
  ])('lets the command end in its own way when %s', async (_when, act) => {
    const { watcher, pid } = await watching(`trap 'touch ${folder}/clean; exit 0' TERM; echo said`, 10_000);
    act(watcher);
    watcher.stdout?.resume();
    await gone(watcher);
    expect(existsSync(join(folder, 'clean'))).toBe(true);
    expect(readFileSync(join(folder, 'console'), 'utf8')).toMatch(/^said\n/);
    expect(beginningOf(pid)).toBeUndefined();
  });

  it('kills what will not end, after its patience', async () => {
    const { watcher, pid } = await watching(`trap '' TERM`, 300);
    watcher.stdin?.end();
    watcher.stdout?.resume();
    await gone(watcher);
    expect(beginningOf(pid)).toBeUndefined();
  });
});

describe('a process', () => {
  it('is not mistaken for an earlier one of the same id', async () => {
    const { pid } = process;
    expect(runs({ pid, began: beginningOf(pid)! })).toBe(true);
    expect(runs({ pid, began: '1' })).toBe(false);
    // Must not end this very process.
    await end({ pid, began: '1' }, 0);
  });
});
