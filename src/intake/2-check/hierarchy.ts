import type { At, Report } from './report.js';

/** A tie from one thing to another, and the cell that makes it. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly row: At;
  readonly column: string;
}

/** Ends that never lead back to where they started. */
export const ACYCLIC = ['partOf', 'broader', 'versionOf', 'grewOutOf'] as const;

/** Notes each tie that closes a circle, with the way round. */
export function circleFaults(name: string, ties: readonly Tie[], report: Report): void {
  const from = new Map<string, Tie[]>();
  for (const tie of ties) {
    const own = from.get(tie.from);
    if (own) own.push(tie);
    else from.set(tie.from, [tie]);
  }
  const done = new Set<string>();
  for (const start of from.keys()) {
    if (done.has(start)) continue;
    // An explicit stack: a chain may be longer than the call stack.
    const way: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const onWay = new Set([start]);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const tie = from.get(step.id)?.[step.next];
      step.next += 1;
      if (!tie) {
        done.add(step.id);
        onWay.delete(step.id);
        way.pop();
      } else if (onWay.has(tie.to)) {
        const ids = way.map(({ id }) => id);
        const round = [...ids.slice(ids.indexOf(tie.to)), tie.to].join(' > ');
        report.fault(tie.row, tie.column, `${name} goes in a circle, ${round}; take one of these ties out.`);
      } else if (!done.has(tie.to)) {
        onWay.add(tie.to);
        way.push({ id: tie.to, next: 0 });
      }
    }
  }
}

/** Notes each tie whose two ends have different values of an attribute, such as a broader topic in another scheme. */
export function schemeFaults(
  ties: readonly Tie[],
  attribute: string,
  valuesOf: (id: string) => ReadonlySet<string>,
  report: Report,
): void {
  for (const { from, to, row, column } of ties) {
    const [own, other] = [valuesOf(from), valuesOf(to)];
    if (own.size === 0 || other.size === 0 || [...own].some((value) => other.has(value))) continue;
    report.fault(
      row,
      column,
      `${to} is of the ${attribute} ${[...other].join(', ')}, and ${from} of ${[...own].join(', ')}; name one of the same ${attribute}, or use a match.`,
    );
  }
}
