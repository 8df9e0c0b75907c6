import { canonical, type ClaimValue } from '../../model/claim.js';
import { kindOfId } from '../../model/kinds.js';
import type { DatedClaim } from '../../model/rules/weigh.js';
import type { Capacity } from '../../model/values/capacity.js';

/**
 * Properties of everything that claims are made of: the claims that stand, as JSON, and the keys of what they name: sources,
 * paragraphs (as `document|locator`), who speaks or relays, and the claims that they were inferred from. A page of facts is
 * read with its evidence from these; walking to each claim and on to its source costs some five times as many database hits.
 */
export const EVIDENCE_PROPERTIES = [
  'evidence',
  'evidenceSources',
  'evidencePlaces',
  'evidenceVoices',
  'evidenceGrounds',
] as const;

/** A claim with how it is recorded. */
export type RecordedClaim = DatedClaim & { readonly register: string; readonly recordedAt: string };

/** A claim that stands, as it is kept at what it is about. */
export type StandingClaim = Omit<RecordedClaim, 'target' | 'place' | 'documentDate' | 'endedAt'>;

/** Claims of one source at one place in one voice differ only in this. */
type Own = readonly [id: string, about: string, value: ClaimValue];
type Shared = readonly [
  source: string,
  locator: string,
  certainty: StandingClaim['certainty'],
  stance: StandingClaim['stance'],
  status: StandingClaim['status'],
  register: string,
  recordedAt: string,
  reason: string | null,
  basis: string | null,
  voice: string | null,
  voiceCapacity: Capacity,
  relayedBy: readonly string[],
  inferredFrom: readonly string[],
];
type Kept = readonly (readonly [Shared, readonly Own[]])[];

/** What a paragraph is found by from a claim that cites its document at its locator. */
export const placeOf = (document: string, locator: string): string => `${document}|${locator}`;

const listed = (keys: readonly string[]): string[] | null =>
  keys.length === 0 ? null : [...new Set(keys)].sort();

/** Whether readers are shown a claim: it has not ended, and waits for review at most. */
const stands = ({ endedAt, status }: DatedClaim): boolean => endedAt === null && status !== 'WITHDRAWN';

/** What is kept at a thing of all the claims that are made of it; their order does not matter. */
export function evidenceOf(
  claims: readonly RecordedClaim[],
): Readonly<Record<(typeof EVIDENCE_PROPERTIES)[number], string | string[] | null>> {
  const standing = claims.filter(stands).sort((a, b) => (a.id < b.id ? -1 : 1));
  const kept = new Map<string, readonly [Shared, Own[]]>();
  for (const claim of standing) {
    const shared = sharedOf(claim);
    const key = canonical(shared);
    const own: Own = [claim.id, claim.about, claim.value];
    const known = kept.get(key);
    if (known) known[1].push(own);
    else kept.set(key, [shared, [own]]);
  }
  return {
    evidence: standing.length === 0 ? null : canonical([...kept.values()]),
    evidenceSources: listed(standing.map(({ source }) => source)),
    evidencePlaces: listed(
      standing
        .filter(({ source }) => kindOfId(source)?.kind === 'Document')
        .map(({ source, locator }) => placeOf(source, locator)),
    ),
    evidenceVoices: listed(
      standing.flatMap(({ voice, relayedBy }) => (voice === null ? relayedBy : [voice, ...relayedBy])),
    ),
    evidenceGrounds: listed(standing.flatMap(({ inferredFrom }) => inferredFrom)),
  };
}

const sharedOf = (claim: RecordedClaim): Shared => [
  claim.source,
  claim.locator,
  claim.certainty,
  claim.stance,
  claim.status,
  claim.register,
  claim.recordedAt,
  claim.reason,
  claim.basis,
  claim.voice,
  claim.voiceCapacity,
  claim.relayedBy,
  [...new Set(claim.inferredFrom)].sort(),
];

/** Reads back what is kept at a thing. */
export function standingClaims(evidence: string | null): StandingClaim[] {
  if (evidence === null) return [];
  return (JSON.parse(evidence) as Kept).flatMap(([shared, own]) => {
    const [source, locator, certainty, stance, status, register, recordedAt, ...rest] = shared;
    const [reason, basis, voice, voiceCapacity, relayedBy, inferredFrom] = rest;
    return own.map(([id, about, value]) => ({
      ...{ id, about, value, source, locator, certainty, stance, status, register, recordedAt },
      ...{ reason, basis, voice, voiceCapacity, relayedBy, inferredFrom },
    }));
  });
}
