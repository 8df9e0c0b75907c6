import { parse, type DocumentNode } from 'graphql';
import { inert, joined, textOf } from './cells.js';
import type { Column } from './columns.js';
import type { Row } from './rows.js';
import { isA, type Selected } from './selection.js';

/** Ways from a row to what its evidence is of: each fact, and whatever else the operation asks the claims of. */
export function evidencedPaths(unit: Selected): readonly (readonly string[])[] {
  const found: string[][] = [];
  const walk = (selected: Selected, path: string[]): void => {
    const claims = [...selected.below.values()].some(
      ({ field, type }) => field.name === 'claims' && type.name === 'Claim',
    );
    if (selected.below.has('id') && (claims || isA(selected.type, 'Fact'))) found.push(path);
    for (const part of selected.below.values()) walk(part, [...path, part.key]);
  };
  walk(unit, []);
  return found;
}

/** Ids of what the evidence of these rows is of, each once, in the order of the rows. */
export function evidencedIds(rows: readonly Row[], paths: readonly (readonly string[])[]): string[] {
  const ids = new Set<string>();
  const collect = (value: unknown, path: readonly string[]): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) return value.forEach((entry) => collect(entry, path));
    const [key, ...rest] = path;
    if (key !== undefined) return collect((value as Row)[key], rest);
    const { id } = value as { id?: unknown };
    if (typeof id === 'string') ids.add(id);
  };
  for (const row of rows) for (const path of paths) collect(row, path);
  return [...ids];
}

const CLAIMS = `claims {
  id about says value certainty reason basis stance status locator recordedAt register
  source { id name } paragraph { id name } voice { capacity speaker { id name } } relayedBy { id name } inferredFrom { id }
}`;

/** Asks all claims of what has these ids. */
export const evidenceDocument: DocumentNode = parse(`query Evidence($ids: [ID!]!) {
  nodes(ids: $ids) { __typename id ... on Fact { ${CLAIMS} } ... on Entity { ${CLAIMS} } }
}`);

const part = (row: Row, ...keys: string[]): unknown =>
  keys.reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row);
const entries = (row: Row, list: string, key: string): string =>
  joined(((row[list] ?? []) as readonly Row[]).map((entry) => entry[key]));

type Read = (claim: Row, target: Row) => unknown;
const direct =
  (key: string): Read =>
  (claim) =>
    claim[key];

const COLUMNS: readonly (readonly [name: string, description: string, read: Read, list?: 'list'])[] = [
  ['target_id', 'Id of the fact or entity that the claim is about.', (_, target) => target['id']],
  ['target_kind', 'Its kind, for example Cooperation.', (_, target) => target['__typename']],
  ['claim_id', 'Id of the claim.', direct('id')],
  ['about', 'What of the target it is about, for example existence.', direct('about')],
  ['says', 'What it says in a few words of English.', direct('says')],
  ['value', 'The value that the source gives, as JSON; empty where `about` says it all.', direct('value')],
  ['certainty', 'STATED or INFERRED.', direct('certainty')],
  ['reason', 'Why it follows; empty when stated.', direct('reason')],
  ['basis', 'Who concluded it; empty when stated.', direct('basis')],
  ['stance', 'Whether it speaks for or against.', direct('stance')],
  ['status', 'Where it stands in review.', direct('status')],
  ['source_id', 'Id of the document or register that says it.', (claim) => part(claim, 'source', 'id')],
  ['source_name', 'Its name.', (claim) => part(claim, 'source', 'name')],
  ['locator', 'Where in the source, for example 4 or fn3.', direct('locator')],
  ['paragraph_id', 'Id of that paragraph, where it is recorded.', (claim) => part(claim, 'paragraph', 'id')],
  ['paragraph_name', 'Its name.', (claim) => part(claim, 'paragraph', 'name')],
  [
    'voice_id',
    'Id of whose words they are; empty when the document speaks for itself.',
    (claim) => part(claim, 'voice', 'speaker', 'id'),
  ],
  ['voice_name', 'Name of whose words they are.', (claim) => part(claim, 'voice', 'speaker', 'name')],
  ['voice_capacity', 'In what capacity they speak.', (claim) => part(claim, 'voice', 'capacity')],
  [
    'relayed_by_count',
    'How many report the voice.',
    (claim) => (claim['relayedBy'] as readonly unknown[]).length,
  ],
  [
    'relayed_by_id',
    'Ids of who reports the voice, nearest to it first.',
    (claim) => entries(claim, 'relayedBy', 'id'),
    'list',
  ],
  [
    'inferred_from_count',
    'From how many claims it was inferred.',
    (claim) => (claim['inferredFrom'] as readonly unknown[]).length,
  ],
  ['inferred_from_id', 'Ids of those claims.', (claim) => entries(claim, 'inferredFrom', 'id'), 'list'],
  ['recorded_at', 'When it was recorded, as ISO 8601 in UTC.', direct('recordedAt')],
  ['register', 'The register or set of files that it came with, for example seed.', direct('register')],
];

/** The columns of every evidence file. */
export const EVIDENCE_COLUMNS: readonly Pick<Column, 'name' | 'type' | 'list' | 'description'>[] =
  COLUMNS.map(([name, description, , list]) => ({
    name,
    type: name.endsWith('_count') ? 'integer' : 'string',
    list: list !== undefined,
    description,
  }));

/** One line of cells for each claim about these targets. */
export const evidenceCells = (targets: readonly Row[]): string[][] =>
  targets.flatMap((target) =>
    ((target['claims'] ?? []) as readonly Row[]).map((claim) =>
      COLUMNS.map(([, , read]) => inert(textOf(read(claim, target)))),
    ),
  );
