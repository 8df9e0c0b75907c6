/** A tie from one thing to another. */
export interface Tie {
  readonly from: string;
  readonly to: string;
}

/** Finds ties that lead back to where they start; each circle once, as the way round. */
export function circlesIn(ties: readonly Tie[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of ties) {
    const own = next.get(from);
    if (own) own.push(to);
    else next.set(from, [to]);
  }
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    // An explicit stack: a chain may be longer than the call stack.
    const way: { id: string; step: number }[] = [{ id: start, step: 0 }];
    const at = new Map([[start, 0]]);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const to = next.get(here.id)?.[here.step];
      here.step += 1;
      if (to === undefined) {
        done.add(here.id);
        at.delete(here.id);
        way.pop();
      } else if (at.has(to)) circles.push([...way.slice(at.get(to)).map(({ id }) => id), to]);
      else if (!done.has(to)) {
        at.set(to, way.length);
        way.push({ id: to, step: 0 });
      }
    }
  }
  return circles;
}
