import { language } from '../../../model/values/language.js';
import { searchField, searchFit } from '../../../model/values/search.js';
import { DOCUMENTS_MOST } from '../../../graph/reads/search/search.js';
import { classNamed, objectType } from '../../types/declare.js';
import { entityKinds, enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { aboutAnswer, many, text, whole } from '../../types/plans.js';

objectType('SearchHit', 'One entity that was found, and by what.', {
  entity: { type: () => classNamed('Entity'), description: 'What was found.' },
  field: { type: enumOf(searchField), description: 'By what it was found best.' },
  fit: { type: enumOf(searchFit), description: 'How closely that fits what was typed.' },
  text: text('The name, code or gist by which it was found, as recorded.'),
  language: {
    type: enumOf(language),
    nullable: true,
    description:
      'Language in which that name is recorded; null where none is: codes, gists, wordings of documents.',
  },
  score: whole(
    'From 100 to 999, for comparing within one answer: hundreds for field and fit, below that how much of the text was typed. Worked out from the texts alone, so that it stays while the graph does.',
  ),
});

objectType('SearchHitEdge', 'One hit in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('SearchHit'), description: 'The hit.' },
});

objectType('SearchKindCount', 'How many entities of one kind were found.', {
  kind: { type: enumOf(entityKinds), description: 'The kind.' },
  count: whole('How many of it.'),
});

objectType('SearchDocumentCount', 'How many of the entities found stand in one document.', {
  document: { type: () => classNamed('Document'), description: 'The document.' },
  count: whole('How many stand in it.'),
});

objectType('SearchFacets', 'How what was found is spread, over all pages.', {
  kinds: many(
    'SearchKindCount',
    'By kind, most first; kinds that `kinds` leaves out are counted too, so that they can be offered.',
  ),
  documents: many(
    'SearchDocumentCount',
    `Paragraphs and proposals by the document in which they stand, most first, at most ${DOCUMENTS_MOST} documents.`,
  ),
  inOtherDocuments: whole('How many stand in documents that are not listed.'),
});

objectType('SearchConnection', 'One page of what was found, best first, equal ones by id.', {
  edges: many('SearchHitEdge', 'The hits with their cursors.'),
  nodes: many('SearchHit', 'The hits, without cursors.'),
  pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
  totalCount: { type: () => classNamed('Total'), description: 'How many were found, over all pages.' },
  facets: {
    type: () => classNamed('SearchFacets'),
    description: 'How they are spread; counted only when asked for.',
  },
  otherLanguages: {
    type: () => Boolean,
    description:
      'Whether nothing was found in the asked language, and these are from others; each hit says which.',
  },
  ...aboutAnswer('Why nothing was found, in words; null when something was.'),
  leftOut,
});
