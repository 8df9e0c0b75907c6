import { decimal, factKind, oneOf, text } from '../declaration.js';
import { stage } from '../values/stage.js';
import { grewOutOf, initiative } from './ends.js';

/** An actor's part in an initiative or treaty. */
export const Involvement = factKind({
  kind: 'Involvement',
  plural: 'involvements',
  time: 'state',
  description:
    'The part of one actor in an initiative or treaty. A joint initiative has one for each of its actors.',
  roles: {
    owner: 'Runs it.',
    implementer: 'Carries it out.',
    beneficiary: 'It is for its benefit, or takes place there.',
    party: 'Is a party to it.',
    signatory: 'Signed it.',
    host: 'Gives it a place.',
    supporter: 'Supports it.',
    funder: 'Pays for it.',
    accountable: 'Answers for it.',
    extending: 'Passes funds on.',
  },
  ends: { initiative: { ...initiative, least: 1, inverse: 'involvements' }, grewOutOf },
  attributes: {
    gist: text('What the source says of it, in our own words.'),
    category: text('What sort of involvement, where several are recorded for one actor.'),
    percentage: decimal(
      'Percent of the initiative that is for the actor, as its register gives it, from 0 to 100; empty when it gives none.',
    ),
    stage: oneOf(stage, 'How far it has come.'),
  },
  sameBy: ['initiative', 'category'],
});
