import { factKind, oneOf, text } from '../declaration.js';
import { stage } from '../values/stage.js';
import { grewOutOf, meeting } from './ends.js';

/** An actor took part in a meeting. */
export const Participation = factKind({
  kind: 'Participation',
  plural: 'participations',
  time: 'event',
  description: 'An actor took part in a meeting, named, unnamed or counted. It makes no tie.',
  roles: {
    host: 'Gave the place.',
    organiser: 'Organized it.',
    chair: 'Presided.',
    coFacilitator: 'Led the negotiation with another.',
    speaker: 'Spoke.',
    participant: 'Was there.',
    observer: 'Was there as an observer.',
  },
  ends: { meeting: { ...meeting, least: 1, inverse: 'participations' }, grewOutOf },
  attributes: {
    gist: text('What the source says of it, in our own words.'),
    category: text('What sort of participation, where several are recorded for one actor.'),
    stage: oneOf(stage, 'Whether it took place.'),
  },
  sameBy: ['meeting', 'category'],
});
