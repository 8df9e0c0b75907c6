import type { GraphQLResolveInfo } from 'graphql';
import { changesSince, type ChangeProjection } from '../../../graph/reads/changes/changes.js';
import { Fault } from '../../../model/faults.js';
import { KINDS } from '../../../model/kinds.js';
import type { ApiContext } from '../../context.js';
import { claimProjectionOf, CONNECTION, projectionOf } from '../../projection-of.js';
import { countingOf, nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { changesAsked, type Given } from './asked.js';
import './types.js';
import { emptyBecause, readingOf } from './words.js';

const below = (...fields: string[]): string[][] => CONNECTION.map((row) => [...row, ...fields]);

function projectionsOf(info: GraphQLResolveInfo): ChangeProjection {
  const selects = (paths: string[][]): boolean => paths.some((path) => nodesAt(info, path).length > 0);
  return {
    node: projectionOf(info, KINDS, below('node')),
    claim: selects([...below('changedClaims'), ...below('inWords')])
      ? claimProjectionOf(info, below('changedClaims', 'claim'))
      : null,
    leftOut: selects([['leftOut']]),
  };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = changesAsked(given);
  const found = await changesSince(door, asking, filter, page, countingOf(info), projectionsOf(info));
  if (!found.known)
    throw new Fault(
      'NOT_FOUND',
      `There is no ${given.since ?? 'such batch'}; changes(since:) without a value lists from the first, with the batch of each.`,
      { details: { argument: 'since' } },
    );
  const edges = found.rows.map(({ key, row }) => ({ cursor: cursorOf(key), node: row }));
  return {
    ...pageOf(edges, found.hasNext, page.after),
    reading: readingOf(filter),
    graphVersion: found.version,
    totalCount: found.total,
    leftOut: found.unrecorded > 0 ? [{ reason: 'BATCHES_NOT_RECORDED', count: found.unrecorded }] : [],
    emptyBecause: edges.length === 0 ? emptyBecause(filter, found, page.after !== null) : null,
  };
}

/** What changed in the graph. */
export const ChangesQuestion = questionsClass('ChangesQuestion', {
  changes: {
    type: () => classNamed('ChangeConnection'),
    description:
      'What was added, changed, withdrawn or returned since a version of the graph, a batch or a day, with the batch and the claims that did it. For example changes(since: "12", kinds: [Cooperation]).',
    args: ARGUMENTS,
    resolve,
  },
});
