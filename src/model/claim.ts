import { createHash } from 'node:crypto';
import type { Capacity } from './values/capacity.js';
import type { Certainty, ClaimStatus, Stance } from './values/certainty.js';
import type { Period } from './values/period.js';

/** What a source says of one party of a fact. */
export interface Party {
  /** Id of the actor. */
  readonly actor: string;
  /** One of the roles of the fact's kind. */
  readonly role: string;
  readonly capacity: Capacity;
  /** Office in which somebody acted for the actor, as the document names it. */
  readonly office: string | null;
  /** Who held the office, where the document names the person. */
  readonly officeHolder: string | null;
  /** Id of the actor that spoke for this one. */
  readonly through: string | null;
  /** Least number of members meant, for an unnamed or counted party. */
  readonly low: number | null;
  /** Greatest number of members meant, for an unnamed or counted party. */
  readonly high: number | null;
  /** The words used for the number or the unnamed party, for example "over one hundred". */
  readonly words: string | null;
  /** First day of the role, where it differs from the fact's period. */
  readonly from: string | null;
  /** Last day of the role, where it differs from the fact's period. */
  readonly to: string | null;
}

/** The value that a claim gives for what it is about; null for existence. */
export type ClaimValue = null | string | number | boolean | readonly string[] | Party | Period;

/** One thing that one source says of one fact or entity. */
export interface Claim {
  /** `claim/` and a hash of place and content: the same claim has the same id wherever it is read. */
  readonly id: string;
  /** Source, locator, target, about and voice: where a later edition of the source puts its replacement. */
  readonly place: string;
  /** Id of the fact or entity that it is about. */
  readonly target: string;
  /** What of the target: see `about`. */
  readonly about: string;
  readonly value: ClaimValue;
  /** Id of the Document or Source that says it. */
  readonly source: string;
  /** Paragraph of the document, or row or element of the source. */
  readonly locator: string;
  /** Id of the actor or meeting whose words they are; null when the document speaks for itself. */
  readonly voice: string | null;
  readonly voiceCapacity: Capacity;
  /** Ids of those who report the voice, nearest to it first. */
  readonly relayedBy: readonly string[];
  readonly certainty: Certainty;
  /** Why it follows, for an inferred claim. */
  readonly reason: string | null;
  /** READER, RULE:name or MAPPING, for an inferred claim. */
  readonly basis: string | null;
  /** Ids of the claims that it was inferred from. */
  readonly inferredFrom: readonly string[];
  readonly stance: Stance;
  readonly status: ClaimStatus;
}

/** A claim as read, before its place and id are worked out. */
export type ClaimContent = Omit<Claim, 'id' | 'place'>;

/** What a claim can be about. */
export const about = {
  /** That the fact or entity is. */
  existence: 'existence',
  /** Its period. */
  period: 'period',
  /** An attribute or name, by its property name. */
  attribute: (name: string): string => name,
  /** One target of an end or link: `topics:topic/patents`, `grewOutOf:meeting/cairo-2013`. */
  end: (name: string, target: string): string => `${name}:${target}`,
  /** One party in one role: `party:country/egy:participant`, with the capacity when it is not OWN. */
  party: (party: Pick<Party, 'actor' | 'role' | 'capacity'>): string =>
    `party:${party.actor}:${party.role}${party.capacity === 'OWN' ? '' : `:${party.capacity}`}`,
} as const;

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);

/** JSON with sorted keys, so that equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Gives a claim its place and its id. */
export function claimOf(content: ClaimContent): Claim {
  const place = [content.source, content.locator, content.target, content.about, content.voice ?? ''].join(
    '|',
  );
  const { inferredFrom, ...rest } = content;
  const id = `claim/${hashOf([place, canonical({ ...rest, inferredFrom: [...inferredFrom].sort() })])}`;
  return { ...content, place, id };
}
