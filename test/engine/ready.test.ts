import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
} from 'node:fs';
import { lstatSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let clone: string;
const at = (...parts: string[]): string => join(clone, ...parts);

/** A clone of one source file and one package, so that npm and tsc are quick. */
beforeEach(() => {
  mkdirSync('.test-data', { recursive: true });
  clone = mkdtempSync(resolve('.test-data', 'ready-'));
  for (const folder of ['scripts', 'src']) mkdirSync(at(folder));
  copyFileSync('scripts/ready.mjs', at('scripts', 'ready.mjs'));
  // The package is this clone's own tsc, linked, so that no registry is asked.
  const typescript = { typescript: `file:${resolve('node_modules/typescript')}` };
  const json = (name: string, value: unknown): void => writeFileSync(at(name), JSON.stringify(value));
  json('package.json', { name: 'tiny', version: '1.0.0', type: 'module', dependencies: typescript });
  json('package-lock.json', {
    name: 'tiny',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'tiny', version: '1.0.0', dependencies: typescript },
      '../../node_modules/typescript': { version: '6.0.3' },
      'node_modules/typescript': { resolved: '../../node_modules/typescript', link: true },
    },
  });
  json('tsconfig.json', {
    compilerOptions: { rootDir: 'src', module: 'nodenext', target: 'es2022', types: [] },
    include: ['src'],
  });
  writeFileSync(at('src', 'main.ts'), 'export const answer: number = 42;\n');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function ready(mode?: string): Promise<{ code: number | null; said: string; took: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [at('scripts', 'ready.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(mode === undefined ? {} : { NODE_ENV: mode }) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) =>
    child.on('close', (code) => done({ code, said, took: performance.now() - began })),
  );
}

describe('scripts/ready.mjs', { timeout: 60_000 }, () => {
  it('installs, builds, is then silent and quick, builds again what changed, and says where a build fails', async () => {
    const first = await ready();
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toMatch(
      /Installing the packages .*[^]*Packages installed in \d+ s\.\nBuilding .*[^]*Built in \d+ s\./,
    );
    expect(readFileSync(at('dist', 'main.js'), 'utf8')).toContain('answer = 42');

    const second = await ready();
    expect(second).toMatchObject({ code: 0, said: '' });
    expect(second.took).toBeLessThan(1_000);

    writeFileSync(at('src', 'main.ts'), 'export const answer: number = 43;\n');
    expect((await ready()).said).toMatch(/^Building .*\nBuilt/);
    expect(readFileSync(at('dist', 'main.js'), 'utf8')).toContain('answer = 43');

    writeFileSync(at('src', 'main.ts'), "export const answer: number = 'x';\n");
    const broken = await ready();
    expect(broken.code).toBe(1);
    expect(broken.said).toMatch(/main\.ts\(1,14\)[^]*The build failed; the lines above say where\./);
    expect(readFileSync(at('dist', 'main.js'), 'utf8')).toContain('answer = 43');
    expect(readdirSync(clone).filter((name) => name.startsWith('dist.'))).toEqual([]);
  });

  it('builds pages as they are served whoever asks, and not anew for types made for a check', async () => {
    await ready();
    mkdirSync(at('src', 'explorer', 'app', 'ask'), { recursive: true });
    mkdirSync(at('node_modules', 'vite', 'bin'), { recursive: true });
    // Stands for Vite: writes the mode that it was told into the folder that it was given.
    writeFileSync(
      at('node_modules', 'vite', 'bin', 'vite.js'),
      `const { mkdirSync, writeFileSync } = require('node:fs');
const folder = process.argv[process.argv.indexOf('--outDir') + 1];
mkdirSync(folder, { recursive: true });
writeFileSync(folder + '/mode', process.env.NODE_ENV);`,
    );
    writeFileSync(at('src', 'explorer', 'app', 'main.ts'), 'export {};\n');
    expect((await ready('test')).said).toMatch(/^Building .*\nBuilt/);
    expect(readFileSync(at('dist', 'explorer', 'app', 'mode'), 'utf8')).toBe('production');
    writeFileSync(at('src', 'explorer', 'app', 'ask', 'schema-types.d.ts'), 'export {};\n');
    expect(await ready('test')).toMatchObject({ code: 0, said: '' });
  });

  it('lets one of two at once do the work, and breaks the lock of a dead one', async () => {
    mkdirSync(at('.cache'));
    // No process has this id: Linux gives none above 2^22.
    symlinkSync('99999999', at('.cache', 'ready.lock'));
    const both = await Promise.all([ready(), ready()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const said = both.map((one) => one.said).join('');
    expect(said.match(/Packages installed/g)).toHaveLength(1);
    expect(said.match(/Built in/g)).toHaveLength(1);
    expect(existsSync(at('dist', 'main.js'))).toBe(true);
    expect(() => lstatSync(at('.cache', 'ready.lock'))).toThrow();
    expect(readlinkSync(at('node_modules', 'typescript'))).toContain('typescript');
  });

  it('refuses an old Node in words', async () => {
    const script = readFileSync(at('scripts', 'ready.mjs'), 'utf8');
    writeFileSync(at('scripts', 'ready.mjs'), script.replace('[20, 19]', '[99, 0]'));
    const { code, said } = await ready();
    expect(code).toBe(1);
    expect(said).toMatch(/^This is Node \d+\.\d+\.\d+; Node 99\.0 or newer is needed .*compose\.yaml\.\n$/);
  });
});
