import type { Party } from '../claim.js';
import type { Kind } from '../declaration.js';
import type { Certainty } from '../values/certainty.js';
import { alsoSaid, bestCertainty, byWeight, distinct, groupedBy, type Said } from './weigh.js';

/** A party as a fact shows it, one for each role and capacity. */
export type RolledUpParty = Party & { readonly certainty: Certainty };

// Details that mean something only together, so that a name never joins another source's office.
const DETAILS = [['office', 'officeHolder'], ['through'], ['low', 'high', 'words'], ['from', 'to']] as const;

/** Parties of a fact: each stands when something supports it, with each detail from the best that gives it. */
export function rollUpParties(
  kind: Kind,
  said: readonly Said[],
): { parties: RolledUpParty[]; conflicts: string[] } {
  if (kind.sort !== 'fact') return { parties: [], conflicts: [] };
  const parties: RolledUpParty[] = [];
  const conflicts: string[] = [];
  for (const [about, group] of groupedBy(said, (one) => one.about)) {
    if (!about.startsWith('party:')) continue;
    const given = [...group].sort(byWeight).map(({ value }) => value as Party);
    const [first] = given;
    if (!first) continue;
    let party: RolledUpParty = { ...first, certainty: bestCertainty(group) ?? 'INFERRED' };
    for (const names of DETAILS) {
      const told = given.map((one) => Object.fromEntries(names.map((name) => [name, one[name]])));
      const [best, ...others] = distinct(
        told.filter((detail) => Object.values(detail).some((one) => one !== null)),
      );
      party = { ...party, ...best };
      conflicts.push(...alsoSaid(about, others.map(wording)));
    }
    parties.push(party);
  }
  return { parties, conflicts };
}

const wording = (detail: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(detail)
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
    .join(', ');
