import type { GraphQLResolveInfo } from 'graphql';
import {
  textComparison,
  type AlignmentRow,
  type ComparisonProjection,
  type UnitRow,
} from '../../../graph/reads/text-comparison/comparison.js';
import { kindsAt } from '../../../graph/reads/projection.js';
import { Document } from '../../../model/entities/document.js';
import { Succession } from '../../../model/facts/succession.js';
import { absent } from '../../../model/faults.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf, projectionWith } from '../../projection-of.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { comparisonAsked, type Given } from './asked.js';
import './types.js';
import { alignmentInWords, countsOf, emptyBecause, notComparedOf, readingOf } from './words.js';

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

function projectionsOf(info: GraphQLResolveInfo): ComparisonProjection {
  const succession = projectionOf(info, [Succession], below(['alignments', 'succession']));
  return {
    document: projectionOf(info, [Document], [['from'], ['to']]),
    unit: projectionOf(info, kindsAt(['Paragraph', 'Proposal']), below(['unit'], ['alignments', 'unit'])),
    // An alignment shows some of the fact's own values beside it.
    succession: projectionWith(['attributes', ...succession.columns], succession.blocks),
    addressee: projectionOf(
      info,
      kindsAt(['Country', 'Agency', 'Group']),
      below(['alignments', 'addresseesBefore'], ['alignments', 'addresseesAfter']),
    ),
  };
}

function alignmentFields({ succession, before, after, ...rest }: AlignmentRow): object {
  const ids = (of: typeof before): string => (of?.addressees ?? []).map(({ id }) => id).join();
  const both = before !== null && after !== null;
  return {
    ...rest,
    succession,
    changed: succession['changed'] ?? [],
    strength: succession['strength'] ?? null,
    gist: succession['gist'] ?? null,
    actChanged: both && before.act !== after.act,
    actBefore: before?.act ?? null,
    actAfter: after?.act ?? null,
    addresseesChanged: both && ids(before) !== ids(after),
    addresseesBefore: before?.addressees ?? [],
    addresseesAfter: after?.addressees ?? [],
  };
}

const unitFields = ({ key: _key, alignments, ...rest }: UnitRow): object => ({
  ...rest,
  alignments: alignments.map(alignmentFields),
});

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = comparisonAsked(given);
  const found = await textComparison(door, asking, filter, page, projectionsOf(info));
  for (const end of ['from', 'to'] as const) {
    if (!found[end]) throw absent(end, filter[end], 'documents');
  }
  const edges = found.units.map((unit) => ({ cursor: cursorOf(unit.key), node: unitFields(unit) }));
  return {
    from: found.from,
    to: found.to,
    reading: readingOf(filter, found),
    alignment: alignmentInWords(found.counted),
    graphVersion: found.version,
    counts: countsOf(found.counted),
    notCompared: notComparedOf(found.counted),
    totalCount: { count: found.total, more: false },
    ...pageOf(edges, found.hasNext, page.after),
    emptyBecause: edges.length === 0 ? emptyBecause(found) : null,
  };
}

/** What became of each unit between two versions of a text. */
export const TextComparisonQuestion = questionsClass('TextComparisonQuestion', {
  textComparison: {
    type: () => classNamed('TextComparisonConnection'),
    description:
      'Two versions of a text: every paragraph, sub-paragraph and provision of both, and what became of each: kept, reworded, merged, split, dropped, new, or not compared. For example from document/nairobi-draft to document/nairobi-outcome.',
    args: ARGUMENTS,
    resolve,
  },
});
