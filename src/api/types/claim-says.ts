import { periodInWords } from '../../model/rules/words.js';
import { UNKNOWN_PERIOD, type Period } from '../../model/values/period.js';

const said = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join(', ')
    : typeof value === 'string'
      ? `"${value}"`
      : String(value);

/** A claim may bound by events alone; their days are worked out elsewhere. */
function periodSaid(period: Period): string {
  const { notBefore, notAfter, edtf } = period;
  return [
    ...(edtf === null && notBefore.length + notAfter.length > 0 ? [] : [periodInWords(period)]),
    ...notBefore.map((id) => `not before the last day of ${id}`),
    ...notAfter.map((id) => `not after the first day of ${id}`),
  ].join(', ');
}

/** What a claim says, in a few words of English: "party country/egy as participant", "period: 6 to 8 May 2013". */
export function claimSays(about: string, value: unknown): string {
  if (about === 'existence') return 'that it is so';
  if (about === 'period') return `period: ${periodSaid({ ...UNKNOWN_PERIOD, ...(value as Period | null) })}`;
  const [what = '', target, role, capacity] = about.split(':');
  if (what === 'party' && role) {
    const number = (value as { words?: string | null } | null)?.words;
    const acting = capacity ? `, acting as ${capacity.toLowerCase().replaceAll('_', ' ')}` : '';
    return `party ${target} as ${role}${acting}${number ? ` (${number})` : ''}`;
  }
  return target ? `${what} ${target}` : `${what}: ${said(value)}`;
}
