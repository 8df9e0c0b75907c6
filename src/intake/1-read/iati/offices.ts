import type { AgencyType } from '../../../model/entities/agency.js';
import type { Reading } from './reading.js';

/** Names of offices that say whose they are, and what sort of office each is. */
const NAMED_AFTER: readonly (readonly [pattern: RegExp, agencyType: AgencyType])[] = [
  [/^Embassy of (.+)$/i, 'MISSION'],
  [/^(.+) Embassy$/i, 'MISSION'],
  [/^Government of (.+)$/i, 'MINISTRY'],
  [/^(.+) Ministry of .+$/i, 'MINISTRY'],
];

/** An embassy, government or ministry with a country in its name is an office of that country. */
export const OFFICE_RULE = 'RULE:office-named-after-country';

/** Whose office an agency is. */
export interface Office {
  readonly country: string;
  readonly agencyType: AgencyType;
}

/** The office that something is by its name; undefined where the name says none, or rules are not wanted. */
export function officeOf({ infer, who, file }: Reading, name: string, line: number): Office | undefined {
  if (infer === 'none') return undefined;
  for (const [pattern, agencyType] of NAMED_AFTER) {
    const owner = pattern.exec(name)?.[1];
    const country = owner === undefined ? null : who.country({ name: owner, file, line });
    if (country?.startsWith('country/')) return { country, agencyType };
  }
  return undefined;
}
