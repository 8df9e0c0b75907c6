import { Random, zipf } from './random.js';
import { DAYS } from './days.js';
import { topicTree, type TopicNode } from './topics.js';
import type { Tier } from './tiers.js';

/** Paragraphs of each document. */
export const PARAGRAPHS = 10;
/** Groups with a list of members. */
export const LISTS = 40;

const padded = (n: number): string => String(n).padStart(5, '0');

/** Ids of generated entities by their number. */
export const idOf = {
  agency: (n: number): string => `agency/g${padded(n)}`,
  document: (n: number): string => `document/g${padded(n)}`,
  paragraph: (document: number, n: number): string => `paragraph/g${padded(document)}-${n}`,
  meeting: (n: number): string => `meeting/g${padded(n)}`,
  initiative: (n: number): string => `initiative/g${padded(n)}`,
  proposal: (n: number): string => `proposal/g${padded(n)}`,
  list: (n: number): string => `group/g${padded(n)}`,
} as const;

/** The register that states facts which no document tells of. */
export const REGISTER = 'source/generated-register';
/** The list of the generated topics. */
export const TOPIC_LIST = 'source/generated-topics';
/** The groups of which only words are known. */
export const WORDS = ['group/g-many-countries', 'group/g-southern-partners'] as const;

/** Whom and what facts can name, and how often each is named. */
export interface Cast {
  readonly tier: Tier;
  /** The busiest first. */
  readonly countries: readonly string[];
  readonly topics: readonly TopicNode[];
  /** Agencies by number: the country, and whether it counts as its country. */
  readonly agencies: readonly { readonly country: string | null; readonly national: boolean }[];
  /** First day of each meeting by number, counted from the first of the world. */
  readonly meetingDays: Int32Array;
  readonly country: (random: Random) => string;
  readonly topic: (random: Random) => string;
  readonly document: (random: Random) => number;
}

/** Draws who and what a world of this size has; the countries are those of the seed. */
export function castOf(tier: Tier, countries: readonly string[]): Cast {
  const random = new Random(1978);
  const busiestFirst = shuffled(random, countries);
  const topics = topicTree(random, tier.narrower);
  const drawn = shuffled(
    random,
    topics.map(({ id }) => id),
  );
  const byActivity = {
    country: zipf(busiestFirst.length),
    topic: zipf(drawn.length),
    document: zipf(tier.documents),
  };
  const country = (one: Random): string => busiestFirst[byActivity.country(one)] as string;
  return {
    tier,
    countries: busiestFirst,
    topics,
    agencies: Array.from({ length: tier.agencies }, () => {
      const international = random.often(15);
      return {
        country: international ? null : country(random),
        national: !international && random.often(75),
      };
    }),
    meetingDays: Int32Array.from({ length: tier.meetings }, () => random.below(DAYS)),
    country,
    topic: (one) => drawn[byActivity.topic(one)] as string,
    document: byActivity.document,
  };
}

function shuffled<T>(random: Random, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
