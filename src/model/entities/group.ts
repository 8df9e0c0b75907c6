import { day, entityKind, oneOf, text } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';

/** What settles who belongs to a group. */
export const definedBy = enumeration('DefinedBy', 'What settles who belongs to a group.', {
  LIST: 'A list of members, recorded as memberships.',
  SCHEME: 'A scheme with a version and a date.',
  WORDS: 'Only the words of a text ("developing countries"); never expanded to members.',
});

/** Several countries or agencies under one name. */
export const Group = entityKind({
  kind: 'Group',
  plural: 'groups',
  actor: true,
  description:
    'Several countries or agencies under one name: a negotiating group, a list, a region, or mere words. A group, a region and an organization of one name are three things.',
  attributes: {
    definedBy: oneOf(definedBy, 'What settles who belongs to it.'),
    scheme: text('The scheme that lists it, for example UN M49.'),
    schemeVersion: text('Version of the scheme.'),
    schemeDate: day('Day as of which the scheme is meant.'),
  },
});
