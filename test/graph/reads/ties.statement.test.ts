import { expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Door } from '../../../src/graph/door.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import type { FactFilter } from '../../../src/graph/reads/filters.js';
import { TIE_FACTS_MOST, tieFacts } from '../../../src/graph/reads/ties/tie-facts.js';
import { tieFactsStatement, type TieFactsAsked } from '../../../src/graph/reads/ties/tie-statement.js';
import { TIE_KINDS } from '../../../src/model/rules/ties.js';
import { sentBy } from '../../support/profile.js';

const ASKED: TieFactsAsked = {
  filter: {},
  kinds: TIE_KINDS,
  parts: new Set(),
  undated: true,
  matched: true,
  regions: [],
  with: null,
};
const asking = commandAsking('test');

it('refuses a filter that matches more facts than are read', async () => {
  const door = (matched: number): Door => ({
    read: <T>() =>
      Promise.resolve([
        { facts: [], beside: { matched, undated: 0, cards: [], members: [], shared: [], version: 1 } },
      ] as T[]),
    write: () => Promise.reject(new Error('A question does not write.')),
    verify: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
  await expect(tieFacts(door(TIE_FACTS_MOST + 1), asking, ASKED, CARD)).rejects.toMatchObject({
    code: 'TOO_COSTLY',
    details: { argument: 'filter' },
  });
  await expect(tieFacts(door(TIE_FACTS_MOST), asking, ASKED, CARD)).resolves.toMatchObject({
    matched: TIE_FACTS_MOST,
  });
});

const textOf = (more: Partial<TieFactsAsked>): string =>
  tieFactsStatement({ ...ASKED, ...more }, CARD).statement.text;
const times = (text: string, part: string): number => text.split(part).length - 1;

it('walks once where all that is asked for may make ties, and counts the others in a walk of their own', () => {
  const walks = (more: Partial<TieFactsAsked>): number => times(textOf(more), 'USING INDEX SEEK f:Fact');
  expect(walks({ filter: { kinds: ['Exchange'] } })).toBe(1);
  expect(walks({ kinds: null })).toBe(1);
  expect(walks({})).toBe(2);
  expect(walks({ filter: { kinds: ['Exchange', 'Membership'] } })).toBe(2);
});

it('counts facts without a date only where days are asked for and the answer tells of them', () => {
  const dated = { from: '2014-01-01' };
  const counts = (undated: boolean, filter: FactFilter): boolean =>
    textOf({ undated, filter }).includes('count(f) AS undated');
  expect([counts(true, { dated }), counts(false, { dated }), counts(true, {})]).toEqual([true, false, false]);
});

it.each<readonly [string, Partial<TieFactsAsked>, string]>([
  ['countries alone', {}, 'FOR'],
  ['topics too', { parts: new Set(['TOPICS', 'INITIATIVES']) }, 'FOR|ON|IN'],
  ['meetings', { with: 'MEETING' }, 'FOR|AT'],
  ['topics, as ends and as topics', { with: 'TOPIC', parts: new Set(['TOPICS']) }, 'FOR|ON'],
  ['agencies', { with: 'AGENCY' }, 'FOR|PARTY'],
  ['mentions', { kinds: ['Mention'] }, 'FOR|NAMES'],
])('looks at the edges of a fact once: %s', (_name, more, edges) => {
  expect(textOf(more).match(/\(f\)-\[x?:[^\]]*\]->/g)).toEqual([`(f)-[x:${edges}]->`]);
});

it('is one statement, and walks no facts of kinds that tie nobody', async () => {
  const texts = async (kinds: readonly string[]): Promise<string[]> =>
    (await sentBy((door) => tieFacts(door, asking, { ...ASKED, filter: { kinds } }, CARD))).map(
      ({ text }) => text,
    );
  const [tying, ...more] = await texts(['Exchange', 'Membership']);
  expect(more).toEqual([]);
  expect(tying).toContain('x.ties');
  expect((await texts(['Membership'])).join()).not.toContain('x.ties');
});
