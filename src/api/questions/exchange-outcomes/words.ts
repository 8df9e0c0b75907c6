import type { ExchangeOutcomes } from '../../../graph/reads/exchange-outcomes/answer.js';
import type { OutcomeCounts } from '../../../model/rules/exchange-outcomes.js';
import type { OutcomesBy } from '../../../model/values/exchange-outcomes.js';
import { leftOutInWords, leftOutReason } from '../../../model/values/left-out.js';
import { shownName } from '../../types/names.js';
import type { Question } from '../cooperation-after-exchange/asked.js';
import { cooperatedInWords, sharedInWords } from '../cooperation-after-exchange/words.js';

/** How the question was read. */
export function readingOf(question: Question, by: OutcomesBy, topicName: string): string {
  return [
    `${sharedInWords(question, topicName)} are at risk, themselves or through national agencies.`,
    ` Counted is which of them have ${cooperatedInWords(question)}.`,
    ` By ${by.toLowerCase()}, a pair counts in each group in which it shared, by what came after its exchanges there; in the totals once.`,
  ].join('');
}

/** Counts as a sentence. */
export function countsInWords(counts: OutcomeCounts): string {
  const { atRisk, cooperatedDefinitely, cooperatedPossibly, noneRecorded, notCovered } = counts;
  const pairs = `${atRisk} pair${atRisk === 1 ? '' : 's'} shared experience`;
  const unknown = notCovered === 0 ? '' : ` (of ${notCovered} of them no complete source would know)`;
  return `${pairs}: ${cooperatedDefinitely} definitely and ${cooperatedPossibly} possibly cooperated after it; of ${noneRecorded} nothing as asked is recorded${unknown}.`;
}

/** A pair with none recorded, as a sentence: never worded as if there had been none. */
export function noneInWords({ countries, covered, because }: ExchangeOutcomes['none'][number]): string {
  const names = countries.map((country) => shownName(country, 'EN').name).join(' and ');
  const known = covered
    ? 'Complete sources cover both and have none.'
    : 'No complete source covers both, so that there was none does not follow.';
  const other = because === null ? '' : ` What is recorded does not count: ${leftOutReason.values[because]}`;
  return `${names} shared experience; no cooperation as asked is recorded after it. ${known}${other}`;
}

/** Why no pair is at risk. */
export function emptyBecause({ topicName, leftOut }: ExchangeOutcomes): string {
  const told = leftOut.map(leftOutInWords).join(' ');
  return `No two countries are recorded that shared experience on ${topicName} as asked.${told === '' ? '' : ` Left out: ${told}`}`;
}
