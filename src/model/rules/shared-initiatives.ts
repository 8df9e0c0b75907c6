/** A fact by which countries stand in initiatives for themselves. */
export interface InitiativeFact {
  readonly id: string;
  readonly countries: readonly string[];
  readonly initiatives: readonly string[];
}

/** An initiative in which both countries of a pair stand, and the facts that say so, sorted by id. */
export interface SharedInitiative {
  readonly initiative: string;
  readonly facts: readonly string[];
}

/** The initiatives in which both countries of a pair stand, by one fact or by a fact each, sorted by id. */
export type SharedBy = (a: string, b: string) => readonly SharedInitiative[];

/** Works out who stands in which initiative once, for all pairs. */
export function sharedInitiatives(facts: readonly InitiativeFact[]): SharedBy {
  const standing = new Map<string, Map<string, Set<string>>>();
  for (const { id, countries, initiatives } of facts)
    for (const country of countries) {
      const own = standing.get(country) ?? new Map<string, Set<string>>();
      standing.set(country, own);
      for (const initiative of initiatives)
        own.set(initiative, (own.get(initiative) ?? new Set<string>()).add(id));
    }
  return (a, b) => {
    const ofB = standing.get(b);
    return [...(standing.get(a) ?? [])]
      .flatMap(([initiative, ids]) => {
        const others = ofB?.get(initiative);
        return others ? [{ initiative, facts: [...new Set([...ids, ...others])].sort() }] : [];
      })
      .sort((x, y) => (x.initiative < y.initiative ? -1 : 1));
  };
}
