import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { whoIsWho } from '../../../src/intake/who-is-who/who.js';
import { seedThings } from './known.js';

const shared = resolve(import.meta.dirname, '../../../../shared/data');
const there = existsSync(shared);
if (!there) console.warn(`Skipped: the share of names that is settled, since ${shared} is not there.`);

const column = (file: string, name: string): string[] =>
  parse<Record<string, string>>(readFileSync(join(shared, file)), { columns: true }).flatMap((row) =>
    (row[name] ?? '').split('|').filter((entry) => entry !== ''),
  );
const held = new Set(seedThings.map(({ id }) => id));
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', apos: "'", quot: '"', lt: '<', gt: '>' };
/** Names of an element in all files, by a pattern and none of our readers. */
const inIati = (pattern: RegExp): string[] =>
  readdirSync(join(shared, 'iati')).flatMap((file) =>
    [...readFileSync(join(shared, 'iati', file), 'utf8').matchAll(pattern)]
      .map(([, found = '']) => found.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all).trim())
      .filter((found) => found !== ''),
  );

/** What is asked of each set, of whom, and the figures that docs/who-is-who.md states: known, new, in doubt; entries (texts). */
const SETS = {
  'treaties, contracting parties': [
    () => column('treaties/membership-to-copyright-treaties.csv', 'Contracting Party'),
    'actor',
    '1493 (190) | 8 (4) | 0 (0)',
  ],
  'negotiations, countries': [
    () => column('negotiations/sections_metadata.csv', 'countries'),
    'country',
    '36760 (196) | 0 (0) | 193 (2)',
  ],
  'negotiations, host countries': [
    () => column('negotiations/events_metadata.csv', 'country'),
    'country',
    '119 (41) | 0 (0) | 0 (0)',
  ],
  'negotiations, actors': [
    () => column('negotiations/sections_metadata.csv', 'actors'),
    'group',
    '611 (1) | 3965 (16) | 3614 (4)',
  ],
  'IATI, participating organisations': [
    () => inIati(/<participating-org[^>]*>\s*(?:<narrative[^>]*>)?([^<]*)</g),
    'actor',
    '554 (37) | 3545 (263) | 247 (25)',
  ],
  'IATI, codes of recipient countries': [
    () => inIati(/<recipient-country[^>]*code="([^"]*)"/g),
    'country',
    '1132 (6) | 0 (0) | 0 (0)',
  ],
} as const satisfies Record<string, readonly [() => string[], 'actor' | 'country' | 'group', string]>;

describe.skipIf(!there)('of the published sets, who is who is settled without a person for', () => {
  it.each(Object.entries(SETS))('%s', (set, [names, ask, stated]) => {
    const who = whoIsWho(seedThings);
    const place = { file: set, line: 1 };
    const said = names().map((text) =>
      set.includes('codes') ? { name: '', code: text, ...place } : { name: text, code: '', ...place },
    );
    const ids = new Map(said.map((one) => [one.name || one.code, who[ask](one)]));
    const doubted = new Set(who.doubts.map((doubt) => doubt.said.name || doubt.said.code));
    const known = (text: string): boolean => held.has(ids.get(text) ?? '') && !doubted.has(text);
    const fresh = (text: string): boolean => !known(text) && !doubted.has(text);
    const count = (is: (text: string) => boolean): string =>
      `${said.filter((one) => is(one.name || one.code)).length} (${[...ids.keys()].filter(is).length})`;
    const figures = [known, fresh, (text: string) => doubted.has(text)].map(count).join(' | ');
    expect(figures).toBe(stated);
  });
  it('no organisation has a reference in these files', () => {
    expect(inIati(/<participating-org[^>]* ref="([^"]*)"/g)).toEqual([]);
  });
});
