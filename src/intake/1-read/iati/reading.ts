import type { Kind } from '../../../model/declaration.js';
import type { WhoIsWho } from '../../who-is-who/who-is-who.js';
import { unfit } from '../../2-check/cells.js';
import type { Growing } from '../../spooled.js';
import type { Row } from '../row.js';
import type { Element } from './element.js';
import type { Passed } from './passed.js';

/** Those questions of who is who that are asked here. */
export type Who = Pick<WhoIsWho, 'country' | 'actor'>;

/** Whether a stated rule may conclude more than the register says; what it concludes is marked as inferred. */
export type Infer = 'none' | 'rules';

/** Cells of a row by column; what is empty is left out. */
export type CellsGiven = Readonly<Record<string, string | undefined>>;

/** One file while it is read: what it gave so far. */
export interface Reading {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Id of the Source that the file is. */
  readonly source: string;
  readonly infer: Infer;
  readonly who: Who;
  readonly passed: Passed;
  readonly rows: Growing<Row>;
}

/** Adds a row that cites the file at a locator. */
export function addRow(
  { file, source, rows }: Reading,
  kind: Kind | 'claim',
  line: number,
  locator: string,
  cells: CellsGiven,
): void {
  const given = Object.entries({ ...cells, source, locator }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  rows.push({ file, line, kind, cells: new Map(given) });
}

/** One activity, with what every part of its reading needs. */
export interface Activity {
  readonly element: Element;
  readonly reading: Reading;
  /** Whether the file is of version 1, where names stand for codes. */
  readonly older: boolean;
  /** The iati-identifier, as given. */
  readonly identifier: string;
  /** What its ids end in. */
  readonly key: string;
  /** Id of its Initiative. */
  readonly id: string;
  /** Codes that no list here explains, as they are to be kept. */
  readonly unresolved: string[];
}

/** What is needed of an activity to cite it. */
export type ActivityAt = Pick<Activity, 'reading' | 'identifier'>;

/** Adds a row that cites an activity. */
export const addRowOf = (
  { reading, identifier }: ActivityAt,
  kind: Kind | 'claim',
  line: number,
  cells: CellsGiven,
): void => addRow(reading, kind, line, identifier, cells);

/** Keeps what an activity gives, as it is written, where it could not be told what is meant. */
export function keepAsText({ unresolved }: Activity, what: string, written: readonly string[]): void {
  const text = [what, ...written.filter((part) => part !== '')].join(' ').replaceAll('|', '/').slice(0, 300);
  if (!unresolved.includes(text) && unfit(text, 'unresolvedCodes') === null) unresolved.push(text);
}

/** Keeps a code that no list here explains as text, and counts it. */
export function keepUnresolved(activity: Activity, what: string, ...written: string[]): void {
  activity.reading.passed.over(`${what} that no list here explains (kept as text)`);
  keepAsText(activity, what, written);
}
