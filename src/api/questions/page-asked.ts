import type { Page } from '../../graph/reads/page.js';
import { Fault } from '../../model/faults.js';
import { PAGE_DEFAULT, PAGE_MOST } from '../types/page-args.js';
import { keyOf } from './cursor.js';

/** Arguments of a connection as they arrive. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The page asked for, checked; `isKey` tells whether a key is one of the list at hand. `field` is named in faults. */
export function pageAsked({ first, after }: PageArgs, field: string, isKey: (key: string) => boolean): Page {
  const rows = first ?? PAGE_DEFAULT;
  if (rows < 1 || rows > PAGE_MOST) {
    throw new Fault('BAD_USER_INPUT', `${field}(first:) must be from 1 to ${PAGE_MOST}.`, {
      details: { argument: 'first', limit: PAGE_MOST },
    });
  }
  if (after === null || after === undefined) return { first: rows, after: null };
  const key = keyOf(after);
  if (key === null || !isKey(key)) {
    throw new Fault(
      'BAD_USER_INPUT',
      `${field}(after:) must be the endCursor of a page of the same list, asked with the same filter.`,
      { details: { argument: 'after' } },
    );
  }
  return { first: rows, after: key };
}
