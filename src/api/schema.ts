import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import './types/fromKind.js';
import './types/filters.js';
import { ENTITY_QUESTIONS } from './questions/entities.js';
import { FACT_QUESTIONS } from './questions/facts-of-kind.js';
import { ChangesQuestion } from './questions/changes/question.js';
import { ChainQuestion } from './questions/chain/question.js';
import { CooperationAfterExchangeQuestion } from './questions/cooperation-after-exchange/question.js';
import { CoverageQuestion } from './questions/coverage/question.js';
import { ExchangeOutcomesQuestion } from './questions/exchange-outcomes/question.js';
import { FactsQuestion } from './questions/facts.js';
import { GraphQuestion } from './questions/graph.js';
import { LimitsQuestion } from './questions/limits.js';
import { NetworkQuestion } from './questions/network/question.js';
import { NodeQuestions } from './questions/node.js';
import { MatchesQuestion } from './questions/matches/question.js';
import { PathsQuestion } from './questions/paths/question.js';
import { PriorPartnersQuestion } from './questions/prior-partners/question.js';
import { ProposalTrailQuestion } from './questions/proposal-trail/question.js';
import { SearchQuestion } from './questions/search/question.js';
import { StatisticsQuestion } from './questions/statistics/question.js';
import { SensitivityQuestions } from './questions/sensitivity/question.js';
import { TiesQuestion } from './questions/ties/question.js';
import { TextComparisonQuestion } from './questions/text-comparison/question.js';
import { TimelineQuestion } from './questions/timeline/question.js';
import { finish } from './types/declare.js';

/** Resolver classes of all root fields; a new question is one more line. */
const QUESTIONS = [
  ChainQuestion,
  ChangesQuestion,
  CooperationAfterExchangeQuestion,
  CoverageQuestion,
  ExchangeOutcomesQuestion,
  MatchesQuestion,
  PathsQuestion,
  PriorPartnersQuestion,
  ProposalTrailQuestion,
  SearchQuestion,
  StatisticsQuestion,
  TimelineQuestion,
  SensitivityQuestions,
  TextComparisonQuestion,
  TiesQuestion,
  GraphQuestion,
  LimitsQuestion,
  NetworkQuestion,
  NodeQuestions,
  FactsQuestion,
  ...ENTITY_QUESTIONS,
  ...FACT_QUESTIONS,
];

let built: GraphQLSchema | undefined;

/** The schema, built once a process: TypeGraphQL keeps its declarations for the whole process too. */
export function buildApiSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const [first, ...rest] = QUESTIONS;
  if (!first) throw new Error('The schema has no root field.');
  // Its own check asks the whole schema for itself; Apollo checks a schema before it serves it.
  const made = finish(buildSchemaSync({ resolvers: [first, ...rest], validate: false, skipCheck: true }));
  const query = made.getQueryType();
  if (query) {
    query.description =
      'Questions to the graph. Every list is a connection with opaque cursors; every fact and entity gives its claims.';
  }
  return made;
}

/** The schema as text, sorted, as it is committed. */
export const schemaText = (): string => `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`;
