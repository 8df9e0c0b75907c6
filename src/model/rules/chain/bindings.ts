import { type ChainLetter } from '../../values/chain.js';
import type { Binding, ChainStep } from './terms.js';
import type { StepTies } from './ties.js';

/** The letters of a chain, in the order in which its present steps name them. */
export const lettersOf = (steps: readonly ChainStep[]): readonly ChainLetter[] => [
  ...new Set(steps.filter(({ absent }) => !absent).flatMap(({ who }) => who.map(({ letter }) => letter))),
];

/** The countries of one step, in its own order. */
export const countriesOf = (
  { who }: ChainStep,
  letters: readonly ChainLetter[],
  binding: Binding,
): readonly string[] => who.map(({ letter }) => binding[letters.indexOf(letter)] ?? '');

/** Orders bindings country by country; joined texts would sort `ab` before `a`. */
export function compareBindings(x: Binding, y: Binding): number {
  const at = x.findIndex((id, i) => id !== y[i]);
  return at < 0 ? 0 : (x[at] ?? '') < (y[at] ?? '') ? -1 : 1;
}

// Countries tried between two pauses.
const PAUSE = 500;

/**
 * Countries that meet every present step, whatever its order, sorted, after `after`; null now and then, so that whoever goes
 * through them can let others come to their turn. Where letters may be exchanged without
 * changing the question (two that shared experience), each set of countries comes once.
 */
export function* bindings(
  steps: readonly ChainStep[],
  ties: readonly StepTies[],
  after: Binding | null,
): Generator<Binding | null> {
  const letters = lettersOf(steps);
  const symmetries = symmetriesOf(steps, letters);
  const present = steps.flatMap((step, i) => {
    const met = ties[i];
    return step.absent || !met ? [] : [{ step, met }];
  });

  let tried = 0;
  function* bound(at: number, binding: readonly (string | undefined)[]): Generator<Binding | null> {
    tried += 1;
    if (tried % PAUSE === 0) yield null;
    const here = present[at];
    if (!here) {
      const whole = binding as Binding;
      if (after && compareBindings(whole, after) <= 0) return;
      if (symmetries.every((places) => compareBindings(whole, moved(whole, places)) <= 0)) yield whole;
      return;
    }
    for (const next of extended(here.step, here.met, binding)) yield* bound(at + 1, next);
  }

  function* extended(
    { who }: ChainStep,
    met: StepTies,
    binding: readonly (string | undefined)[],
  ): Generator<readonly (string | undefined)[]> {
    const [x = -1, y = -1] = who.map(({ letter }) => letters.indexOf(letter));
    const known = binding[x];
    const firsts = known === undefined ? met.firsts : [known];
    for (const first of firsts) {
      // The first letter alone decides whether a country lies before the cursor.
      if (known === undefined && (binding.includes(first) || (x === 0 && after && first < (after[0] ?? ''))))
        continue;
      const one = withAt(binding, x, first);
      if (y < 0) {
        if (met.instances([first]).length > 0) yield one;
        continue;
      }
      const wanted = binding[y];
      if (wanted !== undefined) {
        if (met.instances([first, wanted]).length > 0) yield one;
        continue;
      }
      for (const second of met.seconds(first)) if (!one.includes(second)) yield withAt(one, y, second);
    }
  }

  yield* bound(
    0,
    letters.map(() => undefined),
  );
}

const withAt = (
  binding: readonly (string | undefined)[],
  at: number,
  country: string,
): readonly (string | undefined)[] => binding.map((id, i) => (i === at ? country : id));

/** The places to which letters may move: for A and B exchanged, `[1, 0]`. */
type Places = readonly number[];

const moved = (binding: Binding, places: Places): Binding => places.map((place) => binding[place] ?? '');

/** The ways to exchange letters, but for none, that leave every step as it is. */
function symmetriesOf(steps: readonly ChainStep[], letters: readonly ChainLetter[]): Places[] {
  const asked = (places: Places): string =>
    JSON.stringify(
      steps.map(({ who }) =>
        who
          .map(({ letter, roles, countries }) => [
            places[letters.indexOf(letter)] ?? -1,
            [...(roles ?? ['*'])].sort(),
            [...(countries ?? ['*'])].sort(),
          ])
          .map((one) => JSON.stringify(one))
          .sort(),
      ),
    );
  const same = letters.map((_, i) => i);
  return arrangements(same).filter(
    (places) => asked(places) === asked(same) && places.some((place, i) => place !== i),
  );
}

const arrangements = (items: readonly number[]): Places[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        arrangements(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
      );
