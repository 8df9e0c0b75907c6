const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Options by how much of a date is known: a year, a month or a day. */
const FINENESS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

interface Point {
  readonly at: Date;
  readonly fineness: number;
}

function pointOf(text: string): Point | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const at = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : { at, fineness: day ? 2 : month ? 1 : 0 };
}

/**
 * A date or span of which all is known, in a language; null for what has open, uncertain or unequally known ends, which
 * needs a sentence.
 */
export function edtfInWords(edtf: string, language: string): string | null {
  const points = edtf.split('/').map(pointOf);
  const [first, last] = points;
  if (!first || points.length > 2) return null;
  const format = new Intl.DateTimeFormat(language, { ...FINENESS[first.fineness], timeZone: 'UTC' });
  if (points.length === 1) return format.format(first.at);
  return last?.fineness === first.fineness ? format.formatRange(first.at, last.at) : null;
}
