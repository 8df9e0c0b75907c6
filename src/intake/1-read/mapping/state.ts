import { LIST_SEPARATOR } from '../../../model/columns.js';
import type { Kind } from '../../../model/declaration.js';
import { inOwnColumns } from '../own-columns.js';
import type { Origin, Row } from '../row.js';
import type { CellFault, CellValues, Entry, RowAt } from './cell-values.js';
import { holds } from './conditions.js';
import { fill, type Scope } from './fill.js';
import type { StatementRule } from './schema.js';
import { holdsIds, holdsList, isNeeded } from './template.js';

/** A statement, with the kind that it states. */
export interface Stating {
  readonly rule: StatementRule;
  readonly kind: Kind;
  /** Columns of the file from which each cell is made. */
  readonly columns: Origin['columns'];
}

/** What a row of the register is known by. */
export interface Known {
  readonly source: string;
  readonly key: string;
}

/** Rows that a statement makes of one row, and what it could not state since it is in doubt who is meant. */
export interface Stated {
  readonly rows: readonly Row[];
  readonly doubtful: number;
}

const pairOf = (one: Entry, other: Entry): (readonly [string, Entry])[] => [
  ['one', one ?? ''],
  ['other', other],
];

/** What each turn of the statement goes through; an entry in doubt is no turn. */
function turnsOf(
  { each, pairs }: StatementRule,
  values: CellValues,
): (readonly (readonly [string, Entry])[])[] {
  if (each !== undefined) return values.entries(each).map((entry) => [[each, entry]]);
  if (pairs === undefined) return [[]];
  if (typeof pairs !== 'string') {
    const [left, right] = pairs.map((column) => values.entries(column));
    return (left ?? []).flatMap((one) =>
      (right ?? []).flatMap((other) =>
        one === null ? [pairOf(other, one)] : one === other ? [] : [pairOf(one, other)],
      ),
    );
  }
  // Of one list, each pair once, whichever stands first in the cell.
  const entries = values.entries(pairs);
  const sure = entries.filter((entry) => entry !== null).sort();
  const doubts = entries.length - sure.length;
  return [
    ...sure.flatMap((one, at) => sure.slice(at + 1).map((other) => pairOf(one, other))),
    ...Array.from({ length: doubts }, () => pairOf(null, null)),
  ];
}

function cellsOf(
  { rule, kind }: Stating,
  scope: Scope,
  fault: CellFault,
): { cells: Map<string, string>; doubtful: number; left: boolean } {
  const cells = new Map<string, string>();
  let doubtful = 0;
  let left = false;
  for (const [name, templates] of Object.entries(rule.cells)) {
    const many = holdsList(kind, name);
    const texts: string[] = [];
    let doubts = 0;
    for (const template of templates) {
      const filled = fill(template, scope, holdsIds(kind, name));
      doubts += filled.doubtful;
      texts.push(...filled.texts);
      if (!many && texts.length > 0) break;
    }
    doubtful += doubts;
    // Without one of its parties a fact would say something else: a bilateral one of what was regional.
    if (doubts > 0 && (name === 'party' || (texts.length === 0 && isNeeded(kind, name)))) left = true;
    const wrong = many ? texts.find((text) => text.includes(LIST_SEPARATOR)) : undefined;
    if (wrong !== undefined)
      fault(name, `"${wrong.slice(0, 80)}" holds a ${LIST_SEPARATOR}, which separates entries; take it out.`);
    cells.set(name, [...new Set(texts)].join(` ${LIST_SEPARATOR} `));
  }
  return { cells, doubtful, left };
}

/** Makes the rows that one statement states of one row of a register. */
export function stated(stating: Stating, values: CellValues, at: RowAt, known: Known): Stated {
  const { rule, kind } = stating;
  if (!holds(rule.when, values)) return { rows: [], doubtful: 0 };
  const rows: Row[] = [];
  const origin = { columns: stating.columns, header: at.header, cells: at.cells };
  const fault: CellFault = (column, message) => {
    const own = inOwnColumns({ origin, kind }, column, message);
    at.fault(own.column, own.message);
  };
  let doubtful = 0;
  for (const turn of turnsOf(rule, values)) {
    if (turn.some(([, entry]) => entry === null)) {
      doubtful += 1;
      continue;
    }
    const bound = new Map<string, string>([
      ['row', String(at.line)],
      ['key', known.key],
      ...turn.map(([place, entry]): [string, string] => [place, entry ?? '']),
    ]);
    const scope = { values, bound };
    const one = (template: string, ids = false): string => fill(template, scope, ids).texts[0] ?? '';
    const id = fill(rule.id, scope, true);
    const { cells, doubtful: more, left } = cellsOf(stating, scope, fault);
    doubtful += id.doubtful + more;
    if (id.doubtful > 0 || left) continue;
    if (id.texts[0] === undefined) {
      fault(
        'id',
        `No id comes of ${rule.id}, since a cell is empty; fill it, or give the statement a condition.`,
      );
      continue;
    }
    const occasion =
      rule.occasion === undefined ? known.key : rule.occasion === 'none' ? '' : one(rule.occasion);
    const locator = rule.locator === undefined ? known.key : one(rule.locator);
    const own: [string, string][] = kind.sort === 'fact' ? [['occasion', occasion]] : [];
    rows.push({
      file: at.file,
      line: at.line,
      kind,
      origin,
      cells: new Map([['id', id.texts[0]], ...own, ...cells, ['source', known.source], ['locator', locator]]),
    });
  }
  return { rows, doubtful };
}
