import type { SourceRow } from '../../../graph/reads/coverage.js';
import type { CoverageState } from '../../../model/values/coverage.js';

const some = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** How the question was read. */
export const readingOf = (source: string | null, country: string | null): string =>
  [
    source === null ? 'Every document and register that was taken in' : source,
    country === null ? '' : `; facts only where ${country} is a party, itself or through national agencies`,
    '. A fact is counted with a source when that source says that it is.',
  ].join('');

/** What a count of facts of a kind means. */
export function kindInWords(kind: string, facts: number, state: CoverageState): string {
  const counted = some(facts, 'fact', 'facts');
  switch (state) {
    case 'RECORDED':
      return `${kind}: ${counted} recorded.`;
    case 'NO_FACT':
      return `${kind}: no fact, and a complete source covers it: there was none, as far as that source knows.`;
    case 'NOT_COVERED':
      return `${kind}: not covered: no fact is recorded, and no complete source says that there was none.`;
  }
}

/** How much of a text is entered. */
export function unitsInWords({ units, entered, cited }: SourceRow): string {
  const of =
    units === null ? some(entered, 'unit', 'units') : `${entered} of ${some(units, 'unit', 'units')}`;
  return `${of} ${entered === 1 ? 'is' : 'are'} entered, and ${cited} ${cited === 1 ? 'gives' : 'give'} facts or proposals.`;
}

/** What cannot be known from a source, most telling first. */
export function unknownFrom(
  row: SourceRow,
  isText: boolean,
  uncovered: readonly string[],
  selective: readonly string[],
): string[] {
  const { units, entered, cited } = row;
  const lines: string[] = [];
  if (isText && !row.takenIn)
    lines.push(
      'The text is only named by others; it was not taken in under this id, so nothing that it says stands here.',
    );
  else if (isText && units === null)
    lines.push('How many units the text has was not counted, so nobody can tell whether all of it is here.');
  else if (units !== null && entered < units)
    lines.push(
      `${some(units - entered, 'unit is', 'units are')} not entered: what stands there is not here.`,
    );
  if (entered > cited)
    lines.push(
      `${some(entered - cited, 'entered unit gives', 'entered units give')} neither fact nor proposal; the gist says what stands there.`,
    );
  if (isText)
    lines.push(
      'A text reports what it reports: that it has no fact of a kind, a country or a time does not mean that there was none.',
    );
  if (selective.length > 0)
    lines.push(`A choice only, so that nothing is shown by absence: ${selective.join(', ')}.`);
  if (uncovered.length > 0) lines.push(`Not covered, and no fact: ${uncovered.join(', ')}.`);
  return lines;
}
