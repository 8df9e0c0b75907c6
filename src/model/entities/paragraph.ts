import { entityKind, gist, integer, text, toOne } from '../declaration.js';

/** One marked unit of one document. */
export const Paragraph = entityKind({
  kind: 'Paragraph',
  plural: 'paragraphs',
  description:
    "One marked unit of one document, numbered or not, with a gist in our own words, never the source's sentences.",
  attributes: {
    locator: text('How it is cited, for example 4, A20(c), op1 or fn3.'),
    part: text('Named part of the document that it belongs to.'),
    order: integer('Its place in the document, counted from 1.'),
    gist: gist('What it says, in our own words.'),
  },
  links: {
    document: toOne(['Document'], 'IN_DOCUMENT', 'The document that it is a unit of.', {
      least: 1,
      inverse: 'paragraphs',
    }),
    partOf: toOne(['Paragraph'], 'PART_OF', 'The paragraph that it is part of.', { inverse: 'parts' }),
  },
});
