import {
  isBestOfAll,
  placeOf,
  weigh,
  type Candidate,
  type Demands,
  type Verdict,
} from '../../../model/rules/after-exchange.js';
import type { Asking, Door } from '../../door.js';
import type { Turns } from '../../turns.js';
import type { CandidateFilter } from './candidates.js';
import { areAll, type Reach } from './gather.js';
import { readLegs, type Pair } from './pairs.js';
import type { Weighed } from './shown.js';

// Some pairs fail the rules: so many more than the page shows are looked at at once.
const FAILING = 3;
// Pairs whose legs are read at a time.
const LOOKED_MOST = 500;

/** The pairs that were looked at so far, and the answers among them. */
export interface Weighing {
  /** Looks at those of these pairs that were not looked at; `cut` says that there may be more. */
  add(pairs: readonly Pair[], cut: boolean): Promise<void>;
  /** Whether the page is full, and whether another follows. */
  enough(): boolean;
  /** In order, after the cursor. */
  answers(): readonly Weighed[];
  /** The last place that was looked at. */
  end(): string | null;
}

interface Looked {
  readonly key: string;
  /** Where its first exchange stands. */
  readonly place: string;
  readonly answer: Weighed | null;
}

/** Weighs the pairs of a walk, in their order and no more of them than the page shows; `whole` asks for all their exchanges. */
export function weighingOf(
  door: Door,
  asking: Asking,
  filter: CandidateFilter,
  demands: Demands,
  page: { readonly first: number; readonly after: string | null },
  whole: boolean,
  turns: Turns,
): Weighing {
  const { sharing } = demands;
  // Of a pair that shared in one exchange, the walk meets the first; of others it may meet any.
  const ordered = sharing === 'SAME_EXCHANGE';
  const looked = new Map<string, Looked>();
  // What stands at the last place, where the limit cut, and behind it.
  let beyond: string | null = null;
  const known = (): Looked[] =>
    [...looked.values()]
      .filter(
        ({ place, key }) => (beyond === null || place < beyond) && (page.after === null || key > page.after),
      )
      .sort((x, y) => (x.key < y.key ? -1 : 1));
  const answers = (): Weighed[] => known().flatMap(({ answer }) => answer ?? []);

  async function verdicts(pairs: readonly Pair[]): Promise<[Candidate, Verdict | null][]> {
    const weighed = async (some: readonly Pair[], reach: Reach): Promise<[Candidate, Verdict | null][]> => {
      const read = await readLegs(door, asking, filter, demands, some, reach);
      return turns.map(read, (one) => [one, weigh(one, demands)]);
    };
    if (!ordered || whole || !demands.order.includes('DEFINITE')) return weighed(pairs, 'ALL');
    const first = await weighed(pairs, 'FIRST');
    const settled = first.filter(
      ([one, verdict]) => isBestOfAll(verdict, demands) || areAll(one.exchanges) || past(one),
    );
    const open = first.filter((one) => !settled.includes(one)).map(([{ pair }]) => pair);
    return [...settled, ...(await weighed(open, 'ALL'))];
  }
  /** Whether it stands on an earlier page. */
  const past = (one: Candidate): boolean => {
    const place = placeOf(one, sharing);
    return page.after !== null && place !== null && `${place}|${one.pair.join('|')}` <= page.after;
  };

  async function look(pairs: readonly Pair[]): Promise<void> {
    for (const [one, verdict] of await verdicts(pairs)) {
      const place = placeOf(one, sharing);
      if (place === null) continue;
      const { pair } = one;
      const key = `${place}|${pair.join('|')}`;
      const answer =
        verdict && 'answer' in verdict
          ? {
              key,
              pair,
              best: verdict.answer,
              alternatives: verdict.alternatives,
              priorTies: verdict.priorTies,
            }
          : null;
      looked.set(pair.join('|'), { key, place, answer });
    }
  }

  return {
    async add(pairs, cut) {
      const left = pairs.filter((pair) => !looked.has(pair.join('|')));
      beyond = null;
      // Where many fail, ever more at a time are looked at.
      for (let more = 1; left.length > 0 && (!ordered || answers().length <= page.first); more *= 2) {
        const some = ordered ? more * (page.first + 1 + FAILING - answers().length) : left.length;
        await look(left.splice(0, Math.min(some, LOOKED_MOST)));
      }
      if (cut && !ordered)
        beyond = [...looked.values()].reduce((last, { place }) => (place > last ? place : last), '');
    },
    enough: () => answers().length > page.first,
    answers,
    end: () => known().at(-1)?.key ?? null,
  };
}
