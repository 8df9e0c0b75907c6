import { canonical, claimOf, type Claim, type ClaimValue } from '../../model/claim.js';
import type { EntityEntry, FactEntry } from '../../graph/writes/batch.js';
import type { WriteTransaction } from '../../graph/door.js';
import { readHeld, type Held } from '../../graph/reads/register.js';
import { kindOfId } from '../../model/kinds.js';
import type { Checked } from '../2-check/checked.js';

/** What an apply would change, worked out before anything is written. */
export interface Plan {
  /** Entities that are not there yet, or whose code-list row changed. */
  readonly entities: readonly EntityEntry[];
  /** Facts that are not there yet. */
  readonly facts: readonly FactEntry[];
  readonly create: readonly Claim[];
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
 * it had ended. Same place, other content: the old one ends. A claim that is no longer made is withdrawn.
 */
export function planOf(checked: Checked, held: Held, { sources, partial = false }: PlanOptions = {}): Plan {
  const facts = checked.facts.filter(({ identity }) => !held.facts.has(identity));
  const claims = underHeldIds(checked, held);
  const known = new Map(held.claims.map((claim) => [claim.id, claim]));
  const said = new Set(claims.map(({ id }) => id));
  const places = new Set(claims.map(({ place }) => place));
  const gone = partial
    ? []
    : held.claims.filter(
        ({ id, stands, place }) =>
          stands && !said.has(id) && (sources === undefined || sources.has(sourceAt(place))),
      );
  return {
    entities: [
      ...checked.entities.filter(
        ({ id, listed }) => !held.entities.has(id) || listingOf(listed) !== held.entities.get(id),
      ),
      ...(partial || sources ? [] : unlisted(checked, held)),
    ],
    facts,
    create: claims.filter(({ id }) => !known.has(id)),
    revive: claims.filter(({ id }) => known.get(id)?.stands === false).map(({ id }) => id),
    end: gone.filter(({ place }) => places.has(place)).map(({ id }) => id),
    withdraw: gone.filter(({ place }) => !places.has(place)).map(({ id }) => id),
    unchanged: claims.filter(({ id }) => known.get(id)?.stands).length,
  };
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
export const heldOf = (tx: WriteTransaction, register: string, { entities, facts }: Checked): Promise<Held> =>
  readHeld(
    tx,
    register,
    entities.map(({ id }) => id),
    facts,
  );

const listingOf = (listed: EntityEntry['listed']): string | null =>
  listed && `${listed.locator} ${listed.source} ${canonical(listed.values)}`;

/** A fact that the graph holds under another id keeps that id; the claims about it, and those that name it, go there. */
function underHeldIds({ facts, claims }: Checked, held: Held): readonly Claim[] {
  const renamed = new Map(
    facts.flatMap(({ id, identity }) => {
      const heldId = held.facts.get(identity);
      return heldId !== undefined && heldId !== id ? [[id, heldId] as const] : [];
    }),
  );
  if (renamed.size === 0) return claims;
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const moved = new Map<string, Claim>();
  // Premises first, since an id holds those of its premises.
  const move = (claim: Claim): Claim => {
    const done = moved.get(claim.id);
    if (done) return done;
    const { id, place: _place, inferredFrom, ...said } = claim;
    const made = claimOf({
      ...naming(said, renamed),
      inferredFrom: inferredFrom
        .map((premise) => {
          const own = known.get(premise);
          return own ? move(own).id : premise;
        })
        .sort(),
    });
    moved.set(id, made);
    return made;
  };
  return claims.map(move);
}

/** The same claim with every id in it as the graph has it. */
function naming<C extends Pick<Claim, 'target' | 'about' | 'value'>>(
  claim: C,
  renamed: ReadonlyMap<string, string>,
): C {
  const held = (id: string): string => renamed.get(id) ?? id;
  const { target, about, value } = claim;
  const end = about.indexOf(':') + 1;
  return {
    ...claim,
    target: held(target),
    about: about.slice(0, end) + (end > 0 ? held(about.slice(end)) : about),
    value: valueNaming(value, held),
  };
}

function valueNaming(value: ClaimValue, held: (id: string) => string): ClaimValue {
  if (typeof value === 'string') return held(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly string[]).map(held);
  if (!('notBefore' in value)) return value;
  return { ...value, notBefore: value.notBefore.map(held).sort(), notAfter: value.notAfter.map(held).sort() };
}
