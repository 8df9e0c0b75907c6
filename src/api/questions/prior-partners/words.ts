import type { Partners } from '../../../graph/reads/prior-partners/partners.js';
import type { PartnerRow } from '../../../graph/reads/prior-partners/rows.js';
import type { PartnerFilter } from '../../../graph/reads/prior-partners/ties.js';
import type { PartnerReason } from '../../../model/values/partners.js';
import { shownName } from '../../types/names.js';

const facts = (count: number): string => `${count} fact${count === 1 ? '' : 's'}`;

const TOLD: Readonly<Record<PartnerReason, (other: string) => string>> = {
  COOPERATED: (other) => `cooperated with ${other}`,
  EXCHANGED: (other) => `shared experience with ${other}`,
  SAME_INITIATIVE: (other) => `has a part in an initiative with ${other}`,
  PARTNER_OF_PARTNER: () => 'worked with a country that the asked one worked with',
  PROVIDED: () => 'provided experience or means',
  RECENT: () => 'has a recent tie',
  STATED: () => 'has a tie that a source states',
};

/** One partner as a sentence; who has no tie of its own is never worded as if it had. */
export function partnerInWords(
  { country, steps, score, reasons, through, throughCount }: PartnerRow,
  asked: string | null,
): string {
  const other = asked ?? 'another country';
  const told = reasons.map(({ reason, factCount }) => `${TOLD[reason](other)} (${facts(factCount)})`);
  const names = through.map((one) => shownName(one.country, 'EN').name).join(', ');
  const more = throughCount > through.length ? ` and ${throughCount - through.length} more` : '';
  const away =
    steps === 2 ? ` No tie with ${other} is recorded; two steps away through ${names}${more}.` : '';
  return `${shownName(country, 'EN').name}: ${told.join('; ')}; score ${score}.${away}`;
}

/** How the question was read. */
export function readingOf(filter: PartnerFilter, { topicName, countryName, recentFrom }: Partners): string {
  const on = `on ${topicName ?? filter.topic}${filter.exact ? ' itself' : ' or a narrower topic'}`;
  const whom = countryName ?? 'any other country';
  return [
    `Countries that cooperated or shared experience with ${whom} ${on}, or have a part in one initiative tied to it, of at most ${filter.maxParties} countries;`,
    ` themselves or through national agencies${filter.roles ? `, as ${filter.roles.join(' or ')}` : ''}.`,
    filter.twoSteps && filter.country !== null
      ? ' After them those without a tie that worked with one of these.'
      : '',
    filter.stages ? ' What was only planned, agreed or given up does not count.' : '',
    recentFrom === null ? ' No tie counts as recent.' : ` Recent is from ${recentFrom} on.`,
    ' The score is the sum of the weights of the reasons.',
  ].join('');
}

/** Why a page is empty; `further` when it is not the first. */
export const emptyBecause = (further: boolean, { topicName, countryName }: Partners): string =>
  further
    ? 'There are no more; the page after the last one was asked for.'
    : `No tie of ${countryName ?? 'two countries'} on ${topicName ?? 'the topic'} is recorded that meets all that was asked. That there was none does not follow.`;
