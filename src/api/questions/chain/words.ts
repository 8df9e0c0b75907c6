import type { ChainFilter } from '../../../graph/reads/chain/statement.js';
import type { ChainAnswer, ChainAnswers } from '../../../graph/reads/chain/answers.js';
import type { NodeRow } from '../../../graph/reads/projection.js';
import { lettersOf } from '../../../model/rules/chain/bindings.js';
import type { ChainDemands, ChainFact, ChainFound, ChainStep } from '../../../model/rules/chain/terms.js';
import { periodInWords } from '../../../model/rules/words.js';
import { baselineRefusal } from '../../../model/values/chain.js';
import { leftOutInWords, type LeftOut } from '../../../model/values/left-out.js';
import type { Question } from './asked.js';

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

const spaced = (kind: string): string => kind.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();

const TIED = {
  SAME_FACT: '',
  SAME_MEETING: ', in one fact or at one meeting',
  SAME_INITIATIVE: ', in one fact or within one initiative',
} as const;

function stepRead(step: ChainStep, { filter }: ChainFilter['steps'][number], at: number): string {
  const { kinds, topics, meeting, initiative, modalities, dated, stages } = filter;
  const who = step.who.map(
    ({ letter, roles, countries }) =>
      `${letter}${roles ? ` as ${listed(roles, 'or')}` : ''}${countries ? ` (${listed(countries, 'or')})` : ''}`,
  );
  const facts = [
    modalities
      ? `${listed(
          modalities.map((one) => one.toLowerCase()),
          'or',
        )} `
      : '',
    listed(kinds.map(spaced), 'or'),
    ` of ${listed(who, 'and')}`,
    who.length > 1 ? TIED[step.together] : '',
    topics ? ` on ${listed(topics.ids, 'or')}${topics.exact ? '' : ' or a narrower topic'}` : '',
    meeting ? ` at ${meeting} or a part of it` : '',
    initiative ? ` within ${initiative} or a part of it` : '',
    dated?.from ? ` from ${dated.from} on` : '',
    dated?.to ? ` until ${dated.to}` : '',
    stages
      ? ` (${listed(
          stages.map((one) => spaced(one).replace('_', ' ')),
          'or',
        )})`
      : '',
  ].join('');
  const window = step.withinMonths === null ? '' : `, not definitely beyond ${step.withinMonths} months`;
  const when = at === 0 ? '' : step.order === 'THEN' ? 'then ' : 'at any time ';
  return `${when}${step.absent ? 'no ' : ''}${facts}${window}`;
}

/** How the question was read. */
export function readingOf({ filter, demands }: Question): string {
  const steps = demands.steps.flatMap((step, i) => {
    const facts = filter.steps[i];
    return facts ? [`${i + 1}. ${stepRead(step, facts, i)}`] : [];
  });
  const orders = listed(
    demands.order.map((one) => (one === 'DEFINITE' ? 'definitely' : 'possibly')),
    'or',
  );
  const letters = lettersOf(demands.steps);
  return [
    `Countries ${listed(letters, 'and')} that ${orders} went through: ${steps.join('; ')}.`,
    ` Themselves or through national agencies; no more than ${demands.maxParties} countries to a tie.`,
    demands.independentOnly ? ' No step known only by inference from another.' : '',
  ].join('');
}

const datesOf = (facts: readonly ChainFact[]): string =>
  listed([...new Set(facts.map(({ period }) => periodInWords(period)))], 'and');

/** The latest of some days, since a step of two facts has begun, or ended, when both have. */
const latest = (days: readonly (string | null)[]): string =>
  days.every((day) => day !== null) ? (days.toSorted().at(-1) ?? '') : 'an unknown day';

