import { stepsToWeigh, type CooperationLeg, type Demands } from '../../../model/rules/after-exchange.js';
import {
  outcomeOf,
  type DoneTogether,
  type Outcome,
  type PairAtRisk,
} from '../../../model/rules/exchange-outcomes.js';
import { cypher, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import type { Turns } from '../../turns.js';
import { gatherCooperations, LEGS_MOST, type Asked } from '../after-exchange/gather.js';
import { cooperationExpression, cooperationLeg, type Depth } from '../after-exchange/legs.js';
import type { Pair } from '../after-exchange/pairs.js';
import type { Surroundings } from '../after-exchange/surroundings.js';

/** Steps of weighing for all pairs that are counted, and again for those of a page; some two seconds of one processor at most. */
export const OUTCOME_STEPS_MOST = 200_000;
/** Pairs whose cooperations are read at a time. */
export const LOOKED_MOST = 500;

/** Cooperations of one pair that are looked at, the earliest, where the first 200 do not decide. */
export const OUTCOME_COOPERATIONS_MOST = 2_000;

/** What a look at a pair needs beside it. */
export interface Looking {
  readonly demands: Demands;
  readonly depth: Depth;
  readonly around: Surroundings;
  readonly turns: Turns;
}

/** A pair that was looked at, and what came of its exchanges. */
export interface Look {
  readonly pair: PairAtRisk;
  readonly done: DoneTogether;
  readonly outcome: Outcome;
}

/** The cooperations of these pairs, the earliest of each: those that are asked for, or all. */
export const cooperationsText = (
  pairs: readonly Pair[],
  asked: Asked,
  depth: Depth,
  most = LEGS_MOST,
): Fragment =>
  cypher`UNWIND ${pairs} AS pair
MATCH (a:Entity {id: pair[0]})
WITH a, pair[1] AS partner
MATCH (b:Entity {id: partner})
${gatherCooperations(asked, cooperationExpression(depth), most)}
RETURN collect([a.id, b.id, cooperations]) AS pairs`;

/** The column of `cooperationsText`. */
export type CooperationsRow = readonly (readonly [a: string, b: string, cooperations: unknown[][]])[];

/** Reads it back, by the ids of both countries. */
export const cooperationsOf = (
  rows: CooperationsRow,
  { depth, around }: Pick<Looking, 'depth' | 'around'>,
): ReadonlyMap<string, readonly CooperationLeg[]> =>
  new Map(
    rows.map(([a, b, lists]) => [`${a}|${b}`, lists.map((list) => cooperationLeg(list, depth, around))]),
  );

/** The statement that looks up what these pairs did together in the forms and stages that are asked for. */
export const looksStatement = (
  pairs: readonly Pair[],
  demands: Demands,
  depth: Depth,
  most = LEGS_MOST,
): Statement =>
  statement(
    'cooperationsOfPairs',
    // A record for each pair: the driver is slow with the texts of one large record.
    cypher`CALL () {\n${cooperationsText(pairs, demands, depth, most)}\n}\nUNWIND pairs AS pair RETURN pair`,
  );

/** Looks at pairs in their order, `first` at a time and then ever more, until the steps are used up; at one pair in any case. */
export async function* looks(
  door: Door,
  asking: Asking,
  pairs: readonly PairAtRisk[],
  first: number,
  looking: Looking,
): AsyncGenerator<Look, void, undefined> {
  const { demands, depth, turns } = looking;
  const lookUp = async (some: readonly PairAtRisk[], most: number): Promise<DoneTogether[]> => {
    const ids = some.map(({ pair }) => pair);
    const rows = await door.read<{ pair: CooperationsRow[number] }>(
      looksStatement(ids, demands, depth, most),
      asking,
    );
    const found = cooperationsOf(
      rows.map(({ pair }) => pair),
      looking,
    );
    return some.map(({ pair, exchanges }) => {
      const cooperations = found.get(pair.join('|')) ?? [];
      return { cooperations, whole: exchanges.length < LEGS_MOST && cooperations.length < most };
    });
  };
  const lookAt = (pair: PairAtRisk, done: DoneTogether): Look => ({
    pair,
    done,
    outcome: outcomeOf(pair, done, demands),
  });
  let left = OUTCOME_STEPS_MOST;
  let size = first;
  for (let from = 0; from < pairs.length; from += size, size = Math.min(2 * size, LOOKED_MOST)) {
    const some = pairs.slice(from, from + size);
    const done = await lookUp(some, LEGS_MOST);
    for (const [i, pair] of some.entries()) {
      let look = lookAt(pair, done[i] ?? UNKNOWN);
      if ('leftOut' in look.outcome && look.done.cooperations.length >= LEGS_MOST) {
        const [all = UNKNOWN] = await lookUp([pair], OUTCOME_COOPERATIONS_MOST);
        look = lookAt(pair, all);
      }
      left -= 1 + stepsToWeigh({ ...pair, cooperations: look.done.cooperations }, demands);
      if (left < 0 && from + i > 0) return;
      yield look;
      if (turns.due) await turns.pass();
    }
  }
}

const UNKNOWN: DoneTogether = { cooperations: [], whole: false };
