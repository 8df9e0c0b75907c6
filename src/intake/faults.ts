import { Fault } from '../model/faults.js';

/** Where in an import something is wrong, and one sentence that says what, and how to mend it. */
export interface FaultPlace {
  readonly file: string;
  /** Line on which the row starts, counted from 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  /** Name of the element in which it stands, in files that have elements and no rows; empty outside of all. */
  readonly element?: string;
  readonly message: string;
}

/** Faults spelt out in the message; all are in `places`. */
const SPELT_OUT = 50;

/** A place and its sentence in one line. */
export function placeInWords({ file, line, column, element, message }: FaultPlace): string {
  const row = element === undefined ? 'row' : 'line';
  const where = [
    file,
    line === null ? null : `${row} ${line}`,
    column === null ? null : `column ${column}`,
    element ? `element <${element.slice(0, 60)}>` : null,
  ];
  return `${where.filter((part) => part !== null).join(', ')}: ${message}`;
}

/** Everything that is wrong with an import; nothing of it was taken in. */
export class Faults extends Fault {
  constructor(readonly places: readonly FaultPlace[]) {
    const lines = places.slice(0, SPELT_OUT).map(placeInWords);
    if (places.length > SPELT_OUT) lines.push(`... and ${places.length - SPELT_OUT} more.`);
    const count = places.length === 1 ? '1 fault' : `${places.length} faults`;
    super('BAD_USER_INPUT', `The files have ${count}, and nothing was taken in:\n${lines.join('\n')}`, {
      details: { places },
    });
  }
}
