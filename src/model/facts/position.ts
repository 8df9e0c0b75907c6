import { factKind, oneOf, text, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';
import { meeting, topics } from './ends.js';

/** What an actor does about a proposal or topic. */
export const positionAct = enumeration('PositionAct', 'What an actor does about a proposal or a topic.', {
  MAKES: 'Puts it forward.',
  REPEATS: 'Says it again.',
  SUPPORTS: 'Speaks for it.',
  TAKES_UP: 'Takes it up in conclusions or decisions.',
  RECALLS: 'Recalls it.',
  REQUESTS: 'Asks for it.',
  OPPOSES: 'Speaks against it.',
});

/** An actor's stance. */
export const Position = factKind({
  kind: 'Position',
  plural: 'positions',
  time: 'event',
  description:
    'One actor makes, repeats, supports, takes up, recalls, requests or opposes a proposal, or takes a stance on a topic.',
  roles: { holder: 'Whose position it is.', speaker: 'Who speaks for the holder.' },
  ends: {
    proposal: toOne(['Proposal'], 'ON_PROPOSAL', 'The proposal.', { inverse: 'positions' }),
    topics,
    meeting,
  },
  attributes: {
    positionAct: oneOf(positionAct, 'What the actor does about it.'),
    condition: text('Condition that the actor adds.'),
    gist: text('What the actor said, in our own words.'),
  },
  sameBy: ['positionAct', 'proposal', 'topics', 'meeting'],
});
