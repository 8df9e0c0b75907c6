import { enumeration, type ValueOf } from './enumeration.js';

/** What a batch did to a fact or entity, as readers see it. */
export const thingChange = enumeration('ThingChange', 'What happened to a fact or entity.', {
  ADDED: 'It was not there before.',
  CHANGED: 'Its values, or the claims on which they rest, are others than before.',
  WITHDRAWN: 'No claim for it is left: it is hidden, not deleted.',
  RETURNED: 'It had been withdrawn and is shown again, under its id.',
});
/** One of them. */
export type ThingChange = ValueOf<typeof thingChange>;

/** What a batch did to a claim. */
export const claimChange = enumeration('ClaimChangeKind', 'What happened to a claim.', {
  CREATED: 'It was made.',
  REVIVED: 'It had ended or been withdrawn, and its register makes it again.',
  ENDED: 'Its register now says something else in its place.',
  WITHDRAWN: 'Its register no longer makes it.',
});
/** One of them. */
export type ClaimChange = ValueOf<typeof claimChange>;
