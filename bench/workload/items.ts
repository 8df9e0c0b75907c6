import type { Item } from './item.js';
import { country } from './items/01-country.js';
import { deepByKeyset, deepPage, latest } from './items/02-latest.js';
import { fifty } from './items/04-fifty.js';
import { ofTopicInRange, topicInRange } from './items/05-topic-in-range.js';
import { matrix } from './items/06-matrix.js';
import { twoCountries } from './items/07-two-countries.js';
import { canonicalHigh, canonicalLow } from './items/08-canonical.js';
import { paths } from './items/09-paths.js';
import { search } from './items/10-search.js';
import { evidence } from './items/11-evidence.js';
import { totals, totalsAtRoot } from './items/12-totals.js';
import { never } from './items/13-never.js';
import { partners } from './items/16-partners.js';
import { network } from './items/17-network.js';

/** The reads of the workload, in the order of the report; writes are measured by themselves. */
export const ITEMS: readonly Item[] = [
  country,
  latest,
  deepPage,
  deepByKeyset,
  fifty,
  topicInRange,
  ofTopicInRange,
  matrix,
  twoCountries,
  canonicalHigh,
  canonicalLow,
  paths,
  search,
  evidence,
  totals,
  totalsAtRoot,
  never,
  partners,
  network,
];

/** The items that `--only` names: a number takes all ways of asking it. */
export const chosen = (only: readonly string[]): Item[] =>
  ITEMS.filter(
    ({ id }) => only.length === 0 || only.some((one) => id === one || id.replace(/[a-z]+$/, '') === one),
  );
