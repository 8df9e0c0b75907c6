import type { Party } from '../../model/claim.js';
import type { FactKind } from '../../model/declaration.js';
import { capacity, type Capacity } from '../../model/values/capacity.js';
import type { Cells } from './cells.js';
import { ACTOR, type References } from './references.js';
import type { Report } from './report.js';
import { dayOf, valueIn, wholeOf, type Parsed } from './scalars.js';

const DETAILS = [
  'capacity',
  'office',
  'officeHolder',
  'through',
  'low',
  'high',
  'words',
  'from',
  'to',
] as const;
type Detail = (typeof DETAILS)[number];

/** A party of whom no more than actor, role and capacity is said. */
export const partyOf = (actor: string, role: string, as: Capacity = 'OWN'): Party => ({
  actor,
  role,
  capacity: as,
  office: null,
  officeHolder: null,
  through: null,
  low: null,
  high: null,
  words: null,
  from: null,
  to: null,
});

/** A role that a kind of fact does not have, as a sentence; null when it has it. */
export const roleFault = (kind: FactKind, role: string): string | null =>
  Object.hasOwn(kind.roles, role)
    ? null
    : `"${role}" is no role of the kind ${kind.kind}; use one of ${Object.keys(kind.roles).join(', ') || 'none, it has no parties'}.`;

const number = (text: string): Parsed<number> => {
  const parsed = wholeOf(text);
  return 'value' in parsed && parsed.value < 0
    ? { wrong: `"${text}" is below zero; a number of members is not.` }
    : parsed;
};

function detailsOf(
  cells: Cells,
  given: readonly Detail[],
  references: References,
  report: Report,
): Partial<Party> {
  const read = <V>(column: Detail, parse: (text: string) => Parsed<V>, usual: V): V => {
    if (!given.includes(column) || cells.text(column) === '') return usual;
    const parsed = parse(cells.text(column));
    if ('value' in parsed) return parsed.value;
    report.fault(cells.row, column, parsed.wrong);
    return usual;
  };
  const plain = (text: string): Parsed<string | null> => ({ value: text });
  const through = read('through', plain, null);
  if (through !== null) references.names(cells.row, 'through', through, ACTOR);
  return {
    capacity: read('capacity', (text) => valueIn(capacity, text), 'OWN'),
    office: read('office', plain, null),
    officeHolder: read('officeHolder', plain, null),
    through,
    low: read<number | null>('low', number, null),
    high: read<number | null>('high', number, null),
    words: read('words', plain, null),
    from: read<string | null>('from', dayOf, null),
    to: read<string | null>('to', dayOf, null),
  };
}

/** The parties that a row states. The detail columns are about the one party of the row. */
export function partiesIn(cells: Cells, kind: FactKind, references: References, report: Report): Party[] {
  const entries = cells.list('party', report);
  // A kind may use the name of a detail for an attribute of its own (low and high of a Finding): it is that, then.
  const given = DETAILS.filter((column) => cells.isGiven(column) && !Object.hasOwn(kind.attributes, column));
  if (!cells.isGiven('party') || entries.length > 1) {
    for (const column of given)
      report.fault(
        cells.row,
        column,
        `This says more of one party, and the row has ${entries.length === 0 ? 'none' : 'several'}; give that party a row of its own.`,
      );
  }
  const details = entries.length === 1 ? detailsOf(cells, given, references, report) : {};
  return entries.flatMap((entry) => {
    const [, actor, role] = /^([^:]+):([^:]+)$/.exec(entry) ?? [];
    if (actor === undefined || role === undefined) {
      report.fault(
        cells.row,
        'party',
        `"${entry}" is not an actor with a role; write for example country/egy:${Object.keys(kind.roles)[0] ?? 'role'}.`,
      );
      return [];
    }
    const there = references.names(cells.row, 'party', actor.trim(), ACTOR);
    const wrong = roleFault(kind, role.trim());
    if (wrong) report.fault(cells.row, 'party', wrong);
    return there && !wrong ? [{ ...partyOf(actor.trim(), role.trim()), ...details }] : [];
  });
}
