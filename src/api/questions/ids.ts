import { LIMITS } from '../limits/figures.js';
import { kindsAt } from '../../graph/reads/projection.js';
import type { Kind } from '../../model/declaration.js';
import { Fault } from '../../model/faults.js';
import { kindOfId } from '../../model/kinds.js';

/** Entries that a list argument may hold. */
export const LIST_MOST: number = LIMITS.listEntries;

/** The list as given, or undefined where none is; an empty list would silently find nothing. */
export function listAsked<T>(
  list: readonly T[] | null | undefined,
  argument: string,
  most = LIST_MOST,
): readonly T[] | undefined {
  if (list === null || list === undefined) return undefined;
  if (list.length === 0)
    throw new Fault('BAD_USER_INPUT', `${argument} is an empty list; leave it out to ask for all.`, {
      details: { argument },
    });
  if (list.length > most) {
    throw new Fault('BAD_USER_INPUT', `${argument} may hold at most ${most} entries.`, {
      details: { argument, limit: most },
    });
  }
  return [...new Set(list)];
}

function wrongId(argument: string, kinds: readonly Kind[], given: Kind | undefined): Fault {
  const form = kinds.slice(0, 3).map(({ prefix }) => `${prefix}/...`);
  const names = kinds.map(({ kind }) => kind).join(', ');
  return new Fault(
    'BAD_USER_INPUT',
    `${argument} takes ids of ${names} (${form.join(', ')}${kinds.length > 3 ? ' and so on' : ''}), but was given ${given ? `one of ${given.kind}` : 'what is no id'}.`,
    { details: { argument, expected: kinds.map(({ kind }) => kind) } },
  );
}

/** Checks that an id is one of the allowed kinds; whether it exists is not asked. */
export function idAsked(id: string, argument: string, allowed: readonly string[]): string {
  const kinds = kindsAt(allowed);
  const given = kindOfId(id);
  if (!given || !kinds.includes(given)) throw wrongId(argument, kinds, given);
  return id;
}

/** Checks a list of ids; undefined where none is given. */
export const idsAsked = (
  ids: readonly string[] | null | undefined,
  argument: string,
  allowed: readonly string[],
  most = LIST_MOST,
): readonly string[] | undefined =>
  listAsked(ids, argument, most)?.map((id) => idAsked(id, argument, allowed));

/** The full id of one of a kind, from the full id or from what follows the kind: `country/egy`, `egy`. */
export function idOfKind(given: string, argument: string, kind: Kind): string {
  if (!given.includes('/')) return `${kind.prefix}/${given.toLowerCase()}`;
  return idAsked(given, argument, [kind.kind]);
}
