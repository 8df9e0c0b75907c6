import { enumeration, type ValueOf } from './enumeration.js';

/** Whether a source says a thing, or a reader or rule concluded it. */
export const certainty = enumeration(
  'Certainty',
  'Whether a source says it, or it was concluded from what a source says.',
  {
    STATED: 'A source says it.',
    INFERRED: 'Concluded from what a source says; the claim gives the reason and the basis.',
  },
);
/** One certainty. */
export type Certainty = ValueOf<typeof certainty>;

/** Higher is surer; for comparison only. */
export const certaintyRank: Readonly<Record<Certainty, number>> = { INFERRED: 1, STATED: 2 };

/** Where a fact or entity stands after its claims are rolled up. */
export const status = enumeration('Status', 'Where a fact or entity stands after its claims are weighed.', {
  ACCEPTED: 'At least one accepted claim supports it.',
  DISPUTED: 'An accepted claim contradicts it beside one that supports it; still shown, marked.',
  SUBMITTED: 'Claims wait for review.',
  WITHDRAWN: 'No claim is left; hidden, not deleted.',
});
/** One status. */
export type Status = ValueOf<typeof status>;
/** Statuses that readers see unless they ask for others. */
export const VISIBLE: readonly Status[] = ['ACCEPTED', 'DISPUTED'];
/** Whether readers see what stands so; not what no claim has spoken of yet. */
export const isVisible = (standing: Status | null): boolean =>
  standing !== null && VISIBLE.includes(standing);

/** Where a claim stands in review. */
export const claimStatus = enumeration('ClaimStatus', 'Where a claim stands in review.', {
  SUBMITTED: 'Waits for review.',
  ACCEPTED: 'Counts.',
  WITHDRAWN: 'Taken back; kept for the record.',
});
/** One claim status. */
export type ClaimStatus = ValueOf<typeof claimStatus>;

/** Whether a claim speaks for or against what it is about. */
export const stance = enumeration('Stance', 'Whether a claim speaks for or against what it is about.', {
  SUPPORTS: 'The source says that it is so.',
  CONTRADICTS: 'The source says that it is not so.',
});
/** One stance. */
export type Stance = ValueOf<typeof stance>;
