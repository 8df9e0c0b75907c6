import { Int } from 'type-graphql';
import { OUTCOME_GROUPS_MOST } from '../../../graph/reads/exchange-outcomes/answer.js';
import type { OutcomeCounts } from '../../../model/rules/exchange-outcomes.js';
import { outcomesBy } from '../../../model/values/exchange-outcomes.js';
import { leftOutReason } from '../../../model/values/left-out.js';
import { classNamed, objectType, type Fields } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { countsInWords } from './words.js';
import { aboutAnswer, one, text, whole } from '../../types/plans.js';

const counts: Fields = {
  atRisk: whole('Pairs at risk: those that shared experience as asked. The sum of the next three counts.'),
  cooperatedDefinitely: whole('Of them, pairs with a cooperation as asked that definitely came after.'),
  cooperatedPossibly: whole('Pairs whose cooperation possibly came after, and none definitely.'),
  noneRecorded: whole('Pairs of which no cooperation as asked is recorded.'),
  notCovered: whole(
    'Of those with none recorded: pairs of which no complete source covers cooperation for both countries, so that nothing follows.',
  ),
  inWords: {
    ...text('The counts as one English sentence.'),
    resolve: (row: OutcomeCounts) => countsInWords(row),
  },
};

objectType('OutcomeCounts', 'Pairs that shared experience, by what is recorded of them since.', counts);

objectType(
  'OutcomeGroup',
  'The counts of the exchanges at one meeting, on one topic or of one year. A pair counts in each group in which it shared, by what came after its exchanges there.',
  {
    meeting: one('Meeting', 'The meeting; null by topic or year, and for exchanges outside meetings.', true),
    topic: one('Topic', 'The topic; null by meeting or year.', true),
    year: {
      type: () => Int,
      nullable: true,
      description: 'The year; null by meeting or topic, and for undated exchanges.',
    },
    ...counts,
  },
);

objectType(
  'PairWithNoneRecorded',
  'Two countries that shared experience, of which no cooperation as asked is recorded since.',
  {
    countries: {
      type: () => classNamed('Country'),
      list: true,
      pair: true,
      description: 'The two countries, in the order of their ids.',
    },
    exchange: {
      type: () => classNamed('Exchange'),
      description: 'The earliest exchange in which they shared as asked; its claims are the evidence.',
    },
    otherExchange: one(
      'Exchange',
      'The exchange of the second country, where each shared in one of its own.',
      true,
    ),
    covered: {
      type: () => Boolean,
      description:
        'Whether complete sources cover cooperation for both: if so, there was none as far as these know; if not, nothing follows.',
    },
    because: {
      type: enumOf(leftOutReason),
      nullable: true,
      description: 'Why a cooperation that is recorded of them does not count; null when there is none.',
    },
    inWords: text('The pair as one English sentence.'),
  },
);

objectType('PairWithNoneRecordedEdge', 'One pair in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('PairWithNoneRecorded'), description: 'The pair.' },
});

objectType(
  'ExchangeOutcomesConnection',
  'What came of exchanges: counts over all pairs, by group, and a page of the pairs with none recorded, in the order of their first exchange.',
  {
    all: { type: () => classNamed('OutcomeCounts'), description: 'The counts over all pairs, each once.' },
    by: { type: enumOf(outcomesBy), description: 'What the groups are.' },
    groups: {
      type: () => classNamed('OutcomeGroup'),
      list: true,
      description: `The counts by group, at most ${OUTCOME_GROUPS_MOST}: years in order, meetings and topics with the most pairs first, then by id; those without any last.`,
    },
    edges: {
      type: () => classNamed('PairWithNoneRecordedEdge'),
      list: true,
      description: 'The pairs with none recorded, with their cursors.',
    },
    nodes: {
      type: () => classNamed('PairWithNoneRecorded'),
      list: true,
      description: 'The pairs with none recorded, without cursors.',
    },
    pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
    totalCount: {
      type: () => classNamed('Total'),
      description: 'How many pairs with none recorded there are over all pages.',
    },
    ...aboutAnswer('Why no pair is at risk, in words; null when one is.'),
    leftOut,
  },
);
