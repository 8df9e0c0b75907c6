import { registerEnumType } from 'type-graphql';
import { ENTITY_KINDS, FACT_KINDS } from '../../model/kinds.js';
import { enumeration, type Enumeration } from '../../model/values/enumeration.js';

const registered = new Map<string, () => object>();

/** The GraphQL enum of a closed list, registered when it is first asked for: before the schema is built, not during. */
export function enumOf({ name, description, values }: Enumeration): () => object {
  const known = registered.get(name);
  if (known) return known;
  const made = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const meanings = Object.entries(values).map(
    ([value, meaning]) => [value, { description: meaning }] as const,
  );
  registerEnumType(made, { name, description, valuesConfig: Object.fromEntries(meanings) });
  const type = (): object => made;
  registered.set(name, type);
  return type;
}

/** Kinds of facts, for filters. */
export const factKinds = enumeration(
  'FactKind',
  'A kind of fact.',
  Object.fromEntries(FACT_KINDS.map(({ kind, description }) => [kind, description])),
);

/** Kinds of entities, for filters. */
export const entityKinds = enumeration(
  'EntityKind',
  'A kind of entity.',
  Object.fromEntries(ENTITY_KINDS.map(({ kind, description }) => [kind, description])),
);

/** Kinds of facts and entities. */
export const allKinds = enumeration('Kind', 'A kind of fact or entity.', {
  ...entityKinds.values,
  ...factKinds.values,
});

function rolesOfAll(): Record<string, string> {
  const meanings: Record<string, string[]> = {};
  for (const { kind, roles } of FACT_KINDS) {
    for (const [role, meaning] of Object.entries(roles)) (meanings[role] ??= []).push(`${kind}: ${meaning}`);
  }
  return Object.fromEntries(Object.entries(meanings).map(([role, told]) => [role, told.join(' ')]));
}

/** Every role that a party may hold in a fact of some kind. */
export const roles = enumeration(
  'Role',
  'What a party did in a fact. Each kind of fact has its own roles; one of another kind finds nothing.',
  rolesOfAll(),
);

/** How surely a fact held at some time in a range of days. */
export const overlap = enumeration('Overlap', 'How surely something held at some time in a range of days.', {
  DEFINITELY: 'Whatever the unknown dates are, it held in the range.',
  POSSIBLY: 'The known dates do not rule it out; includes what definitely held.',
});
