/** So many years in a row without a tie are shown one by one; of more, one line says how many. */
const EMPTY_MOST = 3;

/** A year with its ties, or a stretch of years that have none. */
export type YearOrGap =
  | { readonly year: string; readonly ties: number }
  | { readonly from: string; readonly to: string; readonly empty: number };

const named = (year: number): string => String(year).padStart(4, '0');

/** Ties of each year from the first to the last; what has no date is not among them. */
export function everyYear(
  groups: readonly { readonly key: string | null; readonly ties: number }[],
): readonly YearOrGap[] {
  const dated = groups
    .flatMap(({ key, ties }) => (key !== null && /^\d{4}$/.test(key) ? [{ year: key, ties }] : []))
    .sort((a, b) => a.year.localeCompare(b.year));
  return dated.flatMap((each, index): YearOrGap[] => {
    const before = dated[index - 1];
    if (!before) return [each];
    const [first, empty] = [Number(before.year) + 1, Number(each.year) - Number(before.year) - 1];
    if (empty > EMPTY_MOST) return [{ from: named(first), to: named(first + empty - 1), empty }, each];
    return [...Array.from({ length: empty }, (_, after) => ({ year: named(first + after), ties: 0 })), each];
  });
}
