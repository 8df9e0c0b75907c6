import type { Period } from '../../model/values/period.js';
import type { Listing } from './checked.js';
import { counts } from './evidence.js';
import { ACYCLIC, circleFaults, schemeFaults, type Tie } from './hierarchy.js';
import { placeOf, type Report } from './report.js';
import type { Thing } from './shape.js';

const BOUNDS = 'What bounds the start';

/** Gathers, thing by thing, the ties that must hold between things: no circles, and broader topics within one scheme. */
export class Ties {
  private readonly ties = new Map<string, Tie[]>();
  private readonly schemes = new Map<string, ReadonlySet<string>>();

  note(thing: Thing, listing: Listing | undefined): void {
    const from = thing.id;
    for (const name of ACYCLIC)
      for (const { value: to, tie } of valuesOf(thing, listing, name)) this.add(name, { from, to, ...tie });
    for (const tie of boundsIn(thing)) this.add(BOUNDS, tie);
    const schemes = valuesOf(thing, listing, 'scheme').map(({ value }) => value);
    if (schemes.length > 0) this.schemes.set(from, new Set(schemes));
  }

  /** Notes what does not hold, once all things are known. */
  faults(report: Report): void {
    for (const name of [...ACYCLIC, BOUNDS]) circleFaults(name, this.ties.get(name) ?? [], report);
    const none = new Set<string>();
    schemeFaults(this.ties.get('broader') ?? [], 'scheme', (id) => this.schemes.get(id) ?? none, report);
  }

  private add(name: string, tie: Tie): void {
    const own = this.ties.get(name);
    if (own) own.push(tie);
    else this.ties.set(name, [tie]);
  }
}

/** The values of one name that count, from the code list and from what rows state. */
function valuesOf(
  { rows, statements }: Thing,
  listing: Listing | undefined,
  name: string,
): { value: string; tie: Pick<Tie, 'row' | 'column'> }[] {
  const [first] = rows;
  const listed = listing?.values[name];
  const own = typeof listed === 'string' ? [listed] : Array.isArray(listed) ? (listed as string[]) : [];
  return [
    ...(first ? own.map((value) => ({ value, tie: { row: placeOf(first), column: name } })) : []),
    ...statements.flatMap(({ about, value, end, evidence, row, column }) => {
      const said = end?.name === name ? end.target : about === name ? value : null;
      return counts(evidence) && typeof said === 'string'
        ? [{ value: said, tie: { row: placeOf(row), column } }]
        : [];
    }),
  ];
}

/** Ties from a thing to the events that bound when it starts; in a circle no day could be worked out. */
const boundsIn = ({ id, statements }: Thing): Tie[] =>
  statements.flatMap(({ about, value, row, column, evidence }) => {
    if (about !== 'period' || value === null || !counts(evidence)) return [];
    const { notBefore, notAfter } = value as Period;
    const bounds = [...new Set([...notBefore, ...notAfter])];
    return bounds.map((to) => ({ from: id, to, row: placeOf(row), column }));
  });
