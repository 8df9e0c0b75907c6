import { factKind, text, toOne } from '../declaration.js';

/** A member of a group or body. */
export const Membership = factKind({
  kind: 'Membership',
  plural: 'memberships',
  time: 'state',
  description: 'One actor belongs to a group or body.',
  roles: { member: 'Belongs to it.', chair: 'Presides over it.', observer: 'Has a seat without a vote.' },
  ends: {
    group: toOne(['Group', 'Agency'], 'MEMBER_OF', 'The group or body.', {
      least: 1,
      inverse: 'memberships',
    }),
  },
  attributes: { gist: text('What the source says of it, in our own words.') },
  sameBy: ['group'],
});
