/** A number that a source gives of a party: exact, as bounds, or at least as many; its words where it gives no number. */
export function countedOf(
  { low, high, words }: { low: number | null; high: number | null; words: string | null },
  atLeast: (figure: string) => string,
): string | null {
  if (low !== null && high !== null) return low === high ? String(low) : `${low}–${high}`;
  if (low !== null) return atLeast(String(low));
  if (high !== null) return `≤ ${high}`;
  return words;
}
