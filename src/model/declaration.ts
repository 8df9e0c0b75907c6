import type { Enumeration } from './values/enumeration.js';

/** How one value of an attribute is held: `text` is free text, `day` an ISO date (YYYY-MM-DD), `decimal` a float. */
export type ScalarType = 'text' | 'integer' | 'decimal' | 'boolean' | 'day' | 'enum';

/** A property of a kind with one value, or with a list of distinct values when `list` is set. */
export interface Attribute {
  readonly type: ScalarType;
  readonly list: boolean;
  /** The closed list of values when `type` is `enum`. */
  readonly enumeration?: Enumeration;
  /** How `search` finds an entity by it: as a code (whole or in parts), or as words about it; not at all when left out. */
  readonly searchedAs?: 'CODE' | 'GIST';
  /** Meaning, shape and unit, as clients and seed columns show it. */
  readonly description: string;
}

/** A named tie from a kind to entities or facts of the stated kinds, held as one relationship each. */
export interface End {
  /** Kinds that may stand at this end; `Fact` means a fact of any kind. */
  readonly to: readonly string[];
  /** Relationship type in the graph, pointing away from the kind that declares it. */
  readonly relationship: string;
  readonly least: 0 | 1;
  readonly many: boolean;
  readonly description: string;
  /** What the end is called from the other side, when the other side lists it. */
  readonly inverse?: string;
}

/** A kind of entity: a thing with an identity of its own. */
export interface EntityKind {
  readonly sort: 'entity';
  readonly kind: string;
  readonly plural: string;
  /** First segment of its ids: `meeting` in `meeting/cairo-2013`. */
  readonly prefix: string;
  readonly description: string;
  /** Whether it may be a party of a fact. */
  readonly actor: boolean;
  /** Whether it has a period of its own (four bounds). */
  readonly dated: boolean;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly links: Readonly<Record<string, End>>;
}

/** A kind of fact: one evidenced statement that ties things together. */
export interface FactKind {
  readonly sort: 'fact';
  readonly kind: string;
  readonly plural: string;
  readonly prefix: string;
  readonly description: string;
  /** An event happens once, a state holds for a while, a timeless fact has no period. */
  readonly time: 'event' | 'state' | 'timeless';
  /** Roles that a party may hold, with their meaning; empty when the kind has no parties. */
  readonly roles: Readonly<Record<string, string>>;
  readonly parties: { readonly least: number; readonly most: number | null };
  readonly ends: Readonly<Record<string, End>>;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Ends and attributes that, with the set of actors and the occasion, make two rows the same fact. */
  readonly sameBy: readonly string[];
}

/** Any declared kind. */
export type Kind = EntityKind | FactKind;

type EntityParts = Pick<EntityKind, 'kind' | 'plural' | 'description'> &
  Partial<Omit<EntityKind, 'sort' | 'kind' | 'plural' | 'description'>>;

/** Declares a kind of entity; what is left out is empty or false, and the id prefix is the kind in lower case. */
export function entityKind(parts: EntityParts): EntityKind {
  return {
    sort: 'entity',
    prefix: parts.kind.toLowerCase(),
    actor: false,
    dated: false,
    attributes: {},
    ...parts,
    links: { ...parts.links, possiblySameAs: possiblySame(parts.kind) },
  };
}

/** A merge is a person's decision; until then a claim may say that two entities of one kind are possibly the same. */
const possiblySame = (kind: string): End =>
  toMany(
    [kind],
    'POSSIBLY_SAME',
    'What is possibly the same, with claims that say why; questions keep the two apart.',
  );

type FactParts = Pick<FactKind, 'kind' | 'plural' | 'description' | 'time' | 'sameBy'> &
  Partial<Omit<FactKind, 'sort' | 'kind' | 'plural' | 'description' | 'time' | 'sameBy'>>;

/** Declares a kind of fact; what is left out is empty, and parties are one or more unless stated. */
export function factKind(parts: FactParts): FactKind {
  return {
    sort: 'fact',
    prefix: parts.kind.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase(),
    roles: {},
    parties: { least: 1, most: null },
    ends: {},
    attributes: {},
    ...parts,
  };
}

const scalar =
  (type: ScalarType) =>
  (description: string): Attribute => ({ type, list: false, description });

/** One value of free text. */
export const text = scalar('text');
/** A whole number. */
export const integer = scalar('integer');
/** A number with a fraction. */
export const decimal = scalar('decimal');
/** Yes or no. */
export const yesNo = scalar('boolean');
/** A day, as YYYY-MM-DD. */
export const day = scalar('day');
/** One of a closed list of values. */
export const oneOf = (enumeration: Enumeration, description: string): Attribute => ({
  type: 'enum',
  list: false,
  enumeration,
  description,
});
/** Several values of free text. */
export const texts = (description: string): Attribute => ({ type: 'text', list: true, description });

/** A short code that names one thing, which `search` finds: `EGY`, `A/RES/64/222`. */
export const code = (description: string): Attribute => ({ ...text(description), searchedAs: 'CODE' });
/** Several such codes. */
export const codes = (description: string): Attribute => ({ ...texts(description), searchedAs: 'CODE' });
/** What a thing is or says, in our own words, which `search` finds. */
export const gist = (description: string): Attribute => ({ ...text(description), searchedAs: 'GIST' });

/** An end that holds at most one target. */
export const toOne = (
  to: readonly string[],
  relationship: string,
  description: string,
  more: Partial<End> = {},
): End => ({ to, relationship, least: 0, many: false, description, ...more });

/** An end that holds any number of targets. */
export const toMany = (
  to: readonly string[],
  relationship: string,
  description: string,
  more: Partial<End> = {},
): End => ({ to, relationship, least: 0, many: true, description, ...more });
