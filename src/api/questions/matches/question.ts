import type { GraphQLResolveInfo } from 'graphql';
import { matches, type Matches } from '../../../graph/reads/matches/matches.js';
import {
  MATCH_FACTS,
  type CandidateRow,
  type MatchProjection,
  type MatchRow,
} from '../../../graph/reads/matches/rows.js';
import type { MatchFilter } from '../../../graph/reads/matches/conditions.js';
import { kindsAt } from '../../../graph/reads/projection.js';
import { Proposal } from '../../../model/entities/proposal.js';
import { absent } from '../../../model/faults.js';
import { coverOf } from '../../../model/rules/coverage.js';
import { missingOf, weighedMatches } from '../../../model/rules/matches.js';
import type { MatchMissing } from '../../../model/values/matches.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { matchesAsked, type Given } from './asked.js';
import './types.js';
import { emptyBecause, matchInWords, readingOf } from './words.js';

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

const projectionsOf = (info: GraphQLResolveInfo): MatchProjection => ({
  need: projectionOf(info, [Proposal], below(['need'])),
  actor: projectionOf(info, kindsAt(['Country', 'Agency']), below(['candidates', 'actor'])),
  fact: projectionOf(info, MATCH_FACTS, below(['madeBy'], ['candidates', 'reasons', 'facts'])),
});

/** The reasons of a candidate in the order of the rule, whatever the order in which they were found, with their weights. */
const inOrder = (row: CandidateRow, filter: MatchFilter): CandidateRow => ({
  ...row,
  reasons: weighedMatches(row.reasons, filter.weights).flatMap((weighed) => {
    const found = row.reasons.find(
      ({ reason, relation }) => reason === weighed.reason && relation === weighed.relation,
    );
    return found ? [{ ...found, ...weighed }] : [];
  }),
});

function candidateFields(row: CandidateRow, match: MatchRow, covers: Matches['covers']): object {
  const country = row.actor.kind === 'Country';
  const tieAsked = country && match.makers.some(({ kind }) => kind === 'Country');
  const told = covers.flatMap(([, texts]) => texts.flatMap((text) => coverOf(text) ?? []));
  const scope = { country: country ? row.actor.id : null, groups: row.groups };
  return {
    ...row,
    missing: missingOf(row.reasons, tieAsked, told, scope),
  };
}

const missingInNeed = ({ hasTopics, makers, candidateCount }: MatchRow): MatchMissing[] => [
  ...(hasTopics ? [] : ['NO_TOPIC' as const]),
  ...(makers.length > 0 ? [] : ['NO_MAKER' as const]),
  ...(candidateCount > 0 ? [] : ['NO_CANDIDATE' as const]),
];

function checkKnown({ topic, country }: MatchFilter, unknown: readonly string[]): void {
  const [id] = unknown;
  if (id === undefined) return;
  const argument = id === topic ? 'topic' : id === country ? 'country' : 'candidate';
  throw absent(argument, id, argument === 'topic' ? 'topics' : 'countries');
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = matchesAsked(given);
  const survey = ['totalCount', 'leftOut', 'emptyBecause'].some((field) => nodesAt(info, [field]).length > 0);
  const found = await matches(door, asking, filter, page, survey, projectionsOf(info));
  checkKnown(filter, found.unknown);
  const rows = found.rows.map((row) => ({
    ...row,
    candidates: row.candidates.map((one) => inOrder(one, filter)),
  }));
  const edges = rows.map((row) => ({
    cursor: cursorOf(row.need.id),
    node: {
      ...row,
      candidates: row.candidates.map((one) => candidateFields(one, row, found.covers)),
      missing: missingInNeed(row),
      inWords: matchInWords(row),
    },
  }));
  return {
    ...pageOf(edges, found.hasNext, page.after),
    reading: readingOf(filter),
    graphVersion: found.version,
    totalCount: found.total === null ? null : { count: found.total, more: false },
    leftOut: found.leftOut,
    emptyBecause: edges.length === 0 ? emptyBecause(page.after !== null, found) : null,
  };
}

/** Needs against offers, experience and past ties. */
export const MatchesQuestion = questionsClass('MatchesQuestion', {
  matches: {
    type: () => classNamed('MatchConnection'),
    description:
      'Needs, asks and calls, and who may answer each: by an offer, by experience on the topic, by a past tie; with reasons, and what is not recorded. For example those on topic/south-south-cooperation.',
    args: ARGUMENTS,
    resolve,
  },
});
