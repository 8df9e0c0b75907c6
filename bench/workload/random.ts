/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list; small numbers of `lean` above 1 prefer its beginning, where the busiest stand. */
export function one<T>(list: readonly T[], random: () => number, lean = 1): T {
  const found = list[Math.floor(random() ** lean * list.length)];
  if (found === undefined) throw new Error('The world has none of what an item draws from.');
  return found;
}

/** So many sets of variables, each drawn anew; equal ones may come twice, as they do in life. */
export const times = <T>(most: number, make: (n: number) => T): T[] =>
  Array.from({ length: most }, (_, n) => make(n));
