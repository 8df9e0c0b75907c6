import type { FactKind, Kind } from './declaration.js';
import { NAMES } from './names.js';

/** A column of a seed file or intake template. */
export interface Column {
  readonly name: string;
  readonly description: string;
}

const column = (name: string, description: string): Column => ({ name, description });

/** What separates the entries of a list inside a cell. */
export const LIST_SEPARATOR = '|';

/** Columns that say who says it, where, and how surely; they close every row. */
export const EVIDENCE_COLUMNS: readonly Column[] = [
  column('source', 'Id of the document or source that says it.'),
  column('locator', 'Paragraph of the document, or row of the source.'),
  column(
    'voice',
    'Id of the actor or meeting whose words they are; empty when the document speaks for itself.',
  ),
  column('voiceCapacity', 'In what capacity the voice speaks; empty means OWN.'),
  column('relayedBy', 'Ids of those who report the voice, nearest to it first.'),
  column('certainty', 'STATED or INFERRED; empty means STATED.'),
  column('reason', 'Why it follows; required when inferred.'),
  column('basis', 'READER, RULE:name or MAPPING; required when inferred.'),
  column(
    'inferredFrom',
    'Claims it follows from, each as target#about, for example cooperation/x#existence.',
  ),
  column('stance', 'SUPPORTS or CONTRADICTS; empty means SUPPORTS.'),
  column('claimStatus', 'SUBMITTED, ACCEPTED or WITHDRAWN; empty means ACCEPTED.'),
];

const PERIOD_COLUMNS: readonly Column[] = [
  column('period', 'When, as EDTF: 2013-05-06/2013-05-08, 2011/.., [2013-05-08..], [..2009-12-03].'),
  column('notBefore', 'Ids of events on whose last day, at the earliest, it starts.'),
  column('notAfter', 'Ids of events on whose first day, at the latest, it starts.'),
];

function partyColumns(kind: FactKind): Column[] {
  return [
    column(
      'party',
      `Who, each as actor id and role, for example country/egy:${Object.keys(kind.roles)[0] ?? 'role'}. Roles: ${Object.keys(kind.roles).join(', ')}.`,
    ),
    column('capacity', 'In what capacity the one party of this row acts; empty means OWN.'),
    column('office', 'Office in which somebody acted for it, as the document names it.'),
    column('officeHolder', 'Who held the office, where the document names the person.'),
    column('through', 'Id of the actor that spoke for it.'),
    column('low', 'Least number meant, for an unnamed or counted party.'),
    column('high', 'Greatest number meant.'),
    column('words', 'The words used for the number or the unnamed party.'),
    column('from', 'First day of the role.'),
    column('to', 'Last day of the role.'),
  ];
}

/** Columns of the seed file and template of a kind, in order; where two would have one name, the kind's own stands. */
export function columnsOf(kind: Kind): Column[] {
  const declared = new Set(Object.keys(kind.attributes));
  const seen = new Set<string>();
  return allColumns(kind).filter(({ name, description }) => {
    const other = declared.has(name) && description !== kind.attributes[name]?.description;
    if (other || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function allColumns(kind: Kind): Column[] {
  const described = (entries: Readonly<Record<string, { readonly description: string }>>): Column[] =>
    Object.entries(entries).map(([name, { description }]) => column(name, description));
  if (kind.sort === 'entity') {
    return [
      column('id', `Readable id, ${kind.prefix}/...; minted once and never changed.`),
      ...described(NAMES),
      ...described(kind.attributes),
      ...described(kind.links),
      ...(kind.dated ? PERIOD_COLUMNS : []),
      ...EVIDENCE_COLUMNS,
    ];
  }
  return [
    column('id', `Readable id, ${kind.prefix}/...; minted once and never changed.`),
    column(
      'occasion',
      'Row key of the register (course, activity, transaction); empty where the source has none.',
    ),
    ...(kind.parties.most === 0 ? [] : partyColumns(kind)),
    ...described(kind.ends),
    ...described(kind.attributes),
    ...(kind.time === 'timeless' ? [] : PERIOD_COLUMNS),
    ...EVIDENCE_COLUMNS,
  ];
}

/** Columns of `seed/claims.csv`: one further claim a row, about something that other rows already state. */
export const CLAIM_COLUMNS: readonly Column[] = [
  column('target', 'Id of the fact or entity.'),
  column('about', 'existence, period, an attribute, end:target (topics:topic/patents), or party:actor:role.'),
  column('value', 'Value of an attribute, or EDTF of a period; empty for existence, ends and parties.'),
  column('notBefore', 'For a period: ids of events on whose last day, at the earliest, it starts.'),
  column('notAfter', 'For a period: ids of events on whose first day, at the latest, it starts.'),
  ...EVIDENCE_COLUMNS,
];
