import { canonical } from '../../model/claim.js';
import type { Row } from '../1-read/row.js';
import type { Evidence } from './evidence.js';
import { rowInWords, type Report } from './report.js';
import type { Statement } from './statement.js';

const placeOf = ({ target, about, evidence: { source, locator, voice } }: Statement): string =>
  [source, locator, target, about, voice ?? ''].join('|');

const COLUMN_OF: Readonly<Partial<Record<keyof Evidence, string>>> = { status: 'claimStatus' };

/** The column in which the evidence of two statements differs; null when it does not. */
function differing(a: Evidence, b: Evidence): string | null {
  const content = (value: unknown): string =>
    canonical(Array.isArray(value) ? [...(value as string[])].sort() : value);
  for (const key of Object.keys(a) as (keyof Evidence)[]) {
    const same =
      key === 'relayedBy' ? canonical(a[key]) === canonical(b[key]) : content(a[key]) === content(b[key]);
    if (!same) return COLUMN_OF[key] ?? key;
  }
  return null;
}

/**
 * Leaves one statement at each place (source, locator, target, about, voice). Rows of one thing imply its
 * existence again and again, which is no fault; to state anything else twice is one, unless a merge made the two alike.
 */
export function onePerPlace(
  statements: readonly Statement[],
  report: Report,
  renamed: ReadonlySet<Row>,
): Statement[] {
  const places = new Map<string, Statement>();
  for (const statement of statements) {
    const place = placeOf(statement);
    const first = places.get(place);
    if (!first) {
      places.set(place, statement);
      continue;
    }
    const column = differing(first.evidence, statement.evidence);
    const at = rowInWords(first.row);
    const what = `${statement.about} of ${statement.target}`;
    if (first.implied && statement.implied) {
      if (column)
        report.fault(
          statement.row,
          column,
          `The ${column} differs from that of ${at}, which states ${statement.target} at the same place; use claims.csv for what is said otherwise.`,
        );
    } else if (column || canonical(first.value) !== canonical(statement.value))
      report.fault(
        statement.row,
        statement.column,
        `This says otherwise of ${what} than ${at} at the same place; keep one.`,
      );
    else if (!renamed.has(first.row) && !renamed.has(statement.row))
      report.fault(
        statement.row,
        statement.column,
        `The ${what} is stated twice, here and in ${at}; keep one.`,
      );
  }
  return [...places.values()];
}
