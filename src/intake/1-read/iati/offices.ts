import type { AgencyType } from '../../../model/entities/agency.js';
import type { Organisation } from './organisations.js';
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

/** The office that an agency is by its name; undefined where the name says none, or rules are not wanted. */
export function officeOf({ infer, who, file }: Reading, one: Organisation): Office | undefined {
  if (infer === 'none' || !one.actor.startsWith('agency/')) return undefined;
  for (const [pattern, agencyType] of NAMED_AFTER) {
    const name = pattern.exec(one.name)?.[1];
    const country = name === undefined ? null : who.country({ name, file, line: one.line });
    if (country?.startsWith('country/')) return { country, agencyType };
  }
  return undefined;
}
