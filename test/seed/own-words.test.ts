import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeed } from '../../src/intake/1-read/read-seed.js';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = resolve(ROOT, '../shared/documents');
const RUN = 8;
/** Cells that give names, titles and offices as the documents have them. */
const AS_NAMED = new Set(['name', 'nameEn', 'otherNames', 'office', 'officeHolder', 'words']);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
}

/** Files of the repository that hold sentences of ours. */
function textFiles(folder: string): string[] {
  return readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|md|csv|graphql|json|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

if (!existsSync(SOURCES)) console.warn(`Skipped: the source documents are not at ${SOURCES}.`);

describe.skipIf(!existsSync(SOURCES))('no sentence of the documents stands in the repository', () => {
  const names = new Set<string>();
  const sources = new Set<string>();

  it('in the cells of the seed, names and titles excepted', async () => {
    for (const file of readdirSync(SOURCES)) {
      for (const run of runsOf(readFileSync(join(SOURCES, file), 'utf8'))) sources.add(run);
    }
    expect(sources.size).toBeGreaterThan(5_000);
    const rows = await readSeed(join(ROOT, 'seed'));
    const named = (cells: ReadonlyMap<string, string>, column: string): boolean =>
      AS_NAMED.has(column) || (column === 'value' && AS_NAMED.has(cells.get('about') ?? ''));
    for (const { cells } of rows) {
      for (const [column, cell] of cells)
        if (named(cells, column)) runsOf(cell).forEach((run) => names.add(run));
    }
    const found = rows.flatMap(({ file, line, cells }) =>
      [...cells]
        .filter(([column]) => !named(cells, column))
        .flatMap(([column, cell]) =>
          runsOf(cell)
            .filter((run) => sources.has(run) && !names.has(run))
            .map((run) => `${file}, row ${line}, column ${column}: ${run}`),
        ),
    );
    expect(found).toEqual([]);
  });

  it('in code, tests, documents and schema', () => {
    const files = ['src', 'test', 'docs', 'schema', 'scripts']
      .flatMap(textFiles)
      .concat('README.md', 'CONTRIBUTING.md', 'seed/README.md');
    const found = files.flatMap((file) =>
      runsOf(readFileSync(resolve(ROOT, file), 'utf8'))
        .filter((run) => sources.has(run) && !names.has(run))
        .map((run) => `${file}: ${run}`),
    );
    expect(found).toEqual([]);
  });
});
