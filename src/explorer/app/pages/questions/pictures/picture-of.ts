import { at, isRecord } from '../answer-at.js';

type Row = Readonly<Record<string, unknown>>;

/** Two countries that rows of an answer tie. */
export interface Pair {
  readonly countries: readonly [string, string];
  /** The row's own measure, else how many rows name the two. */
  readonly weight: number;
  readonly certainty: 'STATED' | 'INFERRED';
  /** The first row that names them. */
  readonly row: number;
}

/** The picture that fits the rows of an answer. */
export type Picture =
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[] }
  | {
      readonly kind: 'countries';
      readonly field: string;
      readonly counts: readonly { readonly country: string; readonly count: number; readonly row: number }[];
    }
  | {
      readonly kind: 'time';
      readonly field: string;
      readonly periods: readonly {
        readonly period: string;
        readonly count: number;
        readonly covered: boolean;
      }[];
    };

/** Measures of a row, the one that it is mostly about first. */
const MEASURES = ['started', 'facts', 'factCount', 'weight', 'score', 'ties', 'atRisk', 'count'];
// With fewer there is nothing to compare.
const LEAST = 2;

/** Which picture shows these rows; null where none says more than their table. */
export function pictureOf(rows: readonly Row[]): Picture | null {
  return overTime(rows) ?? pairsIn(rows) ?? countriesIn(rows);
}

function overTime(rows: readonly Row[]): Picture | null {
  const field = measureOf(rows);
  if (field === null || rows.length < LEAST) return null;
  const periods = rows.map((row) => ({
    period: row['period'] ?? row['year'],
    count: Number(row[field]),
    covered: row['state'] !== 'NOT_COVERED',
  }));
  const dated = periods.flatMap(({ period, ...rest }) =>
    typeof period === 'string' || typeof period === 'number' ? [{ period: String(period), ...rest }] : [],
  );
  return dated.length === rows.length ? { kind: 'time', field, periods: dated } : null;
}

const measureOf = (rows: readonly Row[]): string | null =>
  MEASURES.find((field) => rows.every((row) => typeof row[field] === 'number')) ?? null;

function pairsIn(rows: readonly Row[]): Picture | null {
  const field = ['weight', 'factCount'].find((name) => rows.every((row) => typeof row[name] === 'number'));
  const pairs = new Map<string, Pair>();
  for (const [index, row] of rows.entries()) {
    const countries = twoCountries(row);
    if (!countries) return null;
    const key = countries.join(' ');
    const known = pairs.get(key);
    pairs.set(key, {
      countries,
      weight: (known?.weight ?? 0) + (field === undefined ? 1 : Number(row[field])),
      certainty: known?.certainty === 'STATED' ? 'STATED' : certaintyOf(row),
      row: known?.row ?? index,
    });
  }
  return pairs.size === 0 ? null : { kind: 'pairs', pairs: [...pairs.values()] };
}

/** The two countries of a row: as `countries`, one by one or under letters, or as the ends of an edge. */
function twoCountries(row: Row): readonly [string, string] | null {
  const listed = row['countries'];
  const ends = Array.isArray(listed) ? listed : [row['from'], row['to']];
  const ids = ends.map(countryIn).filter((id) => id !== null);
  return ends.length === 2 && ids.length === 2 && ids[0] !== ids[1] ? [ids[0]!, ids[1]!] : null;
}

function countryIn(value: unknown): string | null {
  const id = isRecord(value) ? (value['id'] ?? at(value, ['country', 'id'])) : value;
  return typeof id === 'string' && id.startsWith('country/') ? id : null;
}

/** An answer one leg of which is only concluded is drawn as such. */
const certaintyOf = (row: Row): Pair['certainty'] =>
  row['independent'] === false ||
  [row, ...Object.values(row).filter(isRecord)].some((part) => part['certainty'] === 'INFERRED')
    ? 'INFERRED'
    : 'STATED';

function countriesIn(rows: readonly Row[]): Picture | null {
  const field = measureOf(rows);
  if (field === null || rows.length < LEAST) return null;
  const counts = rows.flatMap((row, index) => {
    const country = countryIn(row['country'] ?? row['value'] ?? row);
    return country === null ? [] : [{ country, count: Number(row[field]), row: index }];
  });
  return counts.length === rows.length ? { kind: 'countries', field, counts } : null;
}
