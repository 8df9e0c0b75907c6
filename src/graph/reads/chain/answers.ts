import { answersFor, coverOf, type Cover } from '../../../model/rules/coverage.js';
import { Fault } from '../../../model/faults.js';
import { baselineOf, type Baseline } from '../../../model/rules/chain/baseline.js';
import { bindings } from '../../../model/rules/chain/bindings.js';
import type {
  Binding,
  ChainDemands,
  ChainFact,
  ChainFound,
  Covered,
} from '../../../model/rules/chain/terms.js';
import { tiesOf, type StepTies } from '../../../model/rules/chain/ties.js';
import { weighChain } from '../../../model/rules/chain/weigh.js';
import type { BaselineRefusal } from '../../../model/values/chain.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import type { Asking, Door } from '../../door.js';
import { Turns } from '../../turns.js';
import type { Covers } from '../covers.js';
import type { Page, Total } from '../page.js';
import type { Block, NodeRow } from '../projection.js';
import { chainFactOf } from './facts.js';
import {
  CHAIN_FACTS_MOST,
  chainPageStatement,
  chainStatement,
  countryBlock,
  factBlock,
  WHOLE_MOST,
  type ChainFilter,
  type ChainProjection,
} from './statement.js';

/** Groups of countries that one request weighs; a page that comes no further is short, and says where to go on. */
export const WEIGHED_MOST = 20_000;

/** What is worked out beside the page. */
export interface Extras {
  /** Total and what was left out. */
  readonly survey: boolean;
  readonly baseline: boolean;
}

/** Countries that meet the chain, and how. */
export interface ChainAnswer {
  readonly binding: Binding;
  readonly found: ChainFound;
}

/** One page of answers with what was asked beside it. */
export interface ChainAnswers {
  readonly answers: readonly ChainAnswer[];
  /** Where the list goes on: after the last answer, or after the last countries that were weighed. */
  readonly end: Binding | null;
  readonly hasNext: boolean;
  readonly total: Total | null;
  readonly leftOut: readonly LeftOut[] | null;
  readonly baseline:
    Baseline | { readonly refused: BaselineRefusal; readonly observed: number | null } | null;
  /** Rows of the schema, by id. */
  readonly facts: ReadonlyMap<string, NodeRow>;
  readonly countries: ReadonlyMap<string, NodeRow>;
  readonly version: number;
}

interface ChainRow {
  readonly version: number;
  readonly many: number;
  readonly steps: readonly (readonly (readonly unknown[])[])[];
  readonly facts: readonly (readonly unknown[])[];
  readonly countries: readonly (readonly unknown[])[];
  readonly covers: Covers;
  readonly members: readonly (readonly [country: string, group: string])[];
}

/** Answers a chain: the facts of its steps are read at once, joined and weighed by the pure rules. */
export async function answersOfChain(
  door: Door,
  asking: Asking,
  filter: ChainFilter,
  demands: ChainDemands,
  page: Pick<Page, 'first'> & { readonly after: Binding | null },
  extras: Extras,
  wanted: ChainProjection,
): Promise<ChainAnswers> {
  const [row] = await door.read<ChainRow>(chainStatement(filter, wanted), asking);
  if (!row) throw new Error('A chain gives one row.');
  if (row.many > CHAIN_FACTS_MOST) throw tooManyFacts();
  const turns = new Turns(asking);
  const facts: ChainFact[][] = [];
  for (const list of row.steps) facts.push(await turns.map(list, chainFactOf));
  const ties = await turns.map([...demands.steps.entries()], ([i, step]) =>
    tiesOf(step, facts[i] ?? [], demands.maxParties),
  );
  const covered = coveredBy(row, filter);
  const weigh = (binding: Binding): ReturnType<typeof weighChain> =>
    weighChain(demands, ties, binding, covered);

  const answers: ChainAnswer[] = [];
  let end: Binding | null = null;
  let hasNext = false;
  let weighed = 0;
  for (const binding of bindings(demands.steps, ties, page.after)) {
    if (turns.due) await turns.pass();
    if (!binding) continue;
    const verdict = weigh(binding);
    if ('answer' in verdict && answers.length === page.first) {
      hasNext = true;
      end = answers.at(-1)?.binding ?? null;
      break;
    }
    if ('answer' in verdict) answers.push({ binding, found: verdict.answer });
    end = binding;
    weighed += 1;
    if (weighed === WEIGHED_MOST) {
      hasNext = true;
      break;
    }
  }
  const shown = await rowsOf(door, asking, filter, wanted, row, answers);
  const surveyed = extras.survey ? await survey(demands, ties, weigh, turns) : null;
  return {
    answers,
    end,
    hasNext,
    total: surveyed?.total ?? null,
    leftOut: surveyed?.leftOut ?? null,
    baseline: extras.baseline
      ? await turns.finish(baselineOf(demands, ties, facts, bindings(demands.steps, ties, null)))
      : null,
    ...shown,
    version: row.version,
  };
}

