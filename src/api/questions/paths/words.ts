import type { Paths } from '../../../graph/reads/paths/paths.js';
import type { PathRow } from '../../../graph/reads/paths/rows.js';
import type { PathFilter } from '../../../graph/reads/paths/steps.js';
import type { NodeRow } from '../../../graph/reads/projection.js';
import { periodInWords } from '../../../model/rules/words.js';
import type { Language } from '../../../model/values/language.js';
import { leftOutInWords } from '../../../model/values/left-out.js';
import { shownName } from '../../types/names.js';

/** `DocumentAct` as words: document act. */
const kindInWords = (kind: string): string => kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** A path as words: "Egypt – cooperation (after 8 May 2013, end unknown) – India". */
export function pathInWords({ entities, steps }: PathRow, lang: Language): string {
  const [first] = entities;
  const told = steps.map(({ to, factCount, newest: { kind, period } }) => {
    const more = factCount > 1 ? `; the newest of ${factCount} facts` : '';
    return ` – ${kindInWords(kind)} (${periodInWords(period)}${more}) – ${shownName(to, lang).name}`;
  });
  return `${first ? shownName(first, lang).name : ''}${told.join('')}`;
}

/** How the question was read. */
export function readingOf(filter: PathFilter, ends: readonly (NodeRow | null)[], lang: Language): string {
  const { from, to, maxSteps, connecting, maxHubDegree, maxParties, stages } = filter;
  const [start, end] = ends.map((row, i) => (row ? shownName(row, lang).name : [from, to][i]));
  return [
    `The shortest ways from ${start} to ${end} through at most ${maxSteps} fact${maxSteps === 1 ? '' : 's'}, each of which names both of two neighbours and at most ${maxParties} countries,`,
    ` by way of: ${connecting.join(', ').toLowerCase()};`,
    maxHubDegree === null ? ' also through hubs.' : ` not through what has more than ${maxHubDegree} facts.`,
    ' Two countries are neighbours by a fact in which they worked together, shared or took part for themselves.',
    stages ? ' What was only planned, agreed or given up does not count.' : '',
  ].join('');
}

/** Why a page is empty; `further` when it is not the first. */
export function emptyBecause(further: boolean, filter: PathFilter, { leftOut }: Paths): string {
  if (further) return 'There are no more; the page after the last one was asked for.';
  const cut = leftOut.length > 0 ? ` Left out: ${leftOut.map(leftOutInWords).join(' ')}` : '';
  return `No path of at most ${filter.maxSteps} facts is recorded as asked. That the two are not linked does not follow.${cut}`;
}
