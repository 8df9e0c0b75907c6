import { NAMES } from '../../model/names.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * All names of an entity as JSON, which stand at it as the property `allNames` beside one property for each name: every
 * answer names entities, and reads one value for it instead of eight.
 */
export function allNamesOf(values: Values): string | null {
  const given = Object.keys(NAMES).flatMap((name) => {
    const value = values[name];
    return value === null || value === undefined ? [] : [[name, value] as const];
  });
  return given.length === 0 ? null : JSON.stringify(Object.fromEntries(given));
}

/** The names by their properties. */
export const namesIn = (allNames: string | null): Values =>
  allNames === null ? {} : (JSON.parse(allNames) as Values);
