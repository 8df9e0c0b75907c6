import { countingInWords } from '../ties/words.js';
import type { NetworkAsked } from './asked.js';

const NAMED = {
  TOPIC: 'topics',
  MEETING: 'meetings',
  INITIATIVE: 'initiatives',
  AGENCY: 'agencies',
} as const;

/** How the question was read. */
export function readingOf(asked: NetworkAsked): string {
  const { kinds, with: other, demands, bounds } = asked;
  const facts = kinds === null ? 'facts of any kind' : `facts of kind ${kinds.join(' or ')}`;
  const links =
    other === null
      ? `Countries tied to each other by ${facts} under the filter, themselves or through national agencies, acting for themselves; facts other than cooperations only with at most ${demands.maxParties} named countries; two that both only received are not tied.`
      : `Countries that took part for themselves in ${facts} under the filter, linked with the ${NAMED[other]} that those facts name.`;
  const focus = bounds.focus
    ? ` Shown is what lies within ${bounds.focus.steps} ${bounds.focus.steps === 1 ? 'step' : 'steps'} of ${bounds.focus.id}.`
    : '';
  return `${links} ${countingInWords(asked)}${focus}`;
}
