import { LIST_SEPARATOR } from '../../../model/columns.js';
import { Agency } from '../../../model/entities/agency.js';
import type { Organisation } from './organisations.js';
import { OFFICE_RULE } from './offices.js';
import { addRow, type Reading } from './reading.js';

/** Agencies that a file names, by id and name, with every mention of them. */
export type AgenciesNamed = Map<string, Organisation[]>;

const keyOf = ({ actor, name }: Organisation): string => `${actor} ${name}`;

/** Notes the agencies among the organisations of an activity. */
export function noteAgencies(organisations: readonly Organisation[], named: AgenciesNamed): void {
  for (const one of organisations)
    if (one.actor.startsWith('agency/')) named.set(keyOf(one), [...(named.get(keyOf(one)) ?? []), one]);
}

/** What all of a list agree on; undefined where they do not, or say nothing. */
function agreed<V>(values: readonly (V | undefined)[]): V | undefined {
  const [first, ...more] = new Set(values.filter((value) => value !== undefined));
  return more.length === 0 ? first : undefined;
}

/** Where a file names an agency: not an activity, since any number of them may. */
const locatorOf = ({ name }: Organisation): string => `participating-org ${name}`;

/** Rows of the agencies that a file names, one for each name under which it does. */
export function agencyRows(reading: Reading, named: AgenciesNamed): void {
  for (const [, mentions] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = mentions;
    if (!first) continue;
    const { actor: id, name, line } = first;
    const agencyType = agreed(mentions.map((one) => one.agencyType));
    const references = [...new Set(mentions.map(({ reference }) => reference))].filter(
      (reference) => reference !== undefined && !reference.includes(LIST_SEPARATOR),
    );
    addRow(reading, Agency, line, locatorOf(first), {
      id,
      name,
      agencyType,
      references: references.sort().join(` ${LIST_SEPARATOR} `),
    });
    const { office } = first;
    if (!office) continue;
    const said = agencyType === undefined ? [['agencyType', office.agencyType]] : [];
    for (const [about, value] of [...said, [`country:${office.country}`, '']])
      addRow(reading, 'claim', line, locatorOf(first), {
        target: id,
        about,
        value,
        certainty: 'INFERRED',
        reason: 'Its name says whose office it is.',
        basis: OFFICE_RULE,
        inferredFrom: `${id}#name`,
      });
  }
}
