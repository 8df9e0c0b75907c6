import type { Answer, CombinationRow } from '../../../graph/reads/after-exchange/shown.js';
import type { Grouping } from '../../../graph/reads/grouping.js';
import type { FactLeg } from '../../../model/rules/after-exchange-terms.js';
import { periodInWords } from '../../../model/rules/words.js';
import { leftOutInWords, type LeftOut } from '../../../model/values/left-out.js';
import type { Question } from './asked.js';

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

const days = ({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): string => (from && to ? ` from ${from} to ${to}` : from ? ` from ${from} on` : to ? ` until ${to}` : '');

const SHARING = {
  SAME_EXCHANGE: 'in one exchange',
  SAME_MEETING: 'in exchanges at one meeting',
  ANYWHERE: 'in an exchange each',
} as const;

const groupedInWords = ({ group, version, on, surely, ends }: Grouping): string =>
  [
    `, ${ends === 'ONE' ? 'at least one' : 'both'} in ${group}`,
    version === undefined ? '' : ` (${version})`,
    on === null ? '' : ` ${surely ? 'definitely' : 'possibly'} on ${on}`,
  ].join('');

/** Which pairs shared as asked, for example "Pairs of countries that shared experience in one exchange on Patents". */
export function sharedInWords({ filter, demands }: Question, topicName: string): string {
  const on = `on ${topicName}${filter.exact ? ' itself, not on narrower topics' : ' or a narrower topic'}`;
  return [
    `Pairs of countries that shared experience ${SHARING[filter.sharing]} ${on}`,
    filter.meeting ? ` at ${filter.meeting} or a part of it` : '',
    days(filter.exchanged),
    `, of at most ${filter.maxParties} countries`,
    demands.receivers === 'APART' ? ', not both as mere receivers' : '',
    filter.grouping ? groupedInWords(filter.grouping) : '',
    filter.together ? ', each of these together with what is possibly the same' : '',
  ].join('');
}

/** Which cooperation counts, for example "a bilateral cooperation on any topic that definitely started after it". */
export function cooperatedInWords({ demands }: Question): string {
  const topic =
    { ANY: 'on any topic', SAME: 'on the same topic or a narrower one' }[demands.cooperationTopic] ??
    `on ${demands.cooperationTopic} or a narrower topic`;
  return [
    `a ${listed(
      demands.modalities.map((one) => one.toLowerCase()),
      'or',
    )} cooperation ${topic}`,
    days(demands.cooperated),
    ` that ${listed(
      demands.order.map((one) => (one === 'DEFINITE' ? 'definitely' : 'possibly')),
      'or',
    )} ${demands.since === 'STARTED_AFTER' ? 'started' : 'was active'} after it`,
    demands.withinMonths === null ? '' : `, not definitely later than ${demands.withinMonths} months`,
    demands.origin === 'RECORDED' ? ', and of which a source says that it grew out of it' : '',
    {
      ALLOW: '',
      NONE: ', without any cooperation before',
      NONE_ON_TOPIC: ', without a cooperation on the topic before',
    }[demands.priorTies],
    demands.independentOnly ? ', no leg known only by inference from the other' : '',
  ].join('');
}

/** How the question was read, as one or two sentences. */
export const readingOf = (question: Question, topicName: string): string =>
  `${sharedInWords(question, topicName)}; and have ${cooperatedInWords(question)}. Themselves or through national agencies.`;

/** Why a cooperation counts as definitely or possibly after. */
export function orderReason({ order, origin, exchanges, cooperation }: CombinationRow): string {
  if (order === 'DEFINITE' && origin) return `A source says that the cooperation grew out of ${origin.id}.`;
  const events = exchanges.flatMap((exchange) => exchange.events);
  const bound = cooperation.period.notBefore.find((id) => events.includes(id));
  if (order === 'DEFINITE' && bound) return `A source puts the cooperation after ${bound}.`;
  const ends = exchanges.map(({ period }) => period.endMax ?? 'unknown').join(' and ');
  const start = cooperation.period.startMin ?? 'unknown';
  return order === 'DEFINITE'
    ? `The exchange ended by ${ends}; the cooperation started or went on after that.`
    : `The dates do not settle it: the exchange ended by ${ends}, the cooperation started from ${start} on.`;
}

/** The answer as one sentence. */
export function answerInWords({ countries, best }: Answer): string {
  const names = countries.map(({ nameEn, name, id }) => (nameEn ?? name ?? id) as string);
  const surely = best.order === 'DEFINITE' ? 'definitely' : 'possibly';
  const known = best.independent
    ? ''
    : ' The exchange or the cooperation is known only by inference from the other.';
  const when = (leg: FactLeg): string => `(${periodInWords(leg.period)})`;
  const shared = best.exchanges.map(when).join(' and ');
  return `${listed(names, 'and')} shared experience ${shared} and ${surely} cooperated after it ${when(best.cooperation)}.${known}`;
}

/** Why there is no answer. */
export function emptyBecause(topicName: string, leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0)
    return `No two countries are recorded that shared experience on ${topicName} as asked and also cooperated.`;
  return `Nothing recorded meets all that was asked. Left out: ${leftOut.map(leftOutInWords).join(' ')}`;
}
