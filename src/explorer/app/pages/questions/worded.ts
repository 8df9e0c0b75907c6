import type { ModelWords } from '../../texts/model-words.js';

/** The closed list from which a field of an answer takes its values. */
const LISTS: Readonly<Record<string, keyof ModelWords>> = {
  capacity: 'Capacity',
  certainty: 'Certainty',
  modality: 'Modality',
  order: 'Order',
  reportedBy: 'ReportedBy',
  role: 'Role',
  stage: 'Stage',
  standing: 'ProposalStanding',
  status: 'Status',
};

/** A value of a closed list in the reader's language; null for anything else. */
export function wordOf(words: ModelWords, field: string | undefined, value: unknown): string | null {
  const list = field === undefined ? undefined : LISTS[field];
  if (list === undefined || typeof value !== 'string') return null;
  const known: Readonly<Record<string, string>> = words[list];
  return known[value] ?? null;
}

/** A field's name as a heading: `orderReason` is "order reason". The names are the API's own, in English. */
export const headingOf = (field: string): string =>
  field.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
