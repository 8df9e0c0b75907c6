import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../src/explorer/app/texts');
const CODES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
/** The same in every language, or by chance the same in some. */
const SAME = new Set(['Cooperation Graph', 'GraphQL']);

type Texts = { readonly [key: string]: Texts | string | ((...values: unknown[]) => string) };

/** A language's file by its path, so that the explorer's own types stay its own. */
const read = async (code: string): Promise<Texts> => {
  const path = `${FOLDER}/${code}.js`;
  const file = (await import(path.replace(/js$/, 'ts'))) as Record<string, Texts>;
  return (code === 'en' ? file['en'] : file['texts'])!;
};

/** Every text with its place; a text with gaps is filled with marks. */
function flat(texts: Texts, place = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const at = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, value(7, 8, 9)]];
    return flat(value, at);
  });
}

describe('texts of the interface', async () => {
  const all = new Map(await Promise.all(CODES.map(async (code) => [code, await read(code)] as const)));
  const english = new Map(flat(all.get('en')!));

  it('has a file for each language, and no other', () => {
    const files = readdirSync(FOLDER).filter((name) => /^[a-z]{2}\.ts$/.test(name));
    expect(files.sort()).toEqual(CODES.map((code) => `${code}.ts`));
  });

  it.each(CODES)('%s says everything that English says, nothing more, and nothing empty', (code) => {
    const own = flat(all.get(code)!);
    expect(own.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
    for (const [place, text] of own) expect(text.trim(), place).not.toBe('');
  });

  it.each(['ar', 'ru', 'zh'])('%s leaves nothing in Latin letters but names', (code) => {
    const left = flat(all.get(code)!).filter(
      ([place, text]) => text === english.get(place) && !SAME.has(text) && /[a-z]{3}/i.test(text),
    );
    expect(left).toEqual([]);
  });

  it.each(CODES)('%s fills every gap of a text', (code) => {
    for (const [place, text] of flat(all.get(code)!)) expect(text, place).not.toMatch(/\{n\}|undefined|NaN/);
  });
});
