import type { GraphQLResolveInfo } from 'graphql';
import { searched, type Found, type Hit } from '../../../graph/reads/search/search.js';
import { Document } from '../../../model/entities/document.js';
import { absent } from '../../../model/faults.js';
import { ENTITY_KINDS } from '../../../model/kinds.js';
import { folded } from '../../../model/rules/folding.js';
import { closest, fitOf } from '../../../model/rules/search-score.js';
import type { LeftOut } from '../../../model/values/left-out.js';
import type { SearchField } from '../../../model/values/search.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { searchAsked, type Given } from './asked.js';
import './types.js';
import { emptyBecause, isElsewhere, otherLanguagesInWords, readingOf } from './words.js';

function hitFields({ entity, score, probe, texts }: Hit, typed: string): object {
  const text = closest(texts, typed, folded);
  // The names of which no language is recorded are the display name and the other ones.
  const other = probe.shown === 'searchNames' && text !== entity['name'];
  const field: SearchField = other ? 'OTHER_NAME' : probe.sort;
  return { entity, field, fit: fitOf(score), text, language: probe.language, score };
}

const leftOutOf = ({ cut }: Found): LeftOut[] => (cut > 0 ? [{ reason: 'SEARCH_MATCHES', count: cut }] : []);

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = searchAsked(given);
  const found = await searched(door, asking, filter, page, {
    entity: projectionOf(
      info,
      filter.kinds ?? ENTITY_KINDS,
      CONNECTION.map((row) => [...row, 'entity']),
    ),
    document: projectionOf(info, [Document], [['facets', 'documents', 'document']]),
    kinds: nodesAt(info, ['facets', 'kinds']).length > 0,
    documents: ['documents', 'inOtherDocuments'].some((field) => nodesAt(info, ['facets', field]).length > 0),
  });
  if (!found.known) throw absent('document', filter.document ?? 'document', 'documents');
  const { typed } = filter.probes;
  const edges = found.hits.map(({ key, hit }) => ({ cursor: cursorOf(key), node: hitFields(hit, typed) }));
  const reading = readingOf(given, filter);
  return {
    ...pageOf(edges, found.hasNext, page.after),
    totalCount: { count: found.total, more: found.cut > 0 },
    facets: {
      kinds: found.kinds.map(([kind, count]) => ({ kind, count })),
      documents: found.documents.map(([document, count]) => ({ document, count })),
      inOtherDocuments: found.inOtherDocuments,
    },
    otherLanguages: found.elsewhere,
    reading: isElsewhere(given, found) ? `${reading} ${otherLanguagesInWords(given.language)}` : reading,
    leftOut: leftOutOf(found),
    graphVersion: found.version,
    emptyBecause: edges.length === 0 ? emptyBecause(given, filter.probes, page.after !== null) : null,
  };
}

/** Finding things by words. */
export const SearchQuestion = questionsClass('SearchQuestion', {
  search: {
    type: () => classNamed('SearchConnection'),
    description:
      'Finds entities by words in their names, codes and gists, in six languages, without accents too, and by what begins a word for suggestions. For example "Éthiopie" with language FR, or "pat" with prefix: true.',
    args: ARGUMENTS,
    resolve,
  },
});
