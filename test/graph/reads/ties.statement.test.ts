import { expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import type { Door } from '../../../src/graph/door.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { TIE_FACTS_MOST, tieFacts } from '../../../src/graph/reads/ties/tie-facts.js';
import { TIE_KINDS } from '../../../src/model/rules/ties.js';
import { sentBy } from '../../support/profile.js';

const ASKED = {
  filter: {},
  kinds: TIE_KINDS,
  topics: false,
  initiatives: false,
  claims: false,
  regions: [],
  with: null,
};
const asking = commandAsking('test');

it('refuses a filter that matches more facts than are read', async () => {
  const door = (matched: number): Door => ({
    read: <T>() => Promise.resolve([{ matched, facts: [], cards: [], members: [], version: 1 }] as T[]),
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
