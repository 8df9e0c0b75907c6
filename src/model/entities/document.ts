import { code, day, entityKind, integer, oneOf, text, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';
import { redistribution } from '../values/redistribution.js';

/** What form a document takes. */
export const documentForm = enumeration('DocumentForm', 'What form a document takes.', {
  REPORT: 'A report or summary.',
  RESOLUTION: 'A resolution or decision.',
  OUTCOME: 'An outcome document or declaration.',
  DRAFT: 'A draft.',
  LETTER: 'A letter.',
  NOTE: 'A note.',
  PLAN: 'A plan, programme or framework.',
  GUIDELINES: 'Guidelines.',
  TREATY: 'The text of a treaty.',
  OTHER: 'None of these.',
});

/** A text by symbol, or by hash and date. */
export const Document = entityKind({
  kind: 'Document',
  plural: 'documents',
  description:
    'A text by symbol, or by hash and date; adopted texts too. Versions of one work share `versionOf`.',
  attributes: {
    symbol: code('Symbol, for example A/RES/64/222.'),
    documentForm: oneOf(documentForm, 'What form it takes.'),
    issuedOn: day('Day on which it was issued; empty when the text does not say.'),
    textLanguage: text('Language of the text taken in, as a two-letter code.'),
    hash: text('SHA-256 of the text taken in.'),
    licence: text('Licence of the text, as an SPDX identifier where there is one.'),
    redistribution: oneOf(
      redistribution,
      'Whether its licence lets others have what it says; empty when that is not known, and then it is in files for others too.',
    ),
    address: text('Web address at which it stands, as a source gives it.'),
    units: integer(
      'How many units the text has (paragraphs, lettered sub-paragraphs, footnotes, letters), as counted by its curator; empty when not counted.',
    ),
    versionLabel: text('Which version of the work it is, for example draft or adopted.'),
  },
  links: {
    versionOf: toOne(['Document'], 'VERSION_OF', 'The work of which it is a version.', {
      inverse: 'versions',
    }),
    partOf: toOne(['Document'], 'PART_OF', 'The document that contains it, for example as an annex.', {
      inverse: 'parts',
    }),
  },
});
