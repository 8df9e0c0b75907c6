import type { GraphQLResolveInfo } from 'graphql';
import { answersOfChain, type ChainAnswer, type ChainAnswers } from '../../../graph/reads/chain/answers.js';
import type { ChainProjection } from '../../../graph/reads/chain/statement.js';
import { kindsAt } from '../../../graph/reads/projection.js';
import { Country } from '../../../model/entities/country.js';
import { lettersOf } from '../../../model/rules/chain/bindings.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { questionAsked, type Given, type Question } from './asked.js';
import './types.js';
import {
  answerInWords,
  baselineInWords,
  emptyBecause,
  orderReason,
  readingOf,
  stepInWords,
} from './words.js';

const SURVEYED = ['totalCount', 'leftOut', 'emptyBecause'];

const below = (...path: string[]): string[][] => CONNECTION.map((row) => [...row, ...path]);

const projectionsOf = (info: GraphQLResolveInfo, { filter }: Question): ChainProjection => ({
  country: projectionOf(info, [Country], below('countries', 'country')),
  fact: projectionOf(
    info,
    kindsAt([...new Set(filter.steps.flatMap((step) => step.filter.kinds))]),
    below('steps', 'facts'),
  ),
});

function answerFields(question: Question, answer: ChainAnswer, { facts, countries }: ChainAnswers): object {
  const { binding, found } = answer;
  return {
    countries: lettersOf(question.demands.steps).map((as, i) => ({
      as,
      country: countries.get(binding[i] ?? ''),
    })),
    steps: found.steps.map((step, i) => ({
      step: i + 1,
      facts: step.facts.map(({ id }) => facts.get(id)),
      order: step.order,
      orderReason: orderReason(found, i),
      absence: step.absence,
      inWords: stepInWords(question, answer, i, countries),
    })),
    order: found.order,
    independent: found.independent,
    inWords: answerInWords(question, answer, countries),
  };
}

function baselineFields(baseline: ChainAnswers['baseline']): object | null {
  return baseline && { ...baseline, inWords: baselineInWords(baseline) };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const question = questionAsked(given);
  const asked = (...fields: string[]): boolean => fields.some((field) => nodesAt(info, [field]).length > 0);
  const { filter, demands, page } = question;
  const found = await answersOfChain(
    door,
    asking,
    filter,
    demands,
    page,
    { survey: asked(...SURVEYED), baseline: given.baseline && asked('baseline') },
    projectionsOf(info, question),
  );
  const edges = found.answers.map((answer) => ({
    cursor: cursorOf(answer.binding.join('|')),
    node: answerFields(question, answer, found),
  }));
  return {
    ...pageOf(edges, found.hasNext, given.after ?? null, found.end?.join('|') ?? null),
    reading: readingOf(question),
    graphVersion: found.version,
    totalCount: found.total,
    leftOut: found.leftOut,
    baseline: baselineFields(found.baseline),
    emptyBecause:
      found.leftOut && found.total?.count === 0 && !found.total.more
        ? emptyBecause(demands, found.leftOut)
        : null,
  };
}

/** The general question about what followed what. */
export const ChainQuestion = questionsClass('ChainQuestion', {
  chain: {
    type: () => classNamed('ChainConnection'),
    description:
      'Which countries went through several steps, one after the other? For example, who exchanged on patents, then cooperated, then made a joint initiative: steps: [{ facts: { kinds: [Exchange], topics: { ids: ["topic/patents"] } } }, { facts: { kinds: [Cooperation], modalities: [BILATERAL] } }, { facts: { kinds: [Involvement] } }]. Or who learnt from B and then taught C: steps: [{ facts: { kinds: [Exchange] }, who: [{ as: A, roles: [receiver] }, { as: B, roles: [provider] }] }, { facts: { kinds: [Cooperation] }, who: [{ as: A, roles: [provider] }, { as: C, roles: [learner] }] }].',
    args: ARGUMENTS,
    resolve,
  },
});
