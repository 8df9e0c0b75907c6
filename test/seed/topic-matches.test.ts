import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../seed/scripts/country-codes.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const listPath = (name: string): string => `../../../shared/data/iati-codelists/${name}.xml`;

const topics = ['topics', 'topics-reference'].flatMap((name) =>
  rowsOf(read(`../../seed/entities/${name}.csv`)),
);
const byId = new Map(topics.map((row) => [row['id'] ?? '', row]));
const isOwn = (row: Readonly<Record<string, string>>): boolean =>
  row['scheme']?.startsWith('cooperation-graph') === true;
const reference = topics.filter((row) => !isOwn(row));
const MATCHES = ['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch'] as const;
const matches = topics.flatMap((row) =>
  MATCHES.flatMap((kind) =>
    (row[kind] ?? '')
      .split(' | ')
      .filter(Boolean)
      .map((to) => ({ from: row['id'] ?? '', kind, to })),
  ),
);

describe('matches of our topics to DAC and SDG', () => {
  it('go from a topic of ours to one of another scheme, each pair in one sense only', () => {
    const wrong = matches.filter(({ from, to }) => {
      const [own, other] = [byId.get(from), byId.get(to)];
      return !own || !other || !isOwn(own) || isOwn(other);
    });
    expect(wrong).toEqual([]);
    expect(new Set(matches.map(({ from, to }) => `${from} ${to}`)).size).toBe(matches.length);
  });

  it('name every topic of another scheme that is here, or one beneath it', () => {
    const reached = new Set(matches.map(({ to }) => to));
    const broader = new Set(reference.filter(({ id }) => reached.has(id ?? '')).map((row) => row['broader']));
    expect(reference.filter(({ id = '' }) => !reached.has(id) && !broader.has(id))).toEqual([]);
  });

  it('stay where they were read: what names no topic of theirs has no match', () => {
    for (const id of [
      'patents',
      'compulsory-licensing',
      'south-south-cooperation',
      'millennium-development-goals',
    ])
      expect(matches.filter(({ from }) => from === `topic/${id}`)).toEqual([]);
    expect(matches.filter(({ from }) => from === 'topic/hiv-aids')).toEqual([
      { from: 'topic/hiv-aids', kind: 'broadMatch', to: 'topic/dac-13040' },
      { from: 'topic/hiv-aids', kind: 'broadMatch', to: 'topic/sdg-3-3' },
    ]);
  });
});

const LISTS = [
  ['source/iati-sectors', 'Sector', 'dac-5', /^\d{5}$/],
  ['source/iati-sector-categories', 'SectorCategory', 'dac-3', /^\d{3}$/],
  ['source/iati-sdg-goals', 'UNSDG-Goals', 'sdg', /^\d{1,2}$/],
  ['source/iati-sdg-targets', 'UNSDG-Targets', 'sdg', /^\d{1,2}\.(\d{1,2}|[a-d])$/],
] as const;

describe.each(LISTS)('topics of %s', (source, name, scheme, form) => {
  const rows = reference.filter((row) => row['source'] === source);

  it('carry the code of the list in their id, notation and locator', () => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ scheme, locator: row['notation'] });
      expect(row['notation']).toMatch(form);
      expect(row['id']).toBe(`topic/${scheme.slice(0, 3)}-${row['notation']?.replace('.', '-')}`);
    }
  });

  it.skipIf(!existsSync(new URL(listPath(name), import.meta.url)))(`stand in ${name} as it is`, () => {
    const file = read(listPath(name));
    const list = file.replaceAll('&amp;', '&');
    const items = new Map(
      [
        ...list.matchAll(/<codelist-item(?<attributes>[^>]*)>\s*<code>(?<code>[^<]+)<.*?<\/codelist-item>/gs),
      ].map(({ 0: text, groups }) => [
        groups?.['code'] ?? '',
        { text, attributes: groups?.['attributes'] ?? '' },
      ]),
    );
    for (const { notation = '', nameEn = '', nameFr = '', broader = '' } of rows) {
      const item = items.get(notation);
      expect(item?.attributes, `${notation} is in force`).not.toContain('withdrawn');
      const target = notation.includes('.');
      expect(target ? broader : '').toBe(target ? `topic/sdg-${notation.split('.')[0]}` : '');
      if (!target) expect(item?.text).toContain(nameEn);
      if (!target) expect(item?.text).toContain(nameFr);
    }
    const hash = rowsOf(read('../../seed/sources.csv')).find(({ id }) => id === source)?.['hash'];
    expect(hash).toBe(createHash('sha256').update(file).digest('hex'));
  });
});
