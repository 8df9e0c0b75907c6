import { canonical } from '../../model/claim.js';
import { kindOfId } from '../../model/kinds.js';
import type { DatedClaim } from '../../model/rules/weigh.js';

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

/** What the claims of one source at one place in one voice have in common. */
export type Shared = Omit<
  RecordedClaim,
  'id' | 'place' | 'target' | 'about' | 'value' | 'documentDate' | 'endedAt'
>;
/** What is one claim's own; the value is JSON, or null where `about` says it all. */
type Own = readonly [id: string, about: string, value: string | null];
/** The claims that stand, each with those that it shares its source, place and voice with. */
type Standing = readonly (readonly [Shared, readonly Own[]])[];

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
    const key = JSON.stringify(shared);
    const own: Own = [claim.id, claim.about, claim.value === null ? null : canonical(claim.value)];
    const known = kept.get(key);
    if (known) known[1].push(own);
    else kept.set(key, [shared, [own]]);
  }
  return {
    evidence: standing.length === 0 ? null : JSON.stringify([...kept.values()]),
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

const sharedOf = (claim: RecordedClaim): Shared => ({
  source: claim.source,
  locator: claim.locator,
  certainty: claim.certainty,
  reason: claim.reason,
  basis: claim.basis,
  inferredFrom: [...new Set(claim.inferredFrom)].sort(),
  voice: claim.voice,
  voiceCapacity: claim.voiceCapacity,
  relayedBy: claim.relayedBy,
  stance: claim.stance,
  status: claim.status,
  register: claim.register,
  recordedAt: claim.recordedAt,
});

/** Reads back what is kept at a thing. */
export const standingClaims = (evidence: string | null): Standing =>
  evidence === null ? [] : (JSON.parse(evidence) as Standing);
