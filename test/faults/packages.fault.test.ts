import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder } from '../support/engine-process.js';
import { launchProduct } from '../support/product.js';

const OF_THE_CLONE = ['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json'];
// Half a minute: in CI, and where it is asked for.
const LONG = Boolean(process.env['CI'] ?? process.env['LONG_TESTS']);
const FOLDERS = ['scripts', 'src', 'seed', 'schema'];

interface Ran {
  readonly code: number;
  readonly answer: string;
  readonly told: string;
}

let folder: string;
beforeAll(() => {
  folder = freshFolder('packages');
  for (const name of [...OF_THE_CLONE, ...FOLDERS]) cpSync(name, join(folder, name), { recursive: true });
  mkdirSync(join(folder, '.cache'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(command, args, { cwd: folder, maxBuffer: 1e8 }, (error, answer, told) =>
      done({ code: error === null ? 0 : Number(error.code ?? 1), answer, told }),
    );
  });

const packagesIn = (file: string): Record<string, { version?: string; integrity?: string; link?: true }> =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { packages: Record<string, object> }).packages;

describe('the packages', { timeout: 300_000 }, () => {
  it.runIf(LONG)(
    'install with their scripts off, as the lock file says, and the product builds and starts from them',
    async () => {
      // npm ci fails where package.json and lock file are out of step.
      const installed = await run('npm', 'ci', '--ignore-scripts', '--prefer-offline', '--loglevel=error');
      expect(installed).toMatchObject({ code: 0 });
      const wanted = packagesIn('package-lock.json');
      for (const [path, { version }] of Object.entries(packagesIn('node_modules/.package-lock.json')))
        expect([path, version]).toEqual([path, wanted[path]?.version]);

      const { code, told } = await run(process.execPath, 'scripts/ready.mjs');
      expect(told).toMatch(/^Building[^]*Built in \d+ s\.\n$/);
      expect(code).toBe(0);

      const product = launchProduct({
        dataDir: join(folder, 'data'),
        cwd: folder,
        env: { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' },
      });
      await product.said(/^Waiting up to 30 s for the database/m);
      expect(await product.stop()).toBe(0);
    },
  );

  it('are pinned, each by its content, and name no place to fetch them from', () => {
    const { dependencies, devDependencies } = createRequire(import.meta.url)('../../package.json') as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    const lock = packagesIn('package-lock.json');
    expect(Object.keys(lock).length).toBeGreaterThan(100);
    for (const [path, { integrity, link }] of Object.entries(lock))
      if (path !== '' && !link) expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
    expect(readFileSync(join(folder, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  it('have no known fault of high severity', async (test) => {
    const { answer } = await run('npm', 'audit', '--json', '--fetch-retries=0');
    const { metadata } = JSON.parse(answer || '{}') as {
      metadata?: { vulnerabilities: Record<'high' | 'critical', number> };
    };
    if (metadata === undefined) return test.skip('no registry answers what is known about packages');
    expect(metadata.vulnerabilities).toMatchObject({ high: 0, critical: 0 });
  });
});
