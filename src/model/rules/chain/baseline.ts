import type { BaselineRefusal } from '../../values/chain.js';
import { independent } from '../independence.js';
import { countriesOf, lettersOf } from './bindings.js';
import { inWindow, orderOf, sharesFact } from './links.js';
import type { Binding, ChainDemands, ChainFact, Instance } from './terms.js';
import type { StepTies } from './ties.js';

/** How often a chain of two steps occurs, and how often it would if the second step's facts had each other's dates. */
export interface Baseline {
  /** Groups of countries that meet the chain in an independent combination of facts. */
  readonly observed: number;
  /** Mean over the shuffles. */
  readonly expected: number;
  /** Standard deviation over the shuffles. */
  readonly spread: number;
  /** Share of the shuffles that gave at least as many as observed, from 0 to 1. */
  readonly atLeastObserved: number;
  readonly shuffles: number;
  readonly seed: number;
}

/** Shuffles, and the number from which their order follows: the same graph always gives the same answer. */
export const SHUFFLES = 200;
export const SHUFFLE_SEED = 20_130_506;
/** Fewer observed than this are not judged. */
export const OBSERVED_LEAST = 30;
/** More facts than this are not shuffled. */
export const SHUFFLED_FACTS_MOST = 20_000;
/** Combinations of facts looked at over all shuffles; beyond, a request would take too long. */
export const SHUFFLED_COMBINATIONS_MOST = 5_000_000;

interface Pattern {
  readonly countries: readonly string[];
  /** Positions in `moving` of the facts of the second step, with the instance of the first. */
  readonly combinations: readonly { readonly first: Instance; readonly second: Instance }[];
}

/**
 * Holds a chain of two steps against chance: what a fact says of when it was (its dates, bounds by events, origins) is
 * shuffled among all facts of the second step, again and again; who did what stays. Combinations one leg of which is only
 * inferred from the other are never counted: they follow each other because a reader said so. It stops often, so that whoever
 * runs it can let others come to their turn.
 */
export function* baselineOf(
  demands: ChainDemands,
  ties: readonly StepTies[],
  facts: readonly (readonly ChainFact[])[],
  found: Iterable<Binding | null>,
): Generator<undefined, Baseline | { readonly refused: BaselineRefusal; readonly observed: number | null }> {
  const refused = refusalOf(demands, facts);
  if (refused) return { refused, observed: null };
  const step = demands.steps[1];
  const [one, two] = ties;
  if (!step || !one || !two) throw new Error('A chain of two steps has two steps.');
  const moving = [...(facts[1] ?? [])].sort((x, y) => (x.id < y.id ? -1 : 1)).map((fact) => ({ ...fact }));
  const copies = new Map(moving.map((fact) => [fact.id, fact]));
  const patterns = yield* patternsOf(demands, one, two, found, copies);
  if (!patterns) return { refused: 'TOO_MANY_FACTS', observed: null };
  const meets = ({ countries, combinations: tried }: Pattern): boolean =>
    tried.some(({ first, second }) => {
      const order = orderOf(first, second, countries);
      return demands.order.includes(order) && order !== 'NO' && inWindow(step, first, second) !== 'NO';
    });
  const count = (): number => patterns.filter(meets).length;
  const observed = count();
  if (observed < OBSERVED_LEAST) return { refused: 'TOO_FEW_OBSERVED', observed };
  const times = moving.map(({ period, grewOutOf }) => ({ period, grewOutOf }));
  const draw = numbers(SHUFFLE_SEED);
  const counts: number[] = [];
  for (let i = 0; i < SHUFFLES; i += 1) {
    shuffle(times, draw);
    moving.forEach((fact, j) => Object.assign(fact, times[j]));
    counts.push(count());
    yield;
  }
  const expected = counts.reduce((sum, n) => sum + n, 0) / SHUFFLES;
  return {
    observed,
    expected,
    spread: Math.sqrt(counts.reduce((sum, n) => sum + (n - expected) ** 2, 0) / SHUFFLES),
    atLeastObserved: counts.filter((n) => n >= observed).length / SHUFFLES,
    shuffles: SHUFFLES,
    seed: SHUFFLE_SEED,
  };
}

function refusalOf(
  { steps }: ChainDemands,
  facts: readonly (readonly ChainFact[])[],
): BaselineRefusal | null {
  if (steps.length !== 2 || steps.some(({ absent }) => absent) || steps[1]?.order !== 'THEN')
    return 'NOT_TWO_STEPS';
  return facts.reduce((sum, list) => sum + list.length, 0) > SHUFFLED_FACTS_MOST ? 'TOO_MANY_FACTS' : null;
}

/**
 * Each group of countries with its independent combinations, whose second facts are the copies that are shuffled; null as soon as
 * they are more than can be shuffled.
 */
function* patternsOf(
  { steps }: ChainDemands,
  one: StepTies,
  two: StepTies,
  found: Iterable<Binding | null>,
  copies: ReadonlyMap<string, ChainFact>,
): Generator<undefined, Pattern[] | null> {
  const [before, after] = steps;
  if (!before || !after) return [];
  const letters = lettersOf(steps);
  const patterns: Pattern[] = [];
  let left = SHUFFLED_COMBINATIONS_MOST / SHUFFLES;
  for (const binding of found) {
    yield;
    if (!binding) continue;
    const countries = countriesOf(after, letters, binding);
    const seconds = two.instances(countries);
    const combinations: { first: Instance; second: Instance }[] = [];
    for (const first of one.instances(countriesOf(before, letters, binding))) {
      yield;
      for (const second of seconds) {
        if (sharesFact(first, second) || !standsAlone(first, second)) continue;
        left -= 1;
        if (left < 0) return null;
        combinations.push({
          first,
          second: { key: second.key, facts: second.facts.map((fact) => copies.get(fact.id) ?? fact) },
        });
      }
    }
    if (combinations.length > 0) patterns.push({ countries, combinations });
  }
  return patterns;
}

const standsAlone = (first: Instance, second: Instance): boolean =>
  independent(
    [...first.facts, ...second.facts].map(({ evidence }) => evidence),
    new Map(),
  );

/** Numbers from 0 up to, but not with, 1: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher and Yates's shuffle, in place. */
function shuffle<T>(list: T[], draw: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}
