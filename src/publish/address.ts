import { parse, print, type GraphQLSchema } from 'graphql';
import { columnsOf, type Column } from './columns.js';
import { firstPageDocument, pagedDocument, tableDocument } from './documents.js';
import { evidencedPaths } from './evidence.js';
import { selectedIn } from './selection.js';
import { unitOf, type Unit } from './unit.js';
import { variablesOf, type Variable } from './variables.js';

/** A saved operation made ready to be answered at its addresses. */
export interface Address {
  readonly description: string;
  readonly unit: Unit;
  readonly variables: readonly Variable[];
  /** What `.json` asks: the operation, a page of it. */
  readonly page: string;
  /** What files ask: first for the first page, then for each further one. */
  readonly table: { readonly first: string; readonly further: string };
  readonly columns: readonly Column[];
  /** Ways from a row to what its evidence is of. */
  readonly evidenced: readonly (readonly string[])[];
}

/** Reads a saved operation; throws in words where it cannot have addresses. */
export function addressOf(schema: GraphQLSchema, text: string): Address {
  const document = parse(text);
  const root = selectedIn(schema, document);
  const unit = unitOf(text, root);
  const page = pagedDocument(document, unit);
  const table = tableDocument(schema, page, unit);
  let row = selectedIn(schema, table);
  for (const key of unit.path.slice(1)) row = row.below.get(key) as typeof row;
  return {
    description: leadingComment(text),
    unit,
    variables: variablesOf(schema, page),
    page: print(page),
    table: { first: print(firstPageDocument(table, root)), further: print(table) },
    columns: columnsOf(row),
    evidenced: evidencedPaths(row),
  };
}

/** The comment at the head of a file, but for what it says about rows. */
const leadingComment = (text: string): string =>
  (/^(?:[ \t]*#.*\n)*/.exec(text)?.[0] ?? '')
    .split('\n')
    .filter((line) => !/^#\s*rows:/.test(line))
    .map((line) => line.replace(/^\s*#\s?/, ''))
    .join(' ')
    .trim();
