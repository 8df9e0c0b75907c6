import { RULES, type Rule } from './rules.js';

/** Where something is wrong, and what. */
export interface Place {
  readonly id: string;
  /** Property, end or edge; null when the whole thing is meant. */
  readonly property: string | null;
  readonly what: string;
}

/** What came of one rule. */
export interface RuleResult {
  readonly rule: Rule;
  readonly says: string;
  readonly checked: number;
  readonly wrong: number;
  /** The first of the places; `wrong` counts all. */
  readonly places: readonly Place[];
}

const PLACES_MOST = 20;

/**
 * Collects what the rules find. A fault is told once, by the rule that is nearest to it: what only follows from it
 * (another roll-up, another key) is asked for by `isTold` and left out.
 */
export class Findings {
  readonly #checked = new Map<Rule, number>();
  readonly #wrong = new Map<Rule, number>();
  readonly #places = new Map<Rule, Place[]>();
  readonly #told = new Set<string>();

  checked(rule: Rule, count = 1): void {
    this.#checked.set(rule, (this.#checked.get(rule) ?? 0) + count);
  }

  /** Notes a fault; `also` are ids of what is worked out from it. */
  wrong(rule: Rule, id: string, property: string | null, what: string, also: readonly string[] = []): void {
    this.#wrong.set(rule, (this.#wrong.get(rule) ?? 0) + 1);
    const places = this.#places.get(rule) ?? [];
    if (places.length < PLACES_MOST) this.#places.set(rule, [...places, { id, property, what }]);
    this.#told.add(`${id} ${property ?? '*'}`).add(id);
    for (const other of also) this.#told.add(`${other} *`).add(other);
  }

  /** Notes that a property follows from a fault that was told elsewhere. */
  follows(id: string, property: string): void {
    this.#told.add(`${id} ${property}`).add(id);
  }

  /** Whether something was told of a thing; with a property, of that property or of the thing as a whole. */
  isTold(id: string, property?: string): boolean {
    if (property === undefined) return this.#told.has(id);
    return this.#told.has(`${id} *`) || this.#told.has(`${id} ${property}`);
  }

  results(): RuleResult[] {
    return (Object.keys(RULES) as Rule[]).map((rule) => ({
      rule,
      says: RULES[rule],
      checked: this.#checked.get(rule) ?? 0,
      wrong: this.#wrong.get(rule) ?? 0,
      places: this.#places.get(rule) ?? [],
    }));
  }
}
