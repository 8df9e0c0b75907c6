import type { Claim } from '../../model/claim.js';
import { capacity } from '../../model/values/capacity.js';
import { certainty, claimStatus, stance } from '../../model/values/certainty.js';
import type { Enumeration } from '../../model/values/enumeration.js';
import type { Cells } from './cells.js';
import { ACTOR, SOURCE, VOICE, type References } from './references.js';
import type { Report } from './report.js';
import { valueIn } from './scalars.js';

/** Who says what a row states, where, and how surely; `inferredFrom` still as written, `target#about`. */
export type Evidence = Pick<
  Claim,
  | 'source'
  | 'locator'
  | 'voice'
  | 'voiceCapacity'
  | 'relayedBy'
  | 'certainty'
  | 'reason'
  | 'basis'
  | 'inferredFrom'
  | 'stance'
  | 'status'
>;

const BASIS = /^(READER|MAPPING|RULE:[a-z0-9]+(-[a-z0-9]+)*)$/;

/** What a row gives beyond source and locator. */
export const BEYOND_SOURCE = [
  'voice',
  'voiceCapacity',
  'relayedBy',
  'reason',
  'basis',
  'inferredFrom',
] as const;

function choice<E extends Enumeration>(
  cells: Cells,
  report: Report,
  column: string,
  enumeration: E,
  usual: Extract<keyof E['values'], string>,
): Extract<keyof E['values'], string> {
  if (cells.text(column) === '') return usual;
  const parsed = valueIn(enumeration, cells.text(column));
  if ('value' in parsed) return parsed.value;
  report.fault(cells.row, column, parsed.wrong);
  return usual;
}

function inferenceFaults(cells: Cells, report: Report, surety: 'STATED' | 'INFERRED'): void {
  const { row } = cells;
  if (surety === 'STATED') {
    for (const column of ['reason', 'basis', 'inferredFrom'] as const)
      if (cells.isGiven(column))
        report.fault(
          row,
          column,
          `What is STATED has no ${column}; leave it empty, or write INFERRED in certainty.`,
        );
    return;
  }
  if (!cells.isGiven('reason'))
    report.fault(row, 'reason', 'What is INFERRED needs a reason; say in a sentence why it follows.');
  if (!cells.isGiven('basis'))
    report.fault(row, 'basis', 'What is INFERRED needs a basis; write READER, RULE:name or MAPPING.');
  else if (cells.text('basis') !== '' && !BASIS.test(cells.text('basis')))
    report.fault(
      row,
      'basis',
      `"${cells.text('basis')}" is no basis; write READER, MAPPING or RULE:joint-initiative.`,
    );
}

/** Reads the evidence columns; every fault in them is noted. */
export function evidenceOf(cells: Cells, references: References, report: Report): Evidence {
  const { row } = cells;
  const source = cells.text('source');
  if (source !== '') references.names(row, 'source', source, SOURCE);
  else if (!cells.isGiven('source'))
    report.fault(row, 'source', 'The row has no source; give the id of the document or source that says it.');
  if (!cells.isGiven('locator'))
    report.fault(
      row,
      'locator',
      'The row has no locator; give the paragraph of the document or the row of the source.',
    );
  const voice = cells.textOrNull('voice');
  if (voice !== null) references.names(row, 'voice', voice, VOICE);
  else if (cells.isGiven('voiceCapacity') && !cells.isGiven('voice'))
    report.fault(
      row,
      'voiceCapacity',
      'A capacity of the voice needs a voice; fill the column voice or empty this one.',
    );
  const relayedBy = cells.list('relayedBy', report);
  for (const id of relayedBy) references.names(row, 'relayedBy', id, ACTOR);
  const surety = choice(cells, report, 'certainty', certainty, 'STATED');
  if (cells.text('certainty') === surety || !cells.isGiven('certainty'))
    inferenceFaults(cells, report, surety);
  return {
    source,
    locator: cells.text('locator'),
    voice,
    voiceCapacity: choice(cells, report, 'voiceCapacity', capacity, 'OWN'),
    relayedBy,
    certainty: surety,
    reason: cells.textOrNull('reason'),
    basis: cells.textOrNull('basis'),
    inferredFrom: cells.list('inferredFrom', report),
    stance: choice(cells, report, 'stance', stance, 'SUPPORTS'),
    status: choice(cells, report, 'claimStatus', claimStatus, 'ACCEPTED'),
  };
}

/** Whether what a row states counts towards what its thing is. */
export const counts = ({ stance: side, status }: Pick<Evidence, 'stance' | 'status'>): boolean =>
  side === 'SUPPORTS' && status !== 'WITHDRAWN';
