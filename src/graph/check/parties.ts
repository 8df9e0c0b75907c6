import { integer, oneOf, text, day } from '../../model/declaration.js';
import type { FactKind } from '../../model/declaration.js';
import { kindNamed, kindOfId } from '../../model/kinds.js';
import { capacity } from '../../model/values/capacity.js';
import { certainty } from '../../model/values/certainty.js';
import type { Findings } from './findings.js';
import { valueFault } from './properties.js';
import { isShown, type Edge, type Standing } from './walk.js';

const LISTS = { capacity: oneOf(capacity, ''), certainty: oneOf(certainty, '') };
const DETAILS = {
  office: text(''),
  officeHolder: text(''),
  through: text(''),
  words: text(''),
  low: integer(''),
  high: integer(''),
  from: day(''),
  to: day(''),
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Checks number, roles, capacities and details of the parties of a fact. */
export function checkParties(node: Standing, kind: FactKind, findings: Findings): void {
  const parties = node.edges.filter(({ type }) => type === 'PARTY');
  const actors = new Set(parties.map(({ target }) => target)).size;
  const { least, most } = kind.parties;
  findings.checked('parties');
  if (isShown(node) && actors < least)
    findings.wrong('parties', node.id, 'parties', `has ${actors}, and needs ${least}`);
  if (most !== null && actors > most)
    findings.wrong('parties', node.id, 'parties', `has ${actors}, and may have ${most}`);
  const seen = new Set<string>();
  for (const party of parties) {
    const { role, capacity: as } = party.properties as { role?: string; capacity?: string };
    findings.checked('roles');
    const name = `party ${party.target ?? '?'}`;
    const one = `${party.target ?? ''} ${role ?? ''} ${as ?? ''}`;
    const wrong = roleFault(kind, party) ?? (seen.has(one) ? 'stands twice in one role and capacity' : null);
    if (wrong) findings.wrong('roles', node.id, 'parties', `${name} ${wrong}`);
    seen.add(one);
    findings.checked('partyDetails');
    const off = detailFault(party.properties);
    if (off) findings.wrong('partyDetails', node.id, 'parties', `${name} ${off}`);
  }
}

function roleFault(kind: FactKind, { properties }: Edge): string | null {
  const { role } = properties;
  if (typeof role !== 'string' || !Object.hasOwn(kind.roles, role))
    return `has the role ${JSON.stringify(role ?? null)}, which ${kind.kind} does not have`;
  for (const [name, attribute] of Object.entries(LISTS)) {
    const off = properties[name] === undefined ? 'is missing' : valueFault(attribute, properties[name]);
    if (off) return `has a ${name} that ${off}`;
  }
  return null;
}

function detailFault(properties: Edge['properties']): string | null {
  for (const [name, value] of Object.entries(properties)) {
    const attribute = Object.hasOwn(DETAILS, name) ? DETAILS[name as keyof typeof DETAILS] : undefined;
    if (!attribute) {
      if (!Object.hasOwn(LISTS, name) && name !== 'role') return `has an undeclared property ${name}`;
    } else if (
      attribute.type === 'integer'
        ? !(Number.isSafeInteger(value) && Number(value) >= 0)
        : typeof value !== 'string'
    )
      return `has a ${name} of another type`;
    else if (attribute.type === 'day' && !DAY.test(String(value))) return `has a ${name} that is no day`;
  }
  const { low, high, from, to, through } = properties as {
    readonly [name: string]: number | string | undefined;
  };
  if (low !== undefined && high !== undefined && low > high) return 'has a low above its high';
  if (from !== undefined && to !== undefined && from > to) return 'has a role that ends before it starts';
  const speaker = through === undefined ? undefined : kindOfId(String(through));
  if (through !== undefined && !(speaker?.sort === 'entity' && kindNamed(speaker.kind) && speaker.actor))
    return `is spoken for by ${String(through)}, which is no actor`;
  return null;
}
