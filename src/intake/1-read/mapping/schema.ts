import { z } from 'zod';
import { redistribution } from '../../../model/values/redistribution.js';

const text = z.string().min(1);
/** One name or several. */
const names = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text).min(1));

/** Formats in which a column may give dates. */
export const DATE_FORMATS = ['iso', 'year', 'd/m/Y', 'm/d/Y', 'd.m.Y', 'd-m-Y', 'Y/m/d', 'epoch-ms'] as const;
/** One format of dates. */
export type DateFormat = (typeof DATE_FORMATS)[number];

const column = z.strictObject({
  /** Another column whose cell is read, so that one cell can be turned into two things. */
  from: text.optional(),
  /** Reads control characters that a wrong encoding left as the signs that were meant (Windows-1252); the rest become spaces. */
  mend: z.literal('windows-1252').optional(),
  /** Only what follows the first of these in the cell is read; all of it where there is none. */
  after: text.optional(),
  /** Only what stands before the first of these. */
  before: text.optional(),
  /** What separates the entries of a list inside the cell. */
  list: text.optional(),
  /** Code list: what stands in the cell, and what it means. */
  values: z.record(text, z.string()).optional(),
  /** What becomes of an entry that the code list does not have. */
  unlisted: z.enum(['refuse', 'keep', 'empty']).optional(),
  date: z.enum(DATE_FORMATS).optional(),
  /** Time zone of epoch milliseconds, for example Europe/Paris. */
  zone: text.optional(),
  /** What sort of thing the entry names; who is who finds its id. */
  means: z.enum(['country', 'group', 'agency', 'actor', 'initiative']).optional(),
  /** Column with a code for what is named. */
  code: text.optional(),
  /** Column with the country in which it is. */
  country: text.optional(),
  /** Whether a file without the column is read all the same. */
  optional: z.boolean().optional(),
});

const condition = z.strictObject({
  /** All of these columns are filled. */
  filled: names.optional(),
  /** At least one of these is. */
  any: names.optional(),
  /** None of these is. */
  empty: names.optional(),
  /** Each column has one of these values, as the file writes it. */
  is: z.record(text, names).optional(),
  /** No column has one of these values. */
  isNot: z.record(text, names).optional(),
});

const statement = z.strictObject({
  kind: text,
  id: text,
  when: condition.optional(),
  /** A list column: the statement is made once for each of its entries. */
  each: text.optional(),
  /** A list column, or two columns: the statement is made once for each pair, {one} and {other}. */
  pairs: z.union([text, z.tuple([text, text])]).optional(),
  locator: text.optional(),
  /** The row's key unless stated; the word none where rows of other registers may state the same fact. */
  occasion: text.optional(),
  cells: z.record(text, names),
});

const source = z.strictObject({
  name: text,
  publisher: text.optional(),
  licence: text.optional(),
  redistribution: z.enum(Object.keys(redistribution.values) as [string, ...string[]]).optional(),
  address: text.optional(),
  retrieved: text.optional(),
  covers: names.optional(),
});

const table = z.strictObject({
  table: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write small letters, digits and hyphens.'),
  /** Name of its file; * stands for anything. */
  file: text,
  format: z.enum(['csv', 'tsv', 'xlsx', 'json']).optional(),
  separator: z.string().length(1).optional(),
  encoding: z.enum(['utf-8', 'latin-1', 'windows-1252']).optional(),
  sheet: text.optional(),
  source,
  /** Whether each file is a source of its own; else the table is one, whatever its file is called. */
  sourcePerFile: z.boolean().optional(),
  key: text,
  columns: z.record(text, column.nullable()),
  /** Columns that are known and not taken in, with the reason. */
  passedOver: z.record(text, text).optional(),
  states: z.array(statement).min(1),
});

/** A mapping: how the rows of a register's files become rows of the graph's kinds. */
export const mappingSchema = z.strictObject({
  mapping: z.literal(1),
  register: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write small letters, digits and hyphens.'),
  about: text,
  /** Files that are known and not taken in, each with the reason; * stands for anything. */
  passedOver: z.record(text, text).optional(),
  tables: z.array(table).min(1),
});

/** One column of a table, as the mapping declares it. */
export type ColumnRule = z.infer<typeof column>;
/** When a statement is made. */
export type Condition = z.infer<typeof condition>;
/** One statement that each row makes. */
export type StatementRule = z.infer<typeof statement>;
/** One table of a register. */
export type TableRule = z.infer<typeof table>;
/** A whole mapping. */
export type Mapping = z.infer<typeof mappingSchema>;
