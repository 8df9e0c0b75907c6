import type { Absence, ChainLetter } from '../../values/chain.js';
import type { LeftOutReason } from '../../values/left-out.js';
import type { Order } from '../../values/order.js';
import { independent } from '../independence.js';
import { laterOf } from '../order.js';
import { countriesOf, lettersOf } from './bindings.js';
import { inWindow, orderOf, sharesFact } from './links.js';
import type {
  Binding,
  ChainDemands,
  ChainFound,
  ChainStep,
  ChainVerdict,
  Covered,
  Instance,
  StepFound,
} from './terms.js';
import type { StepTies } from './ties.js';

/** Steps of combinations, facts of absent steps among them, that are tried for one group of countries and one order. */
export const TRIED_MOST = 20_000;

// From the first check to the last: countries are counted under the check that they came furthest to.
const CHECKS = [
  'STEPS_OUT_OF_ORDER',
  'STEPS_AFTER_WINDOW',
  'STEP_NOT_ABSENT',
  'STEPS_ORDER_NOT_ASKED',
  'STEPS_NOT_INDEPENDENT',
] as const satisfies readonly LeftOutReason[];

/** Weighs all ways in which some countries meet a chain: the best-ordered, then the earliest, is the answer. */
export function weighChain(
  demands: ChainDemands,
  ties: readonly StepTies[],
  binding: Binding,
  covered: Covered,
): ChainVerdict {
  const weighing = new Weighing(demands, ties, binding, covered);
  for (const sought of ['DEFINITE', 'POSSIBLE'] as const) {
    const answer = weighing.best(sought);
    if (answer) return { answer };
  }
  return { leftOut: weighing.exhausted ? 'TOO_MANY_COMBINATIONS' : (CHECKS[weighing.furthest] ?? CHECKS[0]) };
}

type Sought = 'DEFINITE' | 'POSSIBLE';

class Weighing {
  furthest = 0;
  exhausted = false;
  #tried = 0;
  readonly #letters: readonly ChainLetter[];
  readonly #steps: readonly {
    readonly step: ChainStep;
    readonly countries: readonly string[];
    readonly instances: readonly Instance[];
  }[];

  constructor(
    readonly demands: ChainDemands,
    ties: readonly StepTies[],
    binding: Binding,
    readonly covered: Covered,
  ) {
    this.#letters = lettersOf(demands.steps);
    this.#steps = demands.steps.map((step, i) => {
      const countries = countriesOf(step, this.#letters, binding);
      return { step, countries, instances: ties[i]?.instances(countries) ?? [] };
    });
  }

  /** The earliest way that is in this order over all its steps. */
  best(sought: Sought): ChainFound | null {
    this.#tried = 0;
    return this.#from(0, [], sought);
  }

  /** Counts one more; true once there were too many, which holds up everybody else. */
  #exhausts(): boolean {
    this.#tried += 1;
    this.exhausted ||= this.#tried > TRIED_MOST;
    return this.#tried > TRIED_MOST;
  }

  #fails(check: (typeof CHECKS)[number]): void {
    this.furthest = Math.max(this.furthest, CHECKS.indexOf(check));
  }

  /** Chooses a fact for each present step in turn; `chosen` holds null for an absent one. */
  #from(at: number, chosen: readonly (Instance | null)[], sought: Sought): ChainFound | null {
    const here = this.#steps[at];
    if (!here) return this.#judged(chosen, sought);
    if (here.step.absent) return this.#from(at + 1, [...chosen, null], sought);
    const before = chosen.findLast((one) => one !== null) ?? null;
    for (const instance of here.instances) {
      if (this.#exhausts()) return null;
      if (chosen.some((one) => one && sharesFact(one, instance))) continue;
      const order = before && this.#linked(here.step, here.countries, before, instance);
      if (order === 'NO' || (order === 'POSSIBLE' && sought === 'DEFINITE')) continue;
      const found = this.#from(at + 1, [...chosen, instance], sought);
      if (found) return found;
    }
    return null;
  }

  #linked(step: ChainStep, countries: readonly string[], before: Instance, instance: Instance): Order {
    const order = step.order === 'ANY' ? 'DEFINITE' : orderOf(before, instance, countries);
    if (order === 'NO') return 'NO';
    if (inWindow(step, before, instance) !== 'NO') return order;
    this.#fails('STEPS_AFTER_WINDOW');
    return 'NO';
  }

  #judged(chosen: readonly (Instance | null)[], sought: Sought): ChainFound | null {
    const { order: asked, independentOnly } = this.demands;
    const steps: StepFound[] = [];
    for (const [i, { step, countries }] of this.#steps.entries()) {
      const found = step.absent ? this.#absence(i, chosen) : this.#present(i, countries, chosen);
      if (!found) {
        this.#fails('STEP_NOT_ABSENT');
        return null;
      }
      steps.push(found);
    }
    const order = steps.map(sureness).reduce(laterOf);
    if (order !== sought) return null;
    if (!asked.includes(order)) {
      this.#fails('STEPS_ORDER_NOT_ASKED');
      return null;
    }
    const legs = chosen.flatMap((one) => one?.facts ?? []).map(({ evidence }) => evidence);
    const stands = independent(legs, new Map());
    if (!stands && independentOnly) {
      this.#fails('STEPS_NOT_INDEPENDENT');
      return null;
    }
    return { steps, order, independent: stands };
  }

  #present(at: number, countries: readonly string[], chosen: readonly (Instance | null)[]): StepFound {
    const here = chosen[at];
    const before = chosen.slice(0, at).findLast((one) => one !== null);
    const linked = here && before && this.#steps[at]?.step.order === 'THEN';
    return {
      facts: here?.facts ?? [],
      order: linked ? orderOf(before, here, countries) : null,
      absence: null,
    };
  }

  /** What an absent step meets between the present ones around it; null when it is recorded there. */
  #absence(at: number, chosen: readonly (Instance | null)[]): StepFound | null {
    const here = this.#steps[at];
    const before = chosen.slice(0, at).findLast((one) => one !== null);
    if (!here || !before) return null;
    const { step, countries, instances } = here;
    const nextAt = chosen.findIndex((one, i) => i > at && one !== null);
    const next = this.#steps[nextAt];
    const nextChosen = chosen[nextAt];
    const open: Instance[] = [];
    for (const instance of instances) {
      if (this.#exhausts()) return null;
      if (chosen.some((one) => one && sharesFact(one, instance))) continue;
      const lies = [
        inWindow(step, before, instance),
        step.order === 'ANY' ? ('DEFINITE' as const) : orderOf(before, instance, countries),
        step.order === 'THEN' && next?.step.order === 'THEN' && nextChosen
          ? orderOf(instance, nextChosen, next.countries)
          : ('DEFINITE' as const),
      ].reduce<Order>(laterOf, 'DEFINITE');
      if (lies === 'DEFINITE') return null;
      if (lies === 'POSSIBLE') open.push(instance);
    }
    const absence: Absence =
      open.length > 0 ? 'UNSETTLED' : this.covered(at, countries) ? 'NONE' : 'NOT_COVERED';
    return { facts: [...new Set(open.flatMap(({ facts }) => facts))], order: null, absence };
  }
}

const sureness = ({ order, absence }: StepFound): Order =>
  absence === null ? (order ?? 'DEFINITE') : absence === 'NONE' ? 'DEFINITE' : 'POSSIBLE';
