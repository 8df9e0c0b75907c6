import {
  sensitivityAfterExchange,
  type StrictCount,
} from '../../../graph/reads/after-exchange/sensitivity.js';
import { factSensitivity } from '../../../graph/reads/fact-sensitivity.js';
import { strictness } from '../../../model/values/strictness.js';
import type { ApiContext } from '../../context.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { emptyBecause as noFactBecause } from '../../types/empty.js';
import { pageArgs } from '../../types/page-args.js';
import { ARGUMENTS } from '../cooperation-after-exchange/arguments.js';
import { questionAsked, type Given } from '../cooperation-after-exchange/asked.js';
import { emptyBecause, readingOf } from '../cooperation-after-exchange/words.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import './types.js';

const UNPAGED = Object.fromEntries(Object.entries(ARGUMENTS).filter(([name]) => !(name in pageArgs)));

function countFields(counts: readonly StrictCount[]): object[] {
  const asked = counts[0]?.count ?? 0;
  return counts.map((one) => ({
    ...one,
    lost: asked - one.count,
    share: asked === 0 ? null : one.count / asked,
    inWords: `${one.count} of ${asked}: ${strictness.values[one.strictness]}`,
  }));
}

async function afterExchange(_root: undefined, given: Given, { door, asking }: ApiContext): Promise<object> {
  const question = questionAsked(given, 'sensitivity');
  const found = await sensitivityAfterExchange(door, asking, question.filter, question.demands);
  const { counts, leftOut, topicName, version } = found;
  return {
    reading: `How many remain when asked stricter: ${readingOf(question, topicName)}`,
    graphVersion: version,
    counts: countFields(counts),
    leftOut,
    emptyBecause: counts[0]?.count === 0 ? emptyBecause(topicName, leftOut ?? []) : null,
  };
}

async function ofFacts(
  _root: undefined,
  { filter }: { readonly filter?: FactsAsked | null },
  { door, asking }: ApiContext,
): Promise<object> {
  const { counts, leftOut, covers, version } = await factSensitivity(door, asking, factsAsked(filter));
  const kinds = filter?.kinds ?? [];
  return {
    reading: `Facts${kinds.length > 0 ? ` of kind ${kinds.join(' or ')}` : ''} that facts(filter) lists, and how many of them remain when asked stricter. Order in time and independence concern pairs of facts, so they are not asked here.`,
    graphVersion: version,
    counts: countFields(counts),
    leftOut,
    emptyBecause: counts[0]?.count === 0 ? noFactBecause(kinds, covers, false) : null,
  };
}

/** How far answers hang on weak evidence. */
export const SensitivityQuestions = questionsClass('SensitivityQuestions', {
  sensitivity: {
    type: () => classNamed('Sensitivity'),
    description:
      'How many answers of cooperationAfterExchange stay when it is asked stricter: stated only, uncontested, independent, by two documents, in definite order. For example for topic/patents.',
    args: UNPAGED,
    resolve: afterExchange,
  },
  factSensitivity: {
    type: () => classNamed('Sensitivity'),
    description:
      'How many of the facts under a filter stay when they must be stated, uncontested or supported by two documents; for example of the cooperations on topic/patents.',
    args: {
      filter: {
        type: () => classNamed('FactFilter'),
        nullable: true,
        description: 'Which facts; all when left out.',
      },
    },
    resolve: ofFacts,
  },
});
