/** Years shown one after another; where more lie between the first and the last, those without a tie are left out. */
const YEARS_MOST = 60;

/** Ties of each year from the first to the last, years without one included; what has no date is not among them. */
export function everyYear(
  groups: readonly { readonly key: string | null; readonly ties: number }[],
): { readonly year: string; readonly ties: number }[] {
  const dated = groups
    .flatMap(({ key, ties }) => (key !== null && /^\d{4}$/.test(key) ? [{ year: key, ties }] : []))
    .sort((a, b) => a.year.localeCompare(b.year));
  const [first, last] = [Number(dated[0]?.year), Number(dated.at(-1)?.year)];
  if (dated.length === 0 || last - first >= YEARS_MOST) return dated;
  const known = new Map(dated.map(({ year, ties }) => [year, ties]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index).padStart(4, '0');
    return { year, ties: known.get(year) ?? 0 };
  });
}