/** Why a step counts as definitely or possibly after the present one before it. */
export function orderReason(found: ChainFound, at: number): string | null {
  const { order, facts } = found.steps[at] ?? { order: null, facts: [] };
  const before = found.steps.slice(0, at).findLast(({ absence }) => absence === null);
  if (order === null || !before) return null;
  const events = before.facts.flatMap((fact) => fact.events);
  const origin = facts.flatMap(({ grewOutOf }) => grewOutOf).find((id) => events.includes(id));
  if (order === 'DEFINITE' && origin) return `A source says that it grew out of ${origin}.`;
  const bound = facts.flatMap(({ period }) => period.notBefore).find((id) => events.includes(id));
  if (order === 'DEFINITE' && bound) return `A source puts it after ${bound}.`;
  const ends = latest(before.facts.map(({ period }) => period.endMax));
  const starts = facts.map(({ period }) => period.startMin);
  const start = latest(order === 'DEFINITE' ? starts.filter((day) => day !== null) : starts);
  return order === 'DEFINITE'
    ? `The step before ended by ${ends}; this one started from ${start} on, after that.`
    : `The dates do not settle it: the step before ended by ${ends}, this one started from ${start} on.`;
}

const nameOf = (row: NodeRow | undefined, id: string): string =>
  (row?.['nameEn'] ?? row?.['name'] ?? id) as string;

/** One step of an answer in words. */
export function stepInWords(
  { filter, demands }: Question,
  { binding, found }: ChainAnswer,
  at: number,
  countries: ReadonlyMap<string, NodeRow>,
): string {
  const step = demands.steps[at];
  const met = found.steps[at];
  if (!step || !met) return '';
  const letters = lettersOf(demands.steps);
  const who = listed(
    step.who.map(({ letter }) => {
      const id = binding[letters.indexOf(letter)] ?? '';
      return nameOf(countries.get(id), id);
    }),
    'and',
  );
  const kinds = listed((filter.steps[at]?.filter.kinds ?? []).map(spaced), 'or');
  const when =
    at === 0
      ? ''
      : met.order === null
        ? step.order === 'THEN'
          ? 'then '
          : 'at any time '
        : met.order === 'DEFINITE'
          ? 'then definitely '
          : 'then possibly ';
  switch (met.absence) {
    case null: {
      const found = [...new Set(met.facts.map(({ kind }) => spaced(kind)))];
      return `${when}${listed(found, 'and')} of ${who} (${datesOf(met.facts)})`;
    }
    case 'NONE':
      return `${when}no ${kinds} of ${who}: sources that cover this whole have none`;
    case 'NOT_COVERED':
      return `${when}no ${kinds} of ${who} is recorded, though no source covers this whole`;
    case 'UNSETTLED':
      return `${when}perhaps no ${kinds} of ${who}: the dates of ${listed(
        met.facts.map(({ id }) => id),
        'and',
      )} leave it open`;
  }
}

/** The answer as one sentence. */
export function answerInWords(
  question: Question,
  answer: ChainAnswer,
  countries: ReadonlyMap<string, NodeRow>,
): string {
  const told = question.demands.steps.map((_, i) => stepInWords(question, answer, i, countries)).join('; ');
  const known = answer.found.independent ? '' : ' One step is known only by inference from another.';
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}.${known}`;
}

const rounded = (n: number): string => n.toFixed(1);

/** What the comparison with chance gave. */
export function baselineInWords(baseline: NonNullable<ChainAnswers['baseline']>): string {
  if ('refused' in baseline) {
    const found = baseline.observed === null ? '' : ` Observed: ${baseline.observed}.`;
    return `Not held against chance. ${baselineRefusal.values[baseline.refused]}${found}`;
  }
  const { observed, expected, spread, atLeastObserved, shuffles } = baseline;
  return `${observed} observed; with the dates of the second step shuffled ${shuffles} times, ${rounded(expected)} on average, with a spread of ${rounded(spread)}; ${Math.round(atLeastObserved * shuffles)} of ${shuffles} shuffles gave at least as many.`;
}

/** Why there is no answer. */
export function emptyBecause({ steps }: ChainDemands, leftOut: readonly LeftOut[]): string {
  const told = leftOut.map(leftOutInWords).join(' ');
  const every = steps.length === 1 ? 'the step' : `all ${steps.length} steps`;
  const none = `No countries are recorded that meet ${every} as asked; that there were none does not follow.`;
  return told === '' ? none : `${none} Left out: ${told}`;
}
