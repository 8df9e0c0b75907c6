import type { ChangesFilter } from '../../../graph/reads/changes/changes.js';
import type { Since } from '../../../graph/reads/changes/since.js';
import type { Page } from '../../../graph/reads/page.js';
import { Fault } from '../../../model/faults.js';
import { kindOfId } from '../../../model/kinds.js';
import { listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly since?: string | null;
  readonly kinds?: readonly string[] | null;
}

const FIELD = 'changes';
const BATCH = /^batch\/[^\s|]{1,200}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// A version has a place of twelve digits in the keys.
const VERSION = /^\d{1,12}$/;
const KEY = /^\d{12}\|(?<id>.+)$/;

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

function sinceAsked(since: string | null | undefined): Since {
  if (since === null || since === undefined) return { by: 'start' };
  if (VERSION.test(since)) return { by: 'version', version: Number(since) };
  if (BATCH.test(since)) return { by: 'batch', id: since };
  if (isDay(since)) return { by: 'day', day: since };
  throw new Fault(
    'BAD_USER_INPUT',
    `${FIELD}(since:) takes a version of the graph ("12"), the id of a batch ("batch/seed-1") or a day that exists ("2026-03-01").`,
    { details: { argument: 'since' } },
  );
}

/** Checks the arguments; a fault names the argument and what it takes. */
export const changesAsked = (given: Given): { readonly filter: ChangesFilter; readonly page: Page } => ({
  filter: {
    since: sinceAsked(given.since),
    kinds: listAsked(given.kinds, `${FIELD}(kinds:)`) ?? null,
  },
  page: pageAsked(given, FIELD, (key) => kindOfId(KEY.exec(key)?.groups?.['id'] ?? '') !== undefined),
});
