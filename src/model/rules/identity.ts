import { createHash } from 'node:crypto';
import type { FactKind } from '../declaration.js';

/** What of a fact its identity is taken from: the rows that state it, never claims made of it elsewhere. */
export interface IdentityParts {
  /** Ids of all its parties, in any role. */
  readonly actors: Iterable<string>;
  /** Ids of the targets of each end, by the name of the end. */
  readonly ends: Readonly<Record<string, Iterable<string>>>;
  /** Values of each attribute, by its name. */
  readonly attributes: Readonly<Record<string, Iterable<string | number | boolean>>>;
  /** Row key of the register; null or empty where the source has none. */
  readonly occasion: string | null;
}

/** Longest identity kept as readable text; the graph's unique index holds no key above 8 kB. */
const READABLE = 3000;

const wording = (value: string | number | boolean): string =>
  JSON.stringify(typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : value);

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/**
 * What makes two rows the same fact: the kind, the set of actors without roles, the ends and attributes that
 * the kind lists in `sameBy`, and the occasion; no date. The order in which things are given does not matter.
 */
export function identityOf(kind: FactKind, parts: IdentityParts): string {
  const same = [...kind.sameBy].sort().flatMap((name) => {
    const values = kind.ends[name]
      ? sorted(parts.ends[name] ?? [])
      : sorted([...(parts.attributes[name] ?? [])].map(wording));
    return values.length === 0 ? [] : [`${name}=${values.join(',')}`];
  });
  const occasion = parts.occasion ? [`occasion=${wording(parts.occasion)}`] : [];
  const identity = [kind.kind, `[${sorted(parts.actors).join(' ')}]`, ...same, ...occasion].join(' ');
  if (identity.length <= READABLE) return identity;
  return `${identity.slice(0, 200)}... sha256=${createHash('sha256').update(identity).digest('hex')}`;
}
