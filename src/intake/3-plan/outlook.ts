import type { Held } from '../../graph/reads/register.js';
import { isFactId } from '../../model/kinds.js';
import type { Checked } from '../2-check/checked.js';
import type { Plan } from './plan.js';

/** Ids of entities and of facts. */
export interface Things {
  readonly entities: readonly string[];
  readonly facts: readonly string[];
}

/** What an import means for entities and facts, where a plan speaks of claims. */
export interface Outlook {
  /** Those of which the register says nothing any more. */
  readonly gone: Things;
  /** Those that the graph did not have. */
  readonly fresh: Things;
  /** Those of which the register says something again after it was taken back. */
  readonly again: Things;
  /** Those that the graph had from others, and of which this register speaks for the first time. */
  readonly merged: Things;
  /** Those of which the register says something else than before. */
  readonly changed: Things;
  readonly unchanged: Things;
  /** The claims that are taken back, each as the thing, what of it, and where it stood. */
  readonly withdrawn: readonly string[];
}

const things = (ids: Iterable<string>): Things => {
  const all = [...new Set(ids)].sort();
  return { entities: all.filter((id) => !isFactId(id)), facts: all.filter(isFactId) };
};

/** Sorts what an import names, and what it no longer names, by what becomes of it. */
export function outlookOf({ entities, facts }: Checked, held: Held, plan: Plan): Outlook {
  const fresh = new Set([...plan.entities, ...plan.facts].map(({ id }) => id));
  const named = new Set([
    ...entities.map(({ id }) => id),
    ...facts.map(({ id, identity }) => held.facts.get(identity) ?? id),
  ]);
  const [revived, dropped] = [new Set(plan.revive), new Set([...plan.end, ...plan.withdraw])];
  const before = new Set<string>();
  const differs = new Set<string>();
  for (const { target } of plan.create) differs.add(target);
  const stay = new Set(differs);
  const again = new Set<string>();
  for (const { id, target, stands } of held.claims) {
    if (stands) before.add(target);
    else if (revived.has(id)) again.add(target);
    if (revived.has(id) || dropped.has(id)) differs.add(target);
    if (revived.has(id) || (stands && !dropped.has(id))) stay.add(target);
  }
  const known = [...named].filter((id) => !fresh.has(id));
  const takenBack = new Set(plan.withdraw);
  const withdrawn: string[] = [];
  for (const { id, place } of plan.withdraw.length > 0 ? held.claims : [])
    if (takenBack.has(id)) withdrawn.push(inWords(place));
  return {
    gone: things([...before].filter((id) => !stay.has(id))),
    fresh: things(fresh),
    again: things(known.filter((id) => !before.has(id) && again.has(id))),
    merged: things(known.filter((id) => !before.has(id) && differs.has(id) && !again.has(id))),
    changed: things(known.filter((id) => before.has(id) && differs.has(id))),
    unchanged: things(known.filter((id) => before.has(id) && !differs.has(id))),
    withdrawn,
  };
}

/** The place of a claim as a person reads it. */
function inWords(place: string): string {
  const parts = place.split('|');
  // A locator may hold the bar too; the other parts never do.
  const [source, locator, target, about] = [
    parts[0],
    parts.slice(1, -3).join('|'),
    parts.at(-3),
    parts.at(-2),
  ];
  return `${target}, ${about} (${source}, ${locator})`;
}
