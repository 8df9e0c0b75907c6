import { folded } from '../../../model/rules/folding.js';
import type { AgencyType } from '../../../model/entities/agency.js';
import { codeIn, codeNamed, type Code } from './codes.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import { namesOf } from './names.js';
import { officeOf, type Office } from './offices.js';
import { keepUnresolved, type Activity } from './reading.js';

const ROLES: Readonly<Record<string, string>> = {
  '1': 'funder',
  '2': 'accountable',
  '3': 'extending',
  '4': 'implementer',
};

/** What sort of body an organisation of a type is; types that say less than that give none. */
const TYPES: Readonly<Record<string, AgencyType>> = {
  '10': 'MINISTRY',
  '11': 'PUBLIC_BODY',
  '15': 'PUBLIC_BODY',
  '21': 'NGO',
  '22': 'NGO',
  '23': 'NGO',
  '24': 'NGO',
  '40': 'INTERGOVERNMENTAL',
  '70': 'COMPANY',
  '71': 'COMPANY',
  '72': 'COMPANY',
  '73': 'COMPANY',
  '80': 'UNIVERSITY',
};

/** What registers write where they name nobody, folded. */
const NOBODY: ReadonlySet<string> = new Set([
  ...['unspecified', 'not specified', 'none', 'unknown', 'n a', 'na', 'not available', 'not applicable'],
  ...['various', 'other', 'others', 'tbd', 'to be determined'],
]);

/** An organisation in one role of an activity. */
export interface Organisation {
  /** Id of the country, group or agency that it is. */
  readonly actor: string;
  readonly role: string;
  readonly name: string;
  readonly reference: string | undefined;
  readonly agencyType: AgencyType | undefined;
  /** Whose office it is by its name, where a rule may say so. */
  readonly office: Office | undefined;
  readonly line: number;
}

/** Who takes part in an activity, and whether it names some who could not be taken in. */
export interface Organisations {
  readonly known: readonly Organisation[];
  readonly complete: boolean;
}

const codeOf = (list: string, written: string): Code | undefined =>
  codeIn(list, written) ?? codeNamed(list, written);

function organisationOf(activity: Activity, element: Element): Organisation | null {
  const { reading } = activity;
  const reference = attributeOf(element, 'ref')?.slice(0, 200);
  const { name = reference } = namesOf(element, reading.passed);
  if (name === undefined || NOBODY.has(folded(name)) || folded(name) === '') {
    reading.passed.over('organisations without a name');
    return null;
  }
  const written = attributeOf(element, 'role') ?? '';
  const role = ROLES[codeOf('OrganisationRole', written)?.code ?? ''];
  if (role === undefined) {
    keepUnresolved(activity, 'participating-org role', written, name);
    return null;
  }
  const { file } = reading;
  const { line } = element;
  const office = officeOf(reading, name, line);
  // The country goes with the question, or the next import would not know the office again by its name.
  const actor = reading.who.actor({ name, code: reference, country: office?.country ?? null, file, line });
  if (actor === null) {
    reading.passed.over('organisations in doubt');
    return null;
  }
  const type = attributeOf(element, 'type');
  const known = type === undefined ? undefined : codeOf('OrganisationType', type);
  if (type !== undefined && !known) keepUnresolved(activity, 'participating-org type', type, name);
  const agencyType = TYPES[known?.code ?? ''];
  return {
    actor,
    role,
    name,
    reference,
    agencyType,
    line,
    office: actor.startsWith('agency/') ? office : undefined,
  };
}

/** The organisations that take part in an activity, each once in a role. */
export function organisationsOf(activity: Activity): Organisations {
  const known = new Map<string, Organisation>();
  let complete = true;
  for (const element of childrenOf(activity.element, 'participating-org')) {
    const one = organisationOf(activity, element);
    if (!one) complete = false;
    else if (known.has(`${one.actor} ${one.role}`))
      activity.reading.passed.over('organisations given twice in one role');
    else known.set(`${one.actor} ${one.role}`, one);
  }
  return { known: [...known.values()], complete };
}
