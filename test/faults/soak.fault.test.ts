import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const TEN_SECONDS = ['--import', 'tsx', 'test/soak.ts', '10', '0'];

it('ten seconds of mixed saved operations: no error, memory flat, no statement left, a clean end', async () => {
  const ran = promisify(execFile)(process.execPath, TEN_SECONDS, { timeout: 200_000 });
  const { stdout } = await ran.catch((error: unknown) => error as { stdout: string });
  expect(stdout).toMatch(/^No fault\.$/m);
}, 240_000);
