import type { GraphQLResolveInfo } from 'graphql';
import { shortestPaths } from '../../../graph/reads/paths/paths.js';
import { PATH_ENTITIES, type PathProjection } from '../../../graph/reads/paths/rows.js';
import { absent } from '../../../model/faults.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { pathsAsked, type Given } from './asked.js';
import './types.js';
import { emptyBecause, pathInWords, readingOf } from './words.js';

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

const projectionsOf = (info: GraphQLResolveInfo): PathProjection => ({
  entity: projectionOf(info, PATH_ENTITIES, below(['entities'], ['steps', 'from'], ['steps', 'to'])),
  fact: projectionOf(info, FACT_KINDS, below(['steps', 'facts'])),
});

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = pathsAsked(given);
  const lang = given.lang ?? 'EN';
  const survey = ['leftOut', 'emptyBecause'].some((field) => nodesAt(info, [field]).length > 0);
  const found = await shortestPaths(door, asking, filter, page, survey, projectionsOf(info));
  for (const [i, argument] of (['from', 'to'] as const).entries()) {
    if (!found.ends[i]) throw absent(argument, filter[argument], 'nodes');
  }
  const edges = found.paths.map((row) => ({
    cursor: cursorOf(row.key),
    node: {
      length: row.steps.length,
      entities: row.entities,
      steps: row.steps,
      inWords: pathInWords(row, lang),
    },
  }));
  return {
    ...pageOf(edges, found.hasNext, page.after),
    reading: readingOf(filter, found.ends, lang),
    graphVersion: found.version,
    totalCount: { count: found.total, more: false },
    leftOut: found.leftOut,
    emptyBecause: edges.length === 0 ? emptyBecause(page.after !== null, filter, found) : null,
  };
}

/** How two entities are linked. */
export const PathsQuestion = questionsClass('PathsQuestion', {
  paths: {
    type: () => classNamed('PathConnection'),
    description:
      'How are two countries, agencies, meetings, initiatives or topics linked? The shortest paths, each step with its facts and their evidence, also in words. For example from country/egy to country/bra.',
    args: ARGUMENTS,
    resolve,
  },
});
