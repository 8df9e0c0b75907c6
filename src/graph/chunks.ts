/** A list that may lie on disk: it is read through as often as wanted, and never needs to be in memory whole. */
export interface Many<T> extends Iterable<T> {
  readonly length: number;
}

/** A list in pieces, so that no one statement carries it whole. */
export function* chunks<T>(list: Iterable<T>, size: number): Generator<readonly T[]> {
  let some: T[] = [];
  for (const one of list) {
    some.push(one);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
