import type { Comparison, Counted } from '../../../graph/reads/text-comparison/comparison.js';
import type { ComparisonFilter } from '../../../graph/reads/text-comparison/units.js';
import { textUnit, unitOutcome, type TextSide } from '../../../model/values/text-comparison.js';
import { shownName } from '../../types/names.js';

/** How many units of each text came to each outcome, in the order in which the outcomes are declared. */
export function countsOf(counted: readonly Counted[]): object[] {
  const of = (side: TextSide, sort: string, outcome: string): number =>
    counted.filter((one) => one[0] === side && one[1] === sort && one[2].some((each) => each === outcome))
      .length;
  return Object.keys(textUnit.values).flatMap((sort) =>
    Object.keys(unitOutcome.values)
      .map((outcome) => ({ outcome, sort, from: of('FROM', sort, outcome), to: of('TO', sort, outcome) }))
      .filter(({ from, to }) => from + to > 0),
  );
}

/** Units of both texts for which no alignment is recorded. */
export const notComparedOf = (counted: readonly Counted[]): number =>
  counted.filter(([, , outcomes]) => outcomes.includes('NOT_COMPARED')).length;

/** Whose word the alignments are. */
export function alignmentInWords(counted: readonly Counted[]): string {
  const all = new Map(counted.flatMap(([, , , alignments]) => alignments));
  const stated = [...all.values()].filter((certainty) => certainty === 'STATED').length;
  if (all.size === 0) return 'No alignment between the two texts is recorded.';
  if (stated === 0)
    return `All ${all.size} alignments are inferred by readers who compared the two texts, each with its reason; neither text states any.`;
  return `${all.size - stated} of ${all.size} alignments are inferred by readers who compared the two texts, each with its reason; ${stated} are stated by a source.`;
}

/** How the question was read. */
export function readingOf(filter: ComparisonFilter, { from, to, counted }: Comparison): string {
  const side = (one: TextSide): number => counted.filter((unit) => unit[0] === one).length;
  const narrowed = Object.entries(filter).some(
    ([name, asked]) => !['from', 'to', 'evidence'].includes(name) && asked !== null,
  );
  const name = (row: typeof from): string => (row ? shownName(row, 'EN').name : '');
  return `Every recorded unit of "${name(from)}" (${side('FROM')}) and of "${name(to)}" (${side('TO')}), paragraphs and provisions${narrowed ? '; shown are those that meet what was asked' : ''}. NOT_COMPARED means that no alignment is recorded, which is apart from DROPPED and NEW.`;
}

/** Why no unit is shown. */
export function emptyBecause({ counted, total }: Comparison): string {
  if (counted.length === 0) return 'Neither document has units recorded.';
  return total === 0
    ? 'No unit of the two texts meets all that was asked.'
    : 'There are no more; the page after the last one was asked for.';
}
