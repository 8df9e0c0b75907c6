import { likeByLetters, likeByWords, LETTERS_LIMIT, numbersDiffer, SLIPS, tellingWords } from './nearness.js';

/** Names among which those like a given one are found without a look at each. */
export interface NearIndex {
  add(id: string, key: string, words: readonly string[]): void;
  /** Ids with a name a slip or two away, with their likeness from 0 to 1. */
  byLetters(key: string): Map<string, number>;
  /** Ids with a name that shares most telling words, with their likeness from 0 to 1. */
  byWords(words: readonly string[]): Map<string, number>;
}

interface Entry {
  readonly id: string;
  readonly key: string;
  readonly words: ReadonlySet<string>;
}

/** An index of names in which two are like each other by words when they share at least `least` (0 to 1) of them. */
export function nearIndex(least: number): NearIndex {
  const byLength = new Map<number, Entry[]>();
  const byWord = new Map<string, Entry[]>();
  const push = <K>(to: Map<K, Entry[]>, key: K, entry: Entry): void => {
    const those = to.get(key);
    if (those) those.push(entry);
    else to.set(key, [entry]);
  };
  const keep = (best: Map<string, number>, id: string, score: number): void => {
    if (score > (best.get(id) ?? 0)) best.set(id, score);
  };
  return {
    add(id, key, words) {
      const entry = { id, key, words: new Set(tellingWords(words)) };
      if (key.length <= LETTERS_LIMIT) push(byLength, key.length, entry);
      for (const word of entry.words) push(byWord, word, entry);
    },
    byLetters(key) {
      const best = new Map<string, number>();
      const words = key.split(' ');
      for (let length = key.length - SLIPS; length <= key.length + SLIPS; length += 1)
        for (const entry of byLength.get(length) ?? []) {
          const score = likeByLetters(key, entry.key);
          if (score > 0 && !numbersDiffer(words, entry.key.split(' '))) keep(best, entry.id, score);
        }
      return best;
    },
    byWords(words) {
      const best = new Map<string, number>();
      const said = new Set(tellingWords(words));
      // Names that share enough words share one of the rarest few.
      const rarest = [...said]
        .sort((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0))
        .slice(0, said.size - Math.ceil(least * said.size) + 1);
      for (const word of rarest)
        for (const entry of byWord.get(word) ?? []) {
          const score = likeByWords(said, entry.words);
          if (score >= least) keep(best, entry.id, score);
        }
      return best;
    },
  };
}
