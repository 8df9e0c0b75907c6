/** Longest text of which letters are compared; longer ones only by their words. */
export const LETTERS_LIMIT = 80;
/** Most slips of letters that make two texts alike. */
export const SLIPS = 2;
const NUMBER = /\d+|^[ivx]+$/g;
const SMALL_WORDS = new Set(
  'a an and by da das de del der des di do dos du e el en et for fur in l la las le les los o of on para pour the to und von y'.split(
    ' ',
  ),
);

/** How many letters must be changed, left out, added or swapped to make one text the other; more than `most` is `most + 1`. */
export function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** Likeness by letters, from 0 to 1: two slips in a text of eight letters, one in one of four. */
export function likeByLetters(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest > LETTERS_LIMIT || longest < 4) return 0;
  const most = longest < 8 ? 1 : SLIPS;
  const apart = lettersApart(one, other, most);
  return apart > most ? 0 : 1 - apart / longest;
}

/** Words of a name that tell it from others. */
export const tellingWords = (words: readonly string[]): string[] => {
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : [...words];
};

/** Share of the words of two names that both have, from 0 to 1; 0 where a number differs ("Phase I", "Phase II"). */
export function likeByWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return numbersDiffer(one, other) ? 0 : shared / (one.size + other.size - shared);
}

/** Whether one of two names has a number that the other has not. */
export const numbersDiffer = (one: Iterable<string>, other: Iterable<string>): boolean =>
  numbersIn(one) !== numbersIn(other);

const numbersIn = (words: Iterable<string>): string =>
  [...words]
    .flatMap((word) => word.match(NUMBER) ?? [])
    .sort()
    .join(' ');
