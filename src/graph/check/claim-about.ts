import { about as aboutOf, type ClaimValue, type Party } from '../../model/claim.js';
import type { Attribute, Kind } from '../../model/declaration.js';
import { fits, kindOfId } from '../../model/kinds.js';
import { BOUNDS, type Period } from '../../model/values/period.js';
import { attributesOf, endsOf } from '../model-names.js';
import { valueFault } from './properties.js';

const TYPE_OF = {
  text: 'string',
  enum: 'string',
  day: 'string',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
} as const;

/** What is wrong with what a claim says of its target, in words; null when its kind can say it so. */
export function aboutFault(target: string, about: string, value: ClaimValue): string | null {
  const kind = kindOfId(target);
  if (!kind) return `states ${target}, which is of no known kind`;
  const attribute = attributesOf(kind)[about];
  if (attribute) return attributeFault(about, attribute, value);
  if (about === aboutOf.existence) return value === null ? null : 'says that it is, and a value besides';
  const dated = kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated;
  if (about === aboutOf.period && dated) return periodFault(value);
  const [name = '', id = ''] = about.split(':');
  if (name === 'party') return partyFault(kind, about, value);
  const end = endsOf(kind)[name];
  const other = kindOfId(id);
  if (!end) return `is about ${about}, which ${kind.kind} does not have`;
  if (!other || !fits(other, end.to)) return `names ${id}, which may not stand at ${name}`;
  return value === null ? null : `names ${id}, and a value besides`;
}

function attributeFault(name: string, attribute: Attribute, value: ClaimValue): string | null {
  const values: readonly unknown[] = attribute.list ? (Array.isArray(value) ? value : [null]) : [value];
  if (values.some((one) => typeof one !== TYPE_OF[attribute.type]))
    return `gives a value of another type for ${name}`;
  const off = valueFault(attribute, value);
  return off && `gives a value for ${name} that ${off}`;
}

function periodFault(value: ClaimValue): string | null {
  const period = value as Partial<Period> | null;
  const whole =
    period !== null &&
    typeof period === 'object' &&
    BOUNDS.every((bound) => period[bound] === null || typeof period[bound] === 'string') &&
    Array.isArray(period.notBefore) &&
    Array.isArray(period.notAfter);
  return whole ? null : 'gives no whole period';
}

function partyFault(kind: Kind, about: string, value: ClaimValue): string | null {
  const party = value as Partial<Party> | null;
  if (kind.sort !== 'fact' || party === null || typeof party !== 'object')
    return `is about ${about}, without a party`;
  const { actor = '', role = '', capacity = 'OWN' } = party;
  const other = kindOfId(actor);
  if (!(other?.sort === 'entity' && other.actor)) return `names the party ${actor}, which is no actor`;
  if (!Object.hasOwn(kind.roles, role))
    return `gives ${actor} the role ${role}, which ${kind.kind} does not have`;
  return aboutOf.party({ actor, role, capacity }) === about ? null : `is about ${about}, but says otherwise`;
}
