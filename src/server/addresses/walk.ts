import { parse, type GraphQLSchema } from 'graphql';
import { costOf } from '../../api/limits/cost.js';
import { LIMITS } from '../../api/limits/figures.js';
import { PAGE_MOST } from '../../api/types/page-args.js';
import { Fault } from '../../model/faults.js';
import type { Address } from '../../publish/address.js';
import { LEFT_OUT, PAGE } from '../../publish/documents.js';
import { rowsIn, type Row } from '../../publish/rows.js';
import type { Ask } from './asked.js';
import type { Arguments } from './parameters.js';

/** What a walk over the pages of an operation has come to. */
export interface Walked {
  readonly rows: number;
  /** Where the list goes on; null where it is at its end. */
  readonly next: string | null;
  /** What the question says that it left out; empty where it says nothing of the kind. */
  readonly leftOut: readonly Row[];
}

const SIZES = [PAGE_MOST, 50, 25, 10, 5, 1];

/** The rows that one page may have without being too costly. */
function pageSize(schema: GraphQLSchema, ask: Ask, page: string, args: Arguments): number {
  const fits = (first: number): boolean => {
    const { text, variables } = ask.sent(page, { ...args, first });
    return costOf(schema, parse(text), variables, undefined) <= LIMITS.cost;
  };
  return SIZES.find(fits) ?? 1;
}

/** The most rows that were asked for: `first`, or as many as a file may have. */
export function rowsWanted(args: Arguments, { unit }: Address): number {
  const first = unit.paged ? args['first'] : undefined;
  if (first === undefined || first === null) return LIMITS.fileRows;
  if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= LIMITS.fileRows)
    return first;
  throw new Fault('BAD_USER_INPUT', `The parameter first must be from 1 to ${LIMITS.fileRows} here.`, {
    details: { argument: 'first', limit: LIMITS.fileRows },
  });
}

/** Where a page of an answer says that the list goes on. */
export function nextOf(data: Record<string, unknown>, { unit }: Address): string | null {
  const root = data[unit.path[0] ?? ''] as Row | null | undefined;
  const page = root?.[PAGE] as { hasNextPage: boolean; endCursor: string | null } | undefined;
  return page?.hasNextPage === true ? page.endCursor : null;
}

/** Asks page after page and hands on the rows of each, until the end or as many as wanted. */
export async function walk(
  schema: GraphQLSchema,
  address: Address,
  args: Arguments,
  ask: Ask,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<Walked> {
  const { unit, table } = address;
  const wanted = rowsWanted(args, address);
  const size = unit.paged ? pageSize(schema, ask, table.first, args) : wanted;
  let after = (args['after'] as string | undefined) ?? null;
  let [rows, text] = [0, table.first];
  let leftOut: readonly Row[] = [];
  for (;;) {
    const paging = unit.paged ? { first: Math.min(size, wanted - rows), after } : {};
    const { data } = await ask(text, { ...args, ...paging });
    const found = rowsIn(data, unit.path);
    if (text === table.first) leftOut = leftOutOf(data[unit.path[0] ?? '']);
    rows += found.length;
    await take(found);
    const next = nextOf(data, address);
    if (next === null || rows >= wanted) return { rows, next, leftOut };
    if (next === after) throw new Error('A page ended where it began.');
    [after, text] = [next, table.further];
  }
}

const leftOutOf = (root: unknown): readonly Row[] =>
  ((root as Row | null)?.[LEFT_OUT] as readonly Row[] | null | undefined) ?? [];
