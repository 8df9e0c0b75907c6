import type { NodeRow } from '../../graph/reads/projection.js';
import { language, nameProperty, type Language } from '../../model/values/language.js';

const LANGUAGES = Object.keys(language.values) as Language[];

const filled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A name, and the language that it is known to be in. */
export interface ShownName {
  readonly name: string;
  readonly language: Language | null;
}

/** The name in the asked language; else as the first document gives it, in English, in any language; else the id. */
export function shownName(row: NodeRow, asked: Language): ShownName {
  const inLanguage = (one: Language): unknown => row[nameProperty[one]];
  const name = inLanguage(asked);
  if (filled(name)) return { name, language: asked };
  const own = row['name'];
  if (filled(own)) return { name: own, language: LANGUAGES.find((one) => inLanguage(one) === own) ?? null };
  const other = (['EN', ...LANGUAGES] as const).find((one) => filled(inLanguage(one)));
  return other ? { name: inLanguage(other) as string, language: other } : { name: row.id, language: null };
}
