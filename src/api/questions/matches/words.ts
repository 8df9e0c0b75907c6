import type { Matches } from '../../../graph/reads/matches/matches.js';
import type { CandidateRow, MatchRow } from '../../../graph/reads/matches/rows.js';
import type { MatchFilter } from '../../../graph/reads/matches/conditions.js';
import type { MatchReason } from '../../../model/values/matches.js';
import { shownName } from '../../types/names.js';

const TOLD: Readonly<Record<MatchReason, string>> = {
  OFFERED: 'made an offer',
  PROVIDED: 'provided experience or means',
  EXPERIENCED: 'has experience',
  PAST_TIE: 'has a past tie',
};
const ON = {
  SAME: ' on the same topic',
  NARROWER: ' on a narrower topic',
  BROADER: ' on a broader topic',
} as const;

const nameOf = (row: Parameters<typeof shownName>[0]): string => shownName(row, 'EN').name;

const candidateInWords = ({ actor, score, reasons }: CandidateRow): string =>
  `${nameOf(actor)} ${reasons.map(({ reason, relation }) => `${TOLD[reason]}${relation === null ? '' : ON[relation]}`).join(', ')} (score ${score})`;

/** One need as a sentence, with at most three candidates. */
export function matchInWords({ need, makers, candidates, candidateCount }: MatchRow): string {
  const who = makers.length === 0 ? '' : ` (${makers.map(nameOf).join(', ')})`;
  if (candidateCount === 0)
    return `${nameOf(need)}${who}: nobody is recorded with an offer or experience as asked. That there is none does not follow.`;
  const shown = candidates.slice(0, 3);
  const more = candidateCount > shown.length ? `; and ${candidateCount - shown.length} more` : '';
  return `${nameOf(need)}${who}: ${shown.map(candidateInWords).join('; ')}${more}.`;
}

/** How the question was read. */
export function readingOf(filter: MatchFilter): string {
  const { topic, country, candidate, forms, standing, broader, stages } = filter;
  return [
    `Needs and asks (${forms.join(', ').toLowerCase()})`,
    topic === null ? '' : ` on ${topic} or narrower`,
    country === null ? '' : ` of ${country}, itself or through an agency`,
    `, whose standing is ${standing.join(' or ')}; and who has an offer, or experience,`,
    ` on the same topic${broader ? ', a narrower or a broader one' : ' or a narrower one'}`,
    candidate === null ? '' : `, if it is ${candidate}`,
    stages ? '. What was only planned, agreed or given up is no experience' : '',
    '. "Open" means that no deed is recorded. The score is the sum of the weights of the reasons.',
  ].join('');
}

/** Why a page is empty; `further` when it is not the first. */
export const emptyBecause = (further: boolean, { leftOut }: Matches): string =>
  further
    ? 'There are no more; the page after the last one was asked for.'
    : `No recorded need meets all that was asked. That there was none does not follow.${
        leftOut?.some(({ reason }) => reason === 'OTHER_STANDING')
          ? ' There are some of another standing.'
          : ''
      }`;
