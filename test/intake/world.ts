import { FILES } from '../../src/intake/1-read/files.js';
import type { Row } from '../../src/intake/1-read/row.js';
import { readTable } from '../../src/intake/1-read/table.js';
import { check, type CheckOptions } from '../../src/intake/2-check/check.js';
import type { Checked } from '../../src/intake/2-check/checked.js';
import type { Claim } from '../../src/model/claim.js';
import { Faults, placeInWords, type FaultPlace } from '../../src/intake/faults.js';

/** Cells of one row, by column. */
export type Cells = Readonly<Record<string, string>>;
/** Rows of an import, by file. */
export type World = Readonly<Record<string, readonly Cells[]>>;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Rows as if read from files; the header of a file holds every column that one of its rows fills. */
export function rowsOf(world: World): Row[] {
  return [...FILES].flatMap(([file, kind]) => {
    const rows = world[file] ?? [];
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    if (kind !== 'claim') header.push(...['id', 'source'].filter((name) => !header.includes(name)));
    const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
    if (rows.length === 0) return [];
    const stated: Row[] = [];
    const text = lines.map((cells) => cells.map(quoted).join(',')).join('\n');
    const faults = readTable(file, kind, text, (row) => stated.push(row));
    if (faults.length > 0) throw new Faults(faults);
    return stated;
  });
}

/** What an import says, with its claims at hand. */
export interface CheckedWorld extends Checked {
  readonly claims: readonly Claim[];
}

/** What an import says. */
export function checked(world: World, options?: CheckOptions): CheckedWorld {
  const said = check(rowsOf(world), options);
  return { ...said, claims: [...said.claims] };
}

/** What is wrong with rows. */
export function faultsIn(rows: readonly Row[], options?: CheckOptions): readonly FaultPlace[] {
  try {
    check(rows, options);
  } catch (error) {
    if (error instanceof Faults) return error.places;
    throw error;
  }
  return [];
}

/** What is wrong with an import. */
export const faultsOf = (world: World, options?: CheckOptions): readonly FaultPlace[] =>
  faultsIn(rowsOf(world), options);

/** The same, each in one line. */
export const linesOf = (world: World, options?: CheckOptions): string[] =>
  faultsOf(world, options).map(placeInWords);

/** A world with rows added to some of its files. */
export const plus = (world: World, more: World): World => ({
  ...world,
  ...Object.fromEntries(
    Object.entries(more).map(([file, rows]) => [file, [...(world[file] ?? []), ...rows]]),
  ),
});

/** A world with cells of one row changed; the row is counted from 0. */
export const changed = (world: World, file: string, index: number, cells: Cells): World => ({
  ...world,
  [file]: (world[file] ?? []).map((row, at) => (at === index ? { ...row, ...cells } : row)),
});

const said = { source: 'document/summary', locator: '4' };
const listed = { source: 'source/list', locator: 'x' };
const country = (id: string, name: string): Cells => ({
  id: `country/${id}`,
  name,
  ...listed,
  independent: 'yes',
});
const topic = (id: string, broader: string): Cells => ({
  id: `topic/${id}`,
  name: id,
  scheme: 'ip',
  broader,
  ...listed,
});

/** A small sound import: two countries share at a meeting and work together afterwards. */
export const SOUND: World = {
  'sources.csv': [{ id: 'source/list', name: 'A list', licence: 'CC0-1.0', retrieved: '2026-01-31' }],
  'entities/countries.csv': [country('egy', 'Egypt'), country('ind', 'India'), country('per', 'Peru')],
  'entities/agencies.csv': [
    { id: 'agency/office', name: 'Office', agencyType: 'IP_OFFICE', country: 'country/egy', ...said },
    { id: 'agency/part', name: 'Part', partOf: 'agency/office', contactOffice: 'Front desk', ...said },
  ],
  'entities/topics.csv': [topic('ip', ''), topic('patents', 'topic/ip'), topic('pharma', 'topic/patents')],
  'entities/documents.csv': [
    { id: 'document/summary', name: 'Summary', documentForm: 'REPORT', ...said, locator: 'head' },
  ],
  'entities/meetings.csv': [
    {
      id: 'meeting/cairo',
      name: 'Cairo',
      otherNames: 'First | Second',
      period: '2013-05-06/2013-05-08',
      ...said,
    },
    { id: 'meeting/annual', name: 'Annual', notBefore: 'meeting/cairo', ...said },
  ],
  'entities/proposals.csv': [
    {
      id: 'proposal/web',
      name: 'Web page',
      nature: 'ASK',
      addressees: 'agency/office',
      topics: 'topic/ip',
      ...said,
    },
  ],
  'entities/paragraphs.csv': [
    { id: 'paragraph/summary-4', name: '4', document: 'document/summary', order: '5', ...said },
  ],
  'facts/exchanges.csv': [
    {
      id: 'exchange/cairo',
      party: 'country/egy:participant | country/ind:participant',
      topics: 'topic/patents | topic/ip',
      meeting: 'meeting/cairo',
      period: '2013-05-06/2013-05-08',
      ...said,
      certainty: 'INFERRED',
      reason: 'They met there.',
      basis: 'READER',
      inferredFrom: 'cooperation/pair#existence | cooperation/pair#origin',
    },
  ],
  'facts/cooperations.csv': [
    {
      id: 'cooperation/pair',
      party: 'country/egy:learner',
      office: 'Counsellor',
      topics: 'topic/pharma',
      grewOutOf: 'meeting/cairo',
      stage: 'UNDER_WAY',
      notBefore: 'meeting/cairo',
      ...said,
      voice: 'country/egy',
      relayedBy: 'agency/office',
    },
    {
      id: 'cooperation/pair',
      party: 'country/ind:provider',
      ...said,
      voice: 'country/egy',
      relayedBy: 'agency/office',
    },
  ],
  'facts/participations.csv': [
    {
      id: 'participation/per',
      party: 'country/per:participant',
      low: '1',
      high: '3',
      meeting: 'meeting/cairo',
      ...said,
    },
  ],
  'facts/findings.csv': [
    {
      id: 'finding/count',
      subject: 'meeting/cairo',
      measure: 'participants',
      low: '100',
      high: '120.5',
      ...said,
    },
  ],
  'facts/mentions.csv': [
    {
      id: 'mention/per',
      paragraph: 'paragraph/summary-4',
      names: 'country/per',
      topics: 'topic/ip',
      ...said,
    },
  ],
  'claims.csv': [
    { target: 'meeting/cairo', about: 'place', value: 'Cairo', ...said, locator: '2' },
    {
      target: 'cooperation/pair',
      about: 'party:country/egy:learner',
      ...said,
      locator: '9',
      stance: 'CONTRADICTS',
    },
  ],
};
