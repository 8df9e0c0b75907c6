import type { Many } from '../../graph/chunks.js';
import type { Held } from '../../graph/reads/register.js';
import { claimOf, type Claim, type ClaimValue } from '../../model/claim.js';
import type { Checked } from '../2-check/checked.js';
import type { Keeping } from '../keeping.js';

/** A fact that the graph holds under another id keeps that id; the claims about it, and those that name it, go there. */
export function underHeldIds({ facts, claims }: Checked, held: Held, keeping: Keeping): Many<Claim> {
  const renamed = new Map(
    facts.flatMap(({ id, identity }) => {
      const heldId = held.facts.get(identity);
      return heldId !== undefined && heldId !== id ? [[id, heldId] as const] : [];
    }),
  );
  if (renamed.size === 0) return claims;
  const made = keeping.claims();
  // Premises come first, and an id holds those of its premises.
  const now = new Map<string, string>();
  for (const claim of claims) {
    const { id, place: _place, inferredFrom, ...said } = claim;
    const moved = claimOf({
      ...naming(said, renamed),
      inferredFrom: inferredFrom.map((premise) => now.get(premise) ?? premise).sort(),
    });
    if (moved.id !== id) now.set(id, moved.id);
    made.push(moved);
  }
  return made;
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
