import { factKind, oneOf, text, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';
import { stage } from '../values/stage.js';
import { grewOutOf, meeting } from './ends.js';

/** What is done with a document. */
export const documentActType = enumeration('DocumentActType', 'What is done with a document.', {
  DRAFTS: 'Writes it.',
  ISSUES: 'Gives it out.',
  TRANSMITS: 'Passes it on.',
  ADOPTS: 'Adopts it.',
  ENDORSES: 'Endorses it.',
  RECALLS: 'Recalls it.',
  REAFFIRMS: 'Reaffirms it.',
  CITES: 'Refers to it.',
  CONSIDERS: 'Has it under consideration.',
});

/** An actor or paragraph does something with a document. */
export const DocumentAct = factKind({
  kind: 'DocumentAct',
  plural: 'documentActs',
  time: 'event',
  description:
    'An actor, meeting or paragraph drafts, issues, transmits, adopts, endorses, recalls, reaffirms, cites or considers a document.',
  roles: { actor: 'Who does it.', addressee: 'To whom it is given.' },
  parties: { least: 0, most: null },
  ends: {
    document: toOne(['Document'], 'OF_DOCUMENT', 'The document.', { least: 1, inverse: 'acts' }),
    actingParagraph: toOne(['Paragraph'], 'BY_PARAGRAPH', 'The paragraph that does it.'),
    meeting,
    grewOutOf,
  },
  attributes: {
    documentAct: oneOf(documentActType, 'What is done.'),
    gist: text('What the source says of it, in our own words.'),
    stage: oneOf(stage, 'Whether it was done.'),
  },
  sameBy: ['documentAct', 'document', 'actingParagraph'],
});
