import { canonical, type Claim } from '../../model/claim.js';
import type { EntityEntry, FactEntry } from '../../graph/writes/batch.js';
import type { Many } from '../../graph/chunks.js';
import type { WriteTransaction } from '../../graph/door.js';
import { readHeld, type Held } from '../../graph/reads/register.js';
import { kindOfId } from '../../model/kinds.js';
import type { Checked } from '../2-check/checked.js';
import { IN_MEMORY, type Keeping } from '../keeping.js';
import { underHeldIds } from './held-ids.js';

/** What an apply would change, worked out before anything is written. */
export interface Plan {
  /** Entities that are not there yet, or whose code-list row changed. */
  readonly entities: readonly EntityEntry[];
  /** Facts that are not there yet. */
  readonly facts: readonly FactEntry[];
  readonly create: Many<Claim>;
  readonly revive: readonly string[];
  readonly end: readonly string[];
  readonly withdraw: readonly string[];
  readonly unchanged: number;
}

/** Whether a plan changes nothing. */
export const isEmpty = (plan: Plan): boolean =>
  [plan.entities, plan.facts, plan.create, plan.revive, plan.end, plan.withdraw].every(
    (list) => list.length === 0,
  );

/** How far what a register no longer says is taken back. */
export interface PlanOptions {
  /** Only claims that cite these are taken back; left out, all of the register's. */
  readonly sources?: ReadonlySet<string>;
  /** Whether nothing is taken back, since the import says only a part. */
  readonly partial?: boolean;
}

/** Id of the Document or Source that says a claim, from the place of the claim. */
export const sourceAt = (place: string): string => place.slice(0, place.indexOf('|'));

/**
 * Compares all that an import says with what the graph holds of the same register. Same claim: unchanged, or revived if
 * it had ended. Same place, other content: the old one ends. A claim that is no longer made is withdrawn. Both are read
 * through, and only ids of what the graph holds are in memory.
 */
export function planOf(
  checked: Checked,
  held: Held,
  { sources, partial = false }: PlanOptions = {},
  keeping: Keeping = IN_MEMORY,
): Plan {
  const claims = underHeldIds(checked, held, keeping);
  const { create, revive, unchanged, left } = compared(claims, held.claims, keeping);
  const gone = new Map<string, string[]>();
  for (const { id, place } of partial ? [] : held.claims)
    if (left.has(id) && (sources === undefined || sources.has(sourceAt(place))))
      gone.set(place, [...(gone.get(place) ?? []), id]);
  const end: string[] = [];
  for (const { place } of gone.size > 0 ? claims : []) {
    end.push(...(gone.get(place) ?? []));
    gone.delete(place);
  }
  return {
    entities: [
      ...checked.entities.filter(
        ({ id, listed }) => !held.entities.has(id) || listingOf(listed) !== held.entities.get(id),
      ),
      ...(partial || sources ? [] : unlisted(checked, held)),
    ],
    facts: checked.facts.filter(({ identity }) => !held.facts.has(identity)),
    create,
    revive,
    end,
    withdraw: [...gone.values()].flat(),
    unchanged,
  };
}

/** What is said now beside what was said before; `left` are ids of claims that stand and are said no more. */
function compared(
  claims: Many<Claim>,
  before: Held['claims'],
  keeping: Keeping,
): Pick<Plan, 'create' | 'revive' | 'unchanged'> & { readonly left: ReadonlySet<string> } {
  if (before.length === 0) return { create: claims, revive: [], unchanged: 0, left: new Set() };
  const [standing, ended] = [new Set<string>(), new Set<string>()];
  for (const { id, stands } of before) (stands ? standing : ended).add(id);
  const create = keeping.claims();
  const revive: string[] = [];
  let unchanged = 0;
  for (const claim of claims) {
    if (standing.delete(claim.id)) unchanged += 1;
    else if (ended.has(claim.id)) revive.push(claim.id);
    else create.push(claim);
  }
  return { create, revive, unchanged, left: standing };
}

/** Entities that only a code list of the register named, and that it names no more. */
function unlisted({ entities }: Checked, held: Held): EntityEntry[] {
  const named = new Set(entities.map(({ id }) => id));
  return [...held.entities].flatMap(([id, listing]) => {
    const kind = kindOfId(id)?.kind;
    return listing === null || named.has(id) || kind === undefined ? [] : [{ id, kind, listed: null }];
  });
}

/** What the graph holds of a register and of what an import names. */
export const heldOf = (
  tx: WriteTransaction,
  register: string,
  { entities, facts }: Checked,
  keeping: Keeping = IN_MEMORY,
): Promise<Held> =>
  readHeld(
    tx,
    register,
    entities.map(({ id }) => id),
    facts,
    keeping.held(),
  );

const listingOf = (listed: EntityEntry['listed']): string | null =>
  listed && `${listed.locator} ${listed.source} ${canonical(listed.values)}`;
