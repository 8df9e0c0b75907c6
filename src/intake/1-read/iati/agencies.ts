import { LIST_SEPARATOR } from '../../../model/columns.js';
import { Agency } from '../../../model/entities/agency.js';
import type { Organisation } from './organisations.js';
import { OFFICE_RULE } from './offices.js';
import { addRow, type Reading } from './reading.js';

/** An agency under one of its names: where it is named first, and what is said of it anywhere. */
interface AgencyNamed {
  readonly first: Organisation;
  readonly types: Set<string>;
  readonly references: Set<string>;
}

/** Agencies that a file names, by id and name. */
export type AgenciesNamed = Map<string, AgencyNamed>;

const keyOf = ({ actor, name }: Organisation): string => `${actor} ${name}`;

/** Notes the agencies among the organisations of an activity. */
export function noteAgencies(organisations: readonly Organisation[], named: AgenciesNamed): void {
  for (const one of organisations) {
    if (!one.actor.startsWith('agency/')) continue;
    const known = named.get(keyOf(one)) ?? { first: one, types: new Set(), references: new Set() };
    named.set(keyOf(one), known);
    if (one.agencyType !== undefined) known.types.add(one.agencyType);
    if (one.reference !== undefined && !one.reference.includes(LIST_SEPARATOR))
      known.references.add(one.reference);
  }
}

/** Where a file names an agency: not an activity, since any number of them may. */
const locatorOf = ({ name }: Organisation): string => `participating-org ${name}`;

/** Rows of the agencies that a file names, one for each name under which it does. */
export function agencyRows(reading: Reading, named: AgenciesNamed): void {
  for (const [, { first, types, references }] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { actor: id, name, line } = first;
    // What not all agree on is not said.
    const agencyType = types.size === 1 ? [...types][0] : undefined;
    addRow(reading, Agency, line, locatorOf(first), {
      id,
      name,
      agencyType,
      references: [...references].sort().join(` ${LIST_SEPARATOR} `),
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
