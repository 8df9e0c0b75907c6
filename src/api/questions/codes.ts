import type { EntityKind } from '../../model/declaration.js';

/** Attributes that name one entity of a kind by a short code, with the form of the code. */
const CODES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Country: { alpha2: /^[a-z]{2}$/i, alpha3: /^[a-z]{3}$/i },
};

/** Codes by which an entity of the kind can be asked for. */
export const codesOf = (kind: EntityKind): string[] => Object.keys(CODES[kind.kind] ?? {});

/** The attribute whose code this looks like; undefined when it can only be an id. */
export const codeAttribute = (kind: EntityKind, given: string): string | undefined =>
  Object.entries(CODES[kind.kind] ?? {}).find(([, form]) => form.test(given))?.[0];
