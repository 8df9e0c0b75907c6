import type { ClaimValue } from '../../model/claim.js';
import type { Attribute, Kind } from '../../model/declaration.js';
import { NAMES } from '../../model/names.js';
import type { Cells } from './cells.js';
import type { Report } from './report.js';
import { dayOf, decimalOf, scalarOf } from './scalars.js';

/** Attributes of a kind, names included. */
export const attributesOf = (kind: Kind): Readonly<Record<string, Attribute>> =>
  kind.sort === 'entity' ? { ...NAMES, ...kind.attributes } : kind.attributes;

/** The value of an attribute in a cell; undefined when the cell is empty or wrong. */
export function valueInCell(
  cells: Cells,
  column: string,
  attribute: Attribute,
  report: Report,
): ClaimValue | undefined {
  const text = cells.text(column);
  if (text === '') return undefined;
  const entries = attribute.list ? [...new Set(cells.list(column, report))] : [text];
  const values = entries.flatMap((entry) => {
    const parsed = scalarOf(attribute, entry);
    if ('value' in parsed) return [parsed.value];
    report.fault(cells.row, column, parsed.wrong);
    return [];
  });
  if (values.length < entries.length) return undefined;
  return attribute.list ? values.map(String) : values[0];
}

const BOUNDS = [
  ['amountMin', 'amountMax'],
  ['low', 'high'],
  ['from', 'to'],
] as const;

/** Notes bounds of a row that stand the wrong way round; what cannot be read is told elsewhere. */
export function boundsFaults(cells: Cells, report: Report): void {
  for (const [least, most] of BOUNDS) {
    const parse = least === 'from' ? dayOf : decimalOf;
    const [a, b] = [parse(cells.text(least)), parse(cells.text(most))];
    if ('value' in a && 'value' in b && a.value > b.value)
      report.fault(
        cells.row,
        most,
        `"${b.value}" is less than "${a.value}" in ${least}; swap or mend the two.`,
      );
  }
}
