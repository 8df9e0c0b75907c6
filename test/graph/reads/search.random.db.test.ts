import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandAsking } from '../../../src/commands/prepare-graph.js';
import { openDoor, PATIENT, type Door } from '../../../src/graph/door.js';
import { CARD } from '../../../src/graph/reads/projection.js';
import { probesOf } from '../../../src/graph/reads/search/probes.js';
import { searched, type Found } from '../../../src/graph/reads/search/search.js';
import { folded } from '../../../src/model/rules/folding.js';
import { nameScore, rankOf, shareOf } from '../../../src/model/rules/search-score.js';
import { language, nameProperty, type Language } from '../../../src/model/values/language.js';
import type { Cells } from '../../intake/world.js';
import { testEngine } from '../../support/engine.js';
import { tell } from '../../support/story.js';

// Words that no analyzer bends or leaves out, some alike but for accents, some the beginning of others.
const WORDS = ['kob', 'kobát', 'kobat', 'zuk', 'Zükol', 'trom', 'tromvik', 'бовк', 'бовкон', 'ﬁxo'];
const LANGUAGES = Object.keys(language.values) as Language[];

const phrase = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const named = fc.record({
  name: phrase(3),
  others: fc.array(phrase(2), { maxLength: 2 }),
  inLanguage: fc.array(fc.tuple(fc.constantFrom(...LANGUAGES), phrase(3)), { maxLength: 3 }),
});
type Named = typeof named extends fc.Arbitrary<infer T> ? T : never;

const cellsOf = ({ name, others, inLanguage }: Named, i: number): Cells => ({
  id: `group/n${String(i).padStart(2, '0')}`,
  name,
  otherNames: [...new Set(others)].filter((one) => one !== name).join(' | '),
  ...Object.fromEntries(inLanguage.map(([one, text]) => [nameProperty[one], text])),
  definedBy: 'LIST',
  source: 'document/d',
  locator: '1',
});

/** Scores of names that hold all words only together: by the longest, or by one that begins with what was typed. */
function togetherScores(names: readonly string[], typed: string): number[] {
  const longest = [...names].sort((a, b) => b.length - a.length)[0] ?? '';
  return names.map((name) =>
    name.startsWith(typed)
      ? 100 * rankOf('NAME', 'BEGINNING') + shareOf(name, typed)
      : 100 * rankOf('NAME', 'WORD_FORMS') + shareOf(longest, typed),
  );
}

/** The slow way: every name of everything is looked at. */
function expected(rows: readonly Cells[], text: string, asked: Language | null, prefix: boolean): string[] {
  const within = (scope: readonly Language[], unrecorded: boolean): string[] => {
    const found = rows.flatMap((row) => {
      const own = LANGUAGES.map((one) => [one, row[nameProperty[one]] ?? ''] as const);
      const recorded = own.map(([, name]) => name);
      const free = [row['name'] ?? '', ...(row['otherNames'] ?? '').split(' | ')].filter(
        (name) => !recorded.includes(name),
      );
      const names = [
        ...own.filter(([one]) => scope.includes(one)).map(([, name]) => name),
        ...(unrecorded ? free : []),
      ];
      const scores = names.flatMap((name) =>
        name === '' ? [] : (nameScore(folded(name), folded(text), prefix) ?? []),
      );
      // Words that stand in several unrecorded names together count as forms of words do.
      const together = folded(free.join(' '));
      if (unrecorded && scores.length === 0 && nameScore(together, folded(text), prefix) !== null)
        scores.push(...togetherScores(free.map(folded), folded(text)));
      return scores.length === 0 ? [] : [{ id: row['id'] ?? '', score: Math.max(...scores) }];
    });
    return found
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id, score }) => `${score} ${id}`);
  };
  if (asked === null) return within(LANGUAGES, true);
  const here = within([asked], true);
  return here.length > 0
    ? here
    : within(
        LANGUAGES.filter((one) => one !== asked),
        false,
      );
}

describe('search on random names', () => {
  let door: Door;
  const asking = commandAsking('test');
  beforeAll(() => {
    door = openDoor({ ...testEngine(), timeouts: PATIENT });
  });
  afterAll(() => door.close());

  const search = (text: string, asked: Language | null, prefix: boolean): Promise<Found> =>
    searched(
      door,
      asking,
      { probes: probesOf(text, asked, prefix), kinds: null, document: null },
      { first: 100, after: null },
      { entity: CARD, document: CARD, kinds: true, documents: false },
    );

  it('finds, scores and orders as looking at every name does', async () => {
    const worlds = fc.sample(fc.array(named, { minLength: 8, maxLength: 14 }), { numRuns: 6, seed: 5 });
    let compared = 0;
    for (const [at, world] of worlds.entries()) {
      const rows = world.map(cellsOf);
      await tell(door, asking, {
        'entities/documents.csv': [{ id: 'document/d', name: 'X', source: 'document/d', locator: '1' }],
        'entities/groups.csv': rows,
      });
      const questions = fc.sample(
        fc.tuple(phrase(2), fc.constantFrom(null, ...LANGUAGES), fc.boolean(), fc.nat(3)),
        { numRuns: 25, seed: at },
      );
      for (const [words, asked, prefix, cut] of questions) {
        const text = prefix ? words.slice(0, Math.max(1, words.length - cut)).trimEnd() : words;
        const found = await search(text, asked, prefix);
        const told = found.hits.map(({ hit }) => `${hit.score} ${hit.entity.id}`);
        const slow = expected(rows, text, asked, prefix);
        expect(told, JSON.stringify([text, asked, prefix, rows])).toEqual(slow);
        expect([found.total, found.kinds]).toEqual([
          slow.length,
          slow.length > 0 ? [['Group', slow.length]] : [],
        ]);
        if (slow.length > 1) compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });
});
