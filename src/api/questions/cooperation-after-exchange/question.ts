import type { GraphQLResolveInfo } from 'graphql';
import { answersAfterExchange } from '../../../graph/reads/after-exchange/answers.js';
import type { Answer, CombinationRow, PairProjection } from '../../../graph/reads/after-exchange/shown.js';
import { Country } from '../../../model/entities/country.js';
import { Cooperation } from '../../../model/facts/cooperation.js';
import { Exchange } from '../../../model/facts/exchange.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { questionAsked, type Given } from './asked.js';
import './types.js';
import type { CombinationFields } from './types.js';
import { answerInWords, emptyBecause, orderReason, readingOf } from './words.js';

const ALTERNATIVES_MOST = 20;
const SURVEYED = ['totalCount', 'leftOut', 'emptyBecause'];

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

// What is told of a combination only from the claims of its facts, or from the words of their dates.
const TOLD = below(
  ['sameTopic'],
  ['independent'],
  ['inWords'],
  ['alternatives', 'sameTopic'],
  ['alternatives', 'independent'],
);

function projectionsOf(info: GraphQLResolveInfo): PairProjection {
  const asked = (paths: readonly (readonly string[])[]): boolean =>
    paths.some((path) => nodesAt(info, path).length > 0);
  return {
    alternatives: asked(below(['alternatives'])) ? ALTERNATIVES_MOST : 0,
    priorTies: asked(below(['priorTies'])),
    told: asked(TOLD),
    country: projectionOf(info, [Country], below(['countries'])),
    exchange: projectionOf(
      info,
      [Exchange],
      below(['exchange'], ['otherExchange'], ['alternatives', 'exchange'], ['alternatives', 'otherExchange']),
    ),
    cooperation: projectionOf(
      info,
      [Cooperation],
      below(['cooperation'], ['priorTies'], ['alternatives', 'cooperation']),
    ),
  };
}

function combinationFields(combination: CombinationRow): CombinationFields {
  const [exchange, other] = combination.exchanges;
  if (!exchange) throw new Error('A combination has no exchange.');
  const { cooperation, order, origin, sameTopic, independent } = combination;
  return {
    exchange: exchange.node,
    otherExchange: other?.node ?? null,
    cooperation: cooperation.node,
    order,
    orderReason: orderReason(combination),
    origin,
    sameTopic,
    independent,
  };
}

const answerFields = (answer: Answer): object => ({
  countries: answer.countries,
  ...combinationFields(answer.best),
  alternatives: answer.alternatives.map(combinationFields),
  priorTies: answer.priorTies.map(({ node }) => node),
  inWords: answerInWords(answer),
});

async function resolve(
  _root: undefined,
  given: Given,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const question = questionAsked(given);
  const survey = SURVEYED.some((field) => nodesAt(info, [field]).length > 0);
  const { door, asking } = context;
  const found = await answersAfterExchange(
    door,
    asking,
    question.filter,
    question.demands,
    question.page,
    survey,
    projectionsOf(info),
  );
  const edges = found.answers.map((answer) => ({ cursor: cursorOf(answer.key), node: answerFields(answer) }));
  return {
    ...pageOf(edges, found.hasNext, question.page.after, found.end),
    reading: readingOf(question, found.topicName),
    graphVersion: found.version,
    totalCount: found.total,
    leftOut: found.leftOut,
    emptyBecause:
      found.leftOut && found.total?.count === 0 && !found.total.more
        ? emptyBecause(found.topicName, found.leftOut)
        : null,
  };
}

/** The question that the graph is known by. */
export const CooperationAfterExchangeQuestion = questionsClass('CooperationAfterExchangeQuestion', {
  cooperationAfterExchange: {
    type: () => classNamed('CooperationAfterExchangeConnection'),
    description:
      'Which countries shared experience in a topic and have since cooperated? For example topic/patents. Pairs stand in the order of their first exchange on the topic.',
    args: ARGUMENTS,
    resolve,
  },
});
