import type { Kind } from '../../../model/declaration.js';
import { KINDS, kindNamed } from '../../../model/kinds.js';
import { daysIn } from './dates.js';
import type { Condition, Mapping, StatementRule, TableRule } from './schema.js';
import { fillable, GIVEN, holdsList, placesOf, piecesOf } from './template.js';

/** Where in a mapping something stands. */
export type Path = readonly (string | number)[];

type Report = (path: Path, message: string) => void;

const list = (names: readonly string[]): string => names.join(', ');

function columnFaults({ columns }: TableRule, path: Path, report: Report): void {
  for (const [name, rule] of Object.entries(columns)) {
    const here = [...path, 'columns', name];
    if ((GIVEN as readonly string[]).includes(name))
      report(
        here,
        `"${name}" has a meaning of its own; name the column otherwise and give its own name in "from".`,
      );
    for (const key of ['code', 'country'] as const) {
      const other = rule?.[key];
      if (other !== undefined && !Object.hasOwn(columns, other))
        report([...here, key], `"${other}" is none of the columns; add it there.`);
    }
    if ((rule?.code !== undefined || rule?.country !== undefined) && rule.means === undefined)
      report(here, 'A code or country says more of who is meant; say what the column "means".');
    if (rule?.unlisted !== undefined && rule.values === undefined)
      report([...here, 'unlisted'], 'There is no code list; add "values".');
    if (rule?.zone !== undefined && rule.date !== 'epoch-ms')
      report([...here, 'zone'], 'Only dates in epoch-ms have a time zone; take it out.');
    if (rule?.date === 'epoch-ms' && !isZone(rule.zone))
      report(
        [...here, 'date'],
        'Milliseconds need a time zone that is known, for example zone: Europe/Paris.',
      );
    if (rule?.date !== undefined && rule.means !== undefined)
      report([...here, 'means'], 'A date names nobody; keep one of "date" and "means".');
  }
}

function isZone(zone: string | undefined): boolean {
  try {
    return zone !== undefined && Boolean(daysIn(zone));
  } catch {
    return false;
  }
}

/** Columns of lists that are not taken entry by entry in the statement. */
const spread = (rule: TableRule, statement: StatementRule, template: string): string[] => [
  ...new Set(
    placesOf(template).filter((name) => rule.columns[name]?.list !== undefined && name !== statement.each),
  ),
];

function templateFaults(
  table: TableRule,
  statement: StatementRule | null,
  template: string,
  path: Path,
  report: Report,
): void {
  const given: readonly string[] =
    statement === null ? ['row'] : statement.pairs === undefined ? ['row', 'key'] : GIVEN;
  for (const place of placesOf(template))
    if (!Object.hasOwn(table.columns, place) && !given.includes(place))
      report(path, `{${place}} is none of the columns; they are ${list(Object.keys(table.columns))}.`);
  if (statement && spread(table, statement, template).length > 1)
    report(path, 'Only one list can stand here; take the other with "each".');
}

function cellFaults(
  table: TableRule,
  statement: StatementRule,
  kind: Kind,
  path: Path,
  report: Report,
): void {
  const known = fillable(kind);
  for (const [name, templates] of Object.entries(statement.cells)) {
    const here = [...path, 'cells', name];
    if (!known.includes(name)) {
      report(here, `${kind.kind} has no ${name}; it has ${list(known)}.`);
      continue;
    }
    for (const [index, template] of templates.entries()) {
      const at = templates.length > 1 ? [...here, index] : here;
      templateFaults(table, statement, template, at, report);
      if (!holdsList(kind, name) && spread(table, statement, template).length > 0)
        report(at, `The ${name} of ${kind.kind} holds one value and no list; take the list with "each".`);
      if (name === 'party' && kind.sort === 'fact') roleFault(kind.roles, template, at, report);
    }
  }
}

function roleFault(
  roles: Readonly<Record<string, string>>,
  template: string,
  path: Path,
  report: Report,
): void {
  const last = piecesOf(template).at(-1);
  // A role may come from a column, too; then it is checked in each row.
  const role = typeof last === 'string' ? last.slice(last.lastIndexOf(':') + 1) : null;
  if (typeof last === 'string' && !last.includes(':'))
    report(path, `A party is an actor and a role, for example "{Country}:${Object.keys(roles)[0] ?? ''}".`);
  else if (role !== null && !Object.hasOwn(roles, role))
    report(path, `"${role}" is no role here; use one of ${list(Object.keys(roles))}.`);
}

const conditionColumns = ({ filled, any, empty, is, isNot }: Condition): string[] => [
  ...[filled, any, empty].flatMap((names) => names ?? []),
  ...Object.keys(is ?? {}),
  ...Object.keys(isNot ?? {}),
];

function statementFaults(table: TableRule, statement: StatementRule, path: Path, report: Report): void {
  const kind = kindNamed(statement.kind);
  if (!kind || kind.kind === 'Source') {
    const names = KINDS.map((one) => one.kind).filter((name) => name !== 'Source');
    report(
      [...path, 'kind'],
      `"${statement.kind}" is no kind that a row can state; use one of ${list(names)}.`,
    );
    return;
  }
  const [start] = piecesOf(statement.id);
  if (typeof start === 'string' && !start.startsWith(`${kind.prefix}/`))
    report([...path, 'id'], `Ids of ${kind.kind} start with ${kind.prefix}/.`);
  if (spread(table, statement, statement.id).length > 0)
    report([...path, 'id'], 'An id is one; take the list with "each".');
  for (const [name, template] of [
    ['id', statement.id],
    ['locator', statement.locator],
    ['occasion', statement.occasion],
  ] as const)
    if (template !== undefined) templateFaults(table, statement, template, [...path, name], report);
  const looped = [statement.each, statement.pairs].flatMap((names) => names ?? []);
  for (const name of [...looped, ...conditionColumns(statement.when ?? {})])
    if (!Object.hasOwn(table.columns, name)) report(path, `"${name}" is none of the columns; add it there.`);
  const single = [statement.each, typeof statement.pairs === 'string' ? statement.pairs : undefined];
  for (const name of single)
    if (name !== undefined && Object.hasOwn(table.columns, name) && table.columns[name]?.list === undefined)
      report(path, `"${name}" holds no list; give the column a "list" with its separator.`);
  if (statement.occasion !== undefined && kind.sort === 'entity')
    report([...path, 'occasion'], 'Only a fact has an occasion; take it out.');
  cellFaults(table, statement, kind, path, report);
}

/** What is wrong with a mapping that has the right form: columns, kinds and roles that there are not, lists where one is meant. */
export function senseFaults(mapping: Mapping): { path: Path; message: string }[] {
  const faults: { path: Path; message: string }[] = [];
  const report: Report = (path, message) => void faults.push({ path, message });
  for (const [index, table] of mapping.tables.entries()) {
    const path = ['tables', index];
    if (mapping.tables.findIndex((other) => other.table === table.table) < index)
      report([...path, 'table'], `Two tables are named ${table.table}; name one otherwise.`);
    columnFaults(table, path, report);
    templateFaults(table, null, table.key, [...path, 'key'], report);
    for (const [at, statement] of table.states.entries())
      statementFaults(table, statement, [...path, 'states', at], report);
  }
  return faults;
}
