/** How large a world is. The seed of the product stands in each, beside what is generated. */
export interface Tier {
  /** Generated facts. */
  readonly facts: number;
  /** Topics beneath each topic, level by level: six levels. */
  readonly narrower: readonly [number, number, number, number, number, number];
  readonly agencies: number;
  readonly meetings: number;
  readonly initiatives: number;
  /** Two for each text: its draft and what was adopted. */
  readonly documents: number;
  readonly proposals: number;
  /** Facts that one import states. */
  readonly batch: number;
  /** Heap and page cache of the database that holds it. */
  readonly heap: string;
  readonly pageCache: string;
  /** Gigabytes that it takes while it is made. */
  readonly disk: number;
}

const NARROWER = [6, 4, 4, 3, 3, 1] as const;

/** The three worlds that are measured, and a very small one for tests. */
export const TIERS = {
  small: {
    ...{ facts: 400, narrower: [2, 2, 2, 1, 1, 1], batch: 250 },
    ...{ agencies: 20, meetings: 30, initiatives: 20, documents: 12, proposals: 20 },
    ...{ heap: '1g', pageCache: '128m', disk: 1 },
  },
  seed: {
    ...{ facts: 1_000, narrower: NARROWER, batch: 1_000 },
    ...{ agencies: 60, meetings: 80, initiatives: 60, documents: 30, proposals: 60 },
    ...{ heap: '1g', pageCache: '128m', disk: 1 },
  },
  national: {
    ...{ facts: 100_000, narrower: NARROWER, batch: 10_000 },
    ...{ agencies: 800, meetings: 2_000, initiatives: 2_000, documents: 800, proposals: 2_000 },
    ...{ heap: '2g', pageCache: '1g', disk: 4 },
  },
  world: {
    ...{ facts: 1_000_000, narrower: NARROWER, batch: 10_000 },
    ...{ agencies: 3_000, meetings: 20_000, initiatives: 20_000, documents: 6_000, proposals: 15_000 },
    ...{ heap: '3g', pageCache: '4g', disk: 35 },
  },
} as const satisfies Record<string, Tier>;

/** Name of a world. */
export type TierName = keyof typeof TIERS;

/** Whether there is a world of this name. */
export const isTierName = (name: string): name is TierName => Object.hasOwn(TIERS, name);
