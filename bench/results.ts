import type { ArmName } from './arms/arm.js';
import type { Compared } from './measure/compare.js';
import type { Measured } from './measure/rounds.js';
import type { Soaked } from './measure/soak.js';

/** Database hits of one arm's requests for an item, over its sets of variables. */
export interface HitsFound {
  readonly item: string;
  readonly arm: ArmName;
  readonly median: number;
  readonly most: number;
  /** Statements of one request, the most. */
  readonly statements: number;
}

/** What writing cost, in milliseconds a repetition. */
export interface WritesFound {
  /** Facts of one batch. */
  readonly facts: number;
  /** What the batch adds to the graph. */
  readonly nodes: number;
  readonly relationships: number;
  /** A batch by the product's apply, and the same nodes and relationships by hand. */
  readonly applied: readonly number[];
  readonly bare: readonly number[];
  /** One fact written, and the first answer through HTTP that shows it. */
  readonly readAfterWrite: { readonly product: readonly number[]; readonly raw: readonly number[] };
}

/** Each arm in the words of the report. */
export const ARM_NAMES: Readonly<Record<ArmName, string>> = {
  raw: 'raw driver',
  product: 'product',
  library: '@neo4j/graphql',
  fields: '@cypher fields',
};

/** All that one run found, as it is kept beside the report. */
export interface Results {
  readonly tier: string;
  /** ISO time of the run's beginning. */
  readonly at: string;
  readonly machine: { readonly cores: number; readonly memoryBytes: number; readonly node: string };
  readonly facts: number;
  readonly relationships: number;
  readonly rounds: number;
  readonly milliseconds: number;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    /** Whether it follows an ordered index. */
    readonly ordered: boolean;
    readonly compared: Compared;
    /** Arms that cannot say the item, with the reason. */
    readonly missing: readonly { readonly arm: ArmName; readonly reason: string }[];
  }[];
  readonly hits: readonly HitsFound[];
  readonly measured: readonly Measured[];
  /** Memory of each arm: at rest before the load, and after it. */
  readonly memory: readonly {
    readonly arm: ArmName;
    /** Milliseconds from the start of the process to its first answer, the database being up. */
    readonly firstAnswer: number;
    readonly restRss: number;
    readonly rss: number;
    readonly heapUsed: number;
  }[];
  /** The product under load for some minutes; null when that was not asked for. */
  readonly soaked: Soaked | null;
  /** Null when writes were not measured. */
  readonly writes: WritesFound | null;
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

/** One arm against another in the same rounds: the median of the ratios, and the worst. */
export interface Ratio {
  readonly median: number;
  readonly worst: number;
}

const of = (results: Results, item: string, arm: ArmName, inFlight: number): Measured[] =>
  results.measured.filter((one) => one.item === item && one.arm === arm && one.inFlight === inFlight);

/** Same-round ratios of requests a second, `arm` over `against`; null where one of them was not measured. */
export function throughputRatio(
  results: Results,
  item: string,
  arm: ArmName,
  against: ArmName,
  inFlight: number,
): Ratio | null {
  const others = new Map(of(results, item, against, inFlight).map((one) => [one.round, one.perSecond]));
  const ratios = of(results, item, arm, inFlight).flatMap(({ round, perSecond }) => {
    const other = others.get(round);
    return other === undefined || other === 0 ? [] : [perSecond / other];
  });
  return ratios.length === 0 ? null : { median: median(ratios), worst: Math.min(...ratios) };
}

/** The median over the rounds of one figure of an arm; null where it was not measured. */
export function figure(
  results: Results,
  item: string,
  arm: ArmName,
  inFlight: number,
  which: 'perSecond' | 'p50' | 'p95' | 'p99' | 'cpuArm' | 'cpuDatabase' | 'bytes',
): number | null {
  const found = of(results, item, arm, inFlight).map((one) => one[which]);
  return found.length === 0 ? null : median(found);
}

/** Latency alone, the median over the rounds of same-round factors: above 1 the arm is slower. */
export function p50Ratio(results: Results, item: string, arm: ArmName, against: ArmName): number | null {
  const others = new Map(of(results, item, against, 1).map((one) => [one.round, one.p50]));
  const factors = of(results, item, arm, 1).flatMap(({ round, p50 }) => {
    const other = others.get(round);
    return other === undefined || other === 0 ? [] : [p50 / other];
  });
  return factors.length === 0 ? null : median(factors);
}

export const geometricMean = (numbers: readonly number[]): number =>
  Math.exp(numbers.reduce((sum, one) => sum + Math.log(one), 0) / numbers.length);
