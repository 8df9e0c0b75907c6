import { code, entityKind, gist, text, toMany } from '../declaration.js';

const match = (relationship: string, meaning: string): ReturnType<typeof toMany> =>
  toMany(
    ['Topic'],
    relationship,
    `${meaning} A curated mapping to another scheme, never a claim of a document.`,
  );

/** A subject in a scheme, with broader subjects. */
export const Topic = entityKind({
  kind: 'Topic',
  plural: 'topics',
  description:
    'A subject in a scheme (a SKOS concept), for example topic/patents. Its hierarchy is curated for general use; where a text dealt with it is a Discussion.',
  attributes: {
    scheme: text('The scheme that it belongs to, for example cooperation-graph-ip.'),
    notation: code('Its code in the scheme, where it has one.'),
    definition: gist('What it covers, in our own words.'),
  },
  links: {
    broader: toMany(
      ['Topic'],
      'BROADER',
      'Broader topics of the same scheme; several are allowed, cycles are not.',
      {
        inverse: 'narrower',
      },
    ),
    related: toMany(['Topic'], 'RELATED', 'Related topics; widens no question.'),
    exactMatch: match('EXACT_MATCH', 'The same topic elsewhere.'),
    closeMatch: match('CLOSE_MATCH', 'Nearly the same topic elsewhere.'),
    broadMatch: match('BROAD_MATCH', 'A broader topic elsewhere.'),
    narrowMatch: match('NARROW_MATCH', 'A narrower topic elsewhere.'),
  },
});