const tooManyFacts = (): Fault =>
  new Fault(
    'BAD_USER_INPUT',
    `chain(steps:) would read more than ${CHAIN_FACTS_MOST} facts; narrow a step by topics, meeting, dates or countries.`,
    { details: { argument: 'steps', limit: CHAIN_FACTS_MOST } },
  );

async function survey(
  { steps }: ChainDemands,
  ties: readonly StepTies[],
  weigh: (binding: Binding) => ReturnType<typeof weighChain>,
  turns: Turns,
): Promise<{ total: Total; leftOut: LeftOut[] }> {
  const counts = new Map<LeftOutReason, number>();
  const count = (reason: LeftOutReason, by = 1): void =>
    void (by > 0 && counts.set(reason, (counts.get(reason) ?? 0) + by));
  let answers = 0;
  let weighed = 0;
  let more = false;
  for (const binding of bindings(steps, ties, null)) {
    if (turns.due) await turns.pass();
    if (!binding) continue;
    if (weighed === WEIGHED_MOST) {
      more = true;
      count('COUNT_STOPPED', weighed);
      break;
    }
    const verdict = weigh(binding);
    if ('answer' in verdict) answers += 1;
    else count(verdict.leftOut);
    weighed += 1;
  }
  count(
    'TOO_MANY_PARTIES',
    ties.reduce((sum, { tooLarge }) => sum + tooLarge, 0),
  );
  return {
    total: { count: answers, more },
    leftOut: [...counts]
      .map(([reason, of]) => ({ reason, count: of }))
      .sort((x, y) => (x.reason < y.reason ? -1 : 1)),
  };
}

/** Whether complete sources cover every kind of a step for every one of its countries. */
function coveredBy({ covers, members }: ChainRow, { steps }: ChainFilter): Covered {
  const known = covers.flatMap(([, texts]) => texts ?? []).map(coverOf);
  const complete = known.filter((cover): cover is Cover => cover !== null);
  const groups = new Map<string, string[]>();
  for (const [country, group] of members) groups.set(country, [...(groups.get(country) ?? []), group]);
  return (at, countries) =>
    (steps[at]?.filter.kinds ?? []).every((kind) =>
      countries.every((country) =>
        complete.some((cover) => answersFor(cover, kind, { country, groups: groups.get(country) ?? [] })),
      ),
    );
}

/** What is asked of the facts and countries of the page: read already where the facts were few. */
async function rowsOf(
  door: Door,
  asking: Asking,
  filter: ChainFilter,
  wanted: ChainProjection,
  row: ChainRow,
  answers: readonly ChainAnswer[],
): Promise<Pick<ChainAnswers, 'facts' | 'countries'>> {
  const shown: ChainFact[] = answers.flatMap(({ found }) => found.steps.flatMap(({ facts }) => facts));
  const ids = [...new Set(shown.map(({ id }) => id))].sort();
  const countries = [...new Set(answers.flatMap(({ binding }) => binding))].sort();
  const [read] =
    row.many <= WHOLE_MOST || answers.length === 0
      ? [row]
      : await door.read<Pick<ChainRow, 'facts' | 'countries'>>(
          chainPageStatement(filter, wanted, ids, countries),
          asking,
        );
  const rows = (lists: ChainRow['facts'], block: Block): Map<string, NodeRow> =>
    new Map(lists.map((list) => block.decode(list)).map((one) => [one.id, one]));
  return {
    facts: rows(read?.facts ?? [], factBlock(filter, wanted)),
    countries: rows(read?.countries ?? [], countryBlock(wanted)),
  };
}
