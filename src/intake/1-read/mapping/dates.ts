import { isDay } from '../../2-check/scalars.js';
import type { DateFormat } from './schema.js';

const twoDigits = (text: string): string => text.padStart(2, '0');

/** Positions of year, month and day in what the pattern finds. */
const WRITTEN: Readonly<Partial<Record<DateFormat, readonly [RegExp, 'dmy' | 'mdy' | 'ymd']>>> = {
  'd/m/Y': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'dmy'],
  'm/d/Y': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'mdy'],
  'd.m.Y': [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, 'dmy'],
  'd-m-Y': [/^(\d{1,2})-(\d{1,2})-(\d{4})$/, 'dmy'],
  'Y/m/d': [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, 'ymd'],
};

const zones = new Map<string, Intl.DateTimeFormat>();

/** Writes the day on which a moment fell in a time zone; throws where there is no such zone. */
export function daysIn(zone: string): Intl.DateTimeFormat {
  const known = zones.get(zone);
  if (known) return known;
  // Swedish writes days as YYYY-MM-DD.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  zones.set(zone, days);
  return days;
}

function moment(text: string, zone: string): string | null {
  const milliseconds = /^-?\d+(\.\d+)?(e\+?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : daysIn(zone).format(date);
}

/**
 * A date as the graph holds it (YYYY-MM-DD, or less where the file gives less), or null when it is none. A day that is
 * written YYYY-MM-DD is taken in every written format, since it can mean nothing else.
 */
export function dateOf(text: string, format: DateFormat, zone = 'UTC'): string | null {
  if (format === 'epoch-ms') return moment(text, zone);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? text : null;
  if (format === 'year') return /^\d{4}$/.test(text) ? text : null;
  if (format === 'iso') return /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) ? text : null;
  const [pattern, order] = WRITTEN[format] ?? [];
  const [, ...parts] = (pattern && pattern.exec(text)) ?? [];
  const part = (letter: string): string => twoDigits(parts[order?.indexOf(letter) ?? 0] ?? '');
  const day = `${part('y')}-${part('m')}-${part('d')}`;
  return isDay(day) ? day : null;
}
