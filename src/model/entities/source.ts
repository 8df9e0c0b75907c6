import { day, entityKind, oneOf, text, texts } from '../declaration.js';
import { redistribution } from '../values/redistribution.js';

/** A register or code list as taken in. */
export const Source = entityKind({
  kind: 'Source',
  plural: 'sources',
  description:
    'A register, code list or set of documents as taken in, with publisher, licence and what it covers.',
  attributes: {
    publisher: text('Who publishes it.'),
    licence: text('Licence, as an SPDX identifier where there is one.'),
    redistribution: oneOf(
      redistribution,
      'Whether its licence lets others have what it says; empty when that is not known, and then it is in files for others too.',
    ),
    retrieved: day('Day on which it was taken in; empty when not recorded.'),
    address: text('Where it stands, as the publisher names it.'),
    hash: text('SHA-256 of what was taken in.'),
    covers: texts('What it covers, as kind:extent:COMPLETE or kind:extent:SELECTIVE.'),
  },
});
