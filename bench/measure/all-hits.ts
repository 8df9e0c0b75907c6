import { answers, requestOf, type Arm } from '../arms/arm.js';
import { median, type HitsFound } from '../results.js';
import type { Item, Variables } from '../workload/item.js';
import { productProfiled } from './asked-in-process.js';
import type { Profiled, Profiler } from './hits.js';

type Ask = (item: Item, drawn: Variables) => Promise<Profiled>;

// Sets of variables whose hits are counted.
const PROFILED = 10;

const rawProfiled =
  (profiler: Profiler): Ask =>
  async (item, drawn) => {
    await item.raw.answer((cypher, parameters) => profiler.run(`CYPHER 5 ${cypher}`, parameters), drawn);
    return profiler.taken();
  };

/** The library profiles its own statements, and says what they cost beside the answer. */
const libraryProfiled =
  (arm: Arm): Ask =>
  async (item, drawn) => {
    const { path, body } = requestOf(arm.name, item, drawn);
    const { headers } = await fetch(`${arm.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-profile': 'yes' },
      body,
    });
    return { hits: Number(headers.get('x-hits')), statements: Number(headers.get('x-statements')) };
  };

/** What the database does for the items in each arm; every arm's statements are its own, texts and parameters. */
export function hitsCounted(
  arms: readonly Arm[],
  profiler: Profiler,
): (item: Item, sets: readonly Variables[]) => Promise<HitsFound[]> {
  const product = productProfiled(profiler);
  const askOf = (arm: Arm): Ask =>
    arm.name === 'raw' ? rawProfiled(profiler) : arm.name === 'product' ? product : libraryProfiled(arm);
  return async (item, sets) => {
    const all: HitsFound[] = [];
    for (const arm of arms.filter(({ name }) => answers(name, item))) {
      const found: Profiled[] = [];
      // The first asking of a text may meet statistics and caches that the others do not.
      if (sets[0]) await askOf(arm)(item, sets[0]);
      for (const drawn of sets.slice(0, PROFILED)) found.push(await askOf(arm)(item, drawn));
      const hits = found.map((one) => one.hits);
      all.push({
        item: item.id,
        arm: arm.name,
        median: median(hits),
        most: Math.max(...hits),
        statements: Math.max(...found.map(({ statements }) => statements)),
      });
    }
    return all;
  };
}
