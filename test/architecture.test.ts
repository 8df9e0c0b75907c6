import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders of src, and the folders that each may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  graph: ['model'],
  intake: ['model', 'graph'],
  api: ['model', 'graph'],
  engine: ['model'],
  publish: ['model', 'graph'],
  server: ['model', 'graph', 'api', 'publish'],
  commands: ['model', 'graph', 'intake', 'api', 'engine', 'config'],
  config: [],
  main: ['model', 'graph', 'intake', 'api', 'engine', 'server', 'commands', 'config'],
};

/** Packages that only these folders may import. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'neo4j-driver': ['graph', 'engine'],
  'type-graphql': ['api'],
  '@apollo/server': ['api'],
  '@as-integrations/fastify': ['server'],
  fastify: ['server'],
  'csv-parse': ['intake'],
  'csv-stringify': ['publish', 'intake'],
  exceljs: ['intake'],
  yaml: ['intake'],
  yauzl: ['intake'],
  zod: ['intake'],
};

const SRC = resolve(import.meta.dirname, '../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('explorer/'))
  .sort();

const textOf = (name: string): string => readFileSync(join(SRC, name), 'utf8');
const roomOf = (name: string): string => (name.split('/')[0] ?? '').replace(/(-values)?\.ts$/, '');

function importsOf(name: string): string[] {
  return [...textOf(name).matchAll(/\b(?:from|import)\s+'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the import table', () => {
  it('has a row for every folder', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('holds for every import of a file of ours', () => {
    const breaches = files.flatMap((name) =>
      importsOf(name)
        .filter((target) => target.startsWith('.'))
        .map((target) => roomOf(relative(SRC, resolve(SRC, dirname(name), target)).replace(/\.js$/, '.ts')))
        .filter((room) => room !== roomOf(name) && !MAY_IMPORT[roomOf(name)]?.includes(room))
        .map((room) => `${name} imports from ${room}`),
    );
    expect(breaches).toEqual([]);
  });

  it('holds for every package that only some folders may import', () => {
    const breaches = files.flatMap((name) =>
      importsOf(name)
        .filter((target) =>
          Object.entries(PACKAGES).some(
            ([pkg, rooms]) =>
              (target === pkg || target.startsWith(`${pkg}/`)) && !rooms.includes(roomOf(name)),
          ),
        )
        .map((target) => `${name} imports ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  it('sees imports at all', () => {
    expect(files.flatMap(importsOf).length).toBeGreaterThan(500);
  });

  it('lets only the settings read the environment', () => {
    const readers = files.filter((name) => /process\.env\b/.test(textOf(name)));
    expect(readers.filter((name) => name !== 'config.ts')).toEqual([]);
  });
});

describe('statements', () => {
  // A bare hint is also kept by reading the whole index, which the planner takes where statistics lag behind.
  it('that name an index seek in it', () => {
    const hints = files.flatMap((name) =>
      [...textOf(name).matchAll(/USING INDEX(?! SEEK).*/g)].map(([hint]) => `${name}: ${hint}`),
    );
    expect(hints).toEqual([]);
    expect(files.some((name) => textOf(name).includes('USING INDEX SEEK'))).toBe(true);
  });
});

describe('files', () => {
  it('have at most 300 lines', () => {
    expect(files.filter((name) => textOf(name).split('\n').length > 300)).toEqual([]);
  });

  it('have names that say what they hold', () => {
    const vague = /(^|[/-])(manager|service|helper|util|utils|common|base|misc|data|info)(s?)(\.ts|\/|-)/;
    expect(files.filter((name) => vague.test(name) && name !== 'engine/data-folder.ts')).toEqual([]);
  });
});
