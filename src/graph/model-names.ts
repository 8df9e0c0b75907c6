import type { End, EntityKind, FactKind, Kind } from '../model/declaration.js';
import { ENTITY_KINDS, FACT_KINDS } from '../model/kinds.js';
import { NAMES } from '../model/names.js';
import { nameOf, type CypherName } from './cypher.js';

/** Labels of the nodes of a kind: `:Entity:Actor:Country`, `:Fact:Exchange`. */
export function labelsOf(kind: Kind): CypherName[] {
  if (kind.sort === 'fact') return ['Fact', kind.kind].map(nameOf);
  return ['Entity', ...(kind.actor ? ['Actor'] : []), kind.kind].map(nameOf);
}

/** Ends of a fact kind or links of an entity kind. */
export const endsOf = (kind: Kind): Readonly<Record<string, End>> =>
  kind.sort === 'fact' ? kind.ends : kind.links;

const relationships = (kinds: readonly (EntityKind | FactKind)[]): string[] => [
  ...new Set(kinds.flatMap((kind) => Object.values(endsOf(kind)).map((end) => end.relationship))),
];

/** Relationship types that roll-up writes away from a fact. */
export const FACT_RELATIONSHIPS = [...relationships(FACT_KINDS), 'PARTY', 'NOT_BEFORE', 'NOT_AFTER'].map(
  nameOf,
);
/** Relationship types that roll-up writes away from an entity. */
export const ENTITY_RELATIONSHIPS = [...relationships(ENTITY_KINDS), 'NOT_BEFORE', 'NOT_AFTER'].map(nameOf);

/** Declared scalar properties of a kind: names for entities, then its attributes. */
export const attributesOf = (kind: Kind): Readonly<Kind['attributes']> =>
  kind.sort === 'entity' ? { ...NAMES, ...kind.attributes } : kind.attributes;
