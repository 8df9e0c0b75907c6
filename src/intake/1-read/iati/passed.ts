/** Counts what a register holds that is not taken in, by reason. */
export class Passed {
  private readonly counts = new Map<string, number>();

  /** Something was passed over. */
  over(reason: string, count = 1): void {
    if (count > 0) this.counts.set(reason, (this.counts.get(reason) ?? 0) + count);
  }

  /** All counts, by reason in alphabetical order. */
  get all(): ReadonlyMap<string, number> {
    return new Map([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
