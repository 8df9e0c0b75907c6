import type { ClaimValue, Party } from '../claim.js';
import type { Kind } from '../declaration.js';
import type { Certainty, Status } from '../values/certainty.js';
import type { Period } from '../values/period.js';
import type { ReportedBy } from '../values/reported-by.js';
import { rollUpAttributes, type AttributeValue } from './roll-up-attributes.js';
import { rollUpEnds, type RolledUpEnd } from './roll-up-ends.js';
import { rollUpParties, type RolledUpParty } from './roll-up-parties.js';
import { rollUpPeriod, type EventDays } from './roll-up-period.js';
import { bestCertainty, groupedBy, saidByList, type DatedClaim, type Said } from './weigh.js';

export type { EventDays } from './roll-up-period.js';
export type { DatedClaim } from './weigh.js';

/** What roll-up must know beside the claims. */
export interface RollUpContext {
  /** Values of a code-list row: attributes and names by their name, links by theirs as lists of ids; else empty. */
  readonly listed: Readonly<Record<string, ClaimValue>>;
  /** Days of an event that a claim names as a bound; undefined when there is no such event. */
  readonly eventDays: (id: string) => EventDays | undefined;
}

/** What a fact or entity shows: nothing but its accepted claims, weighed. */
export interface RolledUp {
  readonly status: Status;
  /** Best certainty with which it is said to be. */
  readonly certainty: Certainty;
  readonly attributes: Record<string, AttributeValue>;
  /** Null when no source says when it was. */
  readonly period: Period | null;
  /** Whether the sources contradict each other on the period, which is then what any of them allows. */
  readonly periodConflict: boolean;
  readonly parties: RolledUpParty[];
  readonly ends: RolledUpEnd[];
  /** What else or against it is said, each entry opening with what it is about: `stage: also PLANNED`. */
  readonly conflicts: string[];
  /** How many distinct sources say that it is. */
  readonly documents: number;
  readonly reportedBy: ReportedBy;
}

/**
 * Weighs all claims made of one fact or entity. Only accepted claims that have not ended give values; the order
 * in which claims are given does not matter.
 */
export function rollUp(kind: Kind, claims: readonly DatedClaim[], context: RollUpContext): RolledUp {
  const current = claims.filter(({ endedAt }) => endedAt === null);
  const accepted = current.filter(({ status }) => status === 'ACCEPTED');
  const supporting = accepted.filter(({ stance }) => stance === 'SUPPORTS');
  const against = accepted.filter(({ stance }) => stance === 'CONTRADICTS');
  const said: Said[] = [
    ...saidByList(kind, context.listed),
    ...supporting.map((claim) => ({ ...claim, listed: false })),
  ];
  const existence = said.filter(({ about }) => about === 'existence');
  const waiting = current.filter(
    ({ status, stance, about }) => status === 'SUBMITTED' && stance === 'SUPPORTS' && about === 'existence',
  );
  const attributes = rollUpAttributes(kind, said);
  const { period, periodConflict, ...when } = rollUpPeriod(kind, said, context.eventDays);
  const { parties, ...who } = rollUpParties(kind, said);
  const { ends, ...where } = rollUpEnds(kind, said);
  return {
    status: statusOf(existence.length > 0, against, waiting.length > 0),
    certainty: bestCertainty(existence) ?? bestCertainty(waiting) ?? 'INFERRED',
    attributes: attributes.values,
    period,
    periodConflict,
    parties,
    ends,
    conflicts: [
      ...[attributes, when, who, where].flatMap(({ conflicts }) => conflicts),
      ...contradictions(against, said),
    ].sort(),
    documents: new Set(existence.map(({ source }) => source)).size,
    reportedBy: reporterOf(supporting, parties),
  };
}

function statusOf(supported: boolean, against: readonly DatedClaim[], waiting: boolean): Status {
  if (supported) return against.some(({ about }) => about === 'existence') ? 'DISPUTED' : 'ACCEPTED';
  return waiting ? 'SUBMITTED' : 'WITHDRAWN';
}

/** Tells of accepted claims that deny what others say; a denial of what nobody says is no conflict. */
function contradictions(against: readonly DatedClaim[], said: readonly Said[]): string[] {
  const denied = against.filter((claim) =>
    said.some((one) => one.about === claim.about && meant(claim.value, one.value)),
  );
  return groupedBy(denied, ({ about }) => about).map(
    ([about, claims]) =>
      `${about}: contradicted by ${[...new Set(claims.map(({ source, locator }) => `${source} ${locator}`.trim()))].sort().join('; ')}`,
  );
}

/** Whether a denied value is the one that is said; objects (parties, periods) are meant as a whole. */
function meant(denied: ClaimValue, said: ClaimValue): boolean {
  if (denied === null || said === null || isObject(denied) || isObject(said)) return true;
  const values = [said].flat();
  return [denied].flat().some((value) => values.includes(value));
}

const isObject = (value: ClaimValue): value is Party | Period =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function reporterOf(supporting: readonly DatedClaim[], parties: readonly Party[]): ReportedBy {
  const voiced = supporting.filter(({ about, voice }) => about === 'existence' && voice !== null);
  if (voiced.length === 0) return 'UNKNOWN';
  const actors = new Set(parties.map(({ actor }) => actor));
  const own = new Set(
    voiced.flatMap(({ voice, voiceCapacity }) =>
      voice !== null && voiceCapacity === 'OWN' && actors.has(voice) ? voice : [],
    ),
  );
  if (own.size === 0) return 'THIRD';
  return own.size === 1 ? 'ONE_PARTY' : 'BOTH_PARTIES';
}
