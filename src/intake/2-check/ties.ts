import type { Listing } from './checked.js';
import type { Period } from '../../model/values/period.js';
import { counts } from './evidence.js';
import { ACYCLIC, circleFaults, schemeFaults, type Tie } from './hierarchy.js';
import type { Report } from './report.js';
import type { Thing } from './shape.js';

type Values = (thing: Thing, name: string) => readonly { value: string; tie: Pick<Tie, 'row' | 'column'> }[];

/** Checks what must hold between things: no circles, and broader topics within one scheme. */
export function tieFaults(
  things: readonly Thing[],
  listings: ReadonlyMap<string, Listing>,
  report: Report,
): void {
  const valuesOf: Values = (thing, name) => {
    const [row] = thing.rows;
    const listed = listings.get(thing.id)?.values[name];
    const own = typeof listed === 'string' ? [listed] : Array.isArray(listed) ? (listed as string[]) : [];
    return [
      ...(row ? own.map((value) => ({ value, tie: { row, column: name } })) : []),
      ...thing.statements.flatMap(({ about, value, end, evidence, row: at, column }) => {
        const said = end?.name === name ? end.target : about === name ? value : null;
        return counts(evidence) && typeof said === 'string'
          ? [{ value: said, tie: { row: at, column } }]
          : [];
      }),
    ];
  };
  const tiesOf = (name: string): Tie[] =>
    things.flatMap((thing) =>
      valuesOf(thing, name).map(({ value, tie }) => ({ from: thing.id, to: value, ...tie })),
    );
  for (const name of ACYCLIC) circleFaults(name, tiesOf(name), report);
  circleFaults('What bounds the start', boundsIn(things), report);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const schemes = (id: string): ReadonlySet<string> => {
    const thing = byId.get(id);
    return new Set(thing ? valuesOf(thing, 'scheme').map(({ value }) => value) : []);
  };
  schemeFaults(tiesOf('broader'), 'scheme', schemes, report);
}

/** Ties from things to the events that bound when they start; in a circle no day could be worked out. */
function boundsIn(things: readonly Thing[]): Tie[] {
  return things.flatMap(({ id, statements }) =>
    statements.flatMap(({ about, value, row, column, evidence }) => {
      if (about !== 'period' || value === null || !counts(evidence)) return [];
      const { notBefore, notAfter } = value as Period;
      return [...new Set([...notBefore, ...notAfter])].map((to) => ({ from: id, to, row, column }));
    }),
  );
}
