import { answers, requestOf, type Arm } from '../arms/arm.js';
import type { Item, Variables } from '../workload/item.js';
import type { Gun } from './gun.js';
import { residentBytes } from './processes.js';

const SHOT = 5_000;
const IN_FLIGHT = 8;

/** What an arm holds in memory while it is asked all items in turn, without a pause. */
export interface Soaked {
  /** Resident bytes at rest before it, and then after each minute. */
  readonly resident: readonly number[];
  readonly requests: number;
}

/** Loads one arm for so many minutes; a fault of a single item ends it. */
export async function soak(
  arm: Arm,
  gun: Gun,
  items: readonly (readonly [Item, readonly Variables[]])[],
  minutes: number,
  say: (line: string) => void,
): Promise<Soaked> {
  const taking = items.filter(([item]) => answers(arm.name, item));
  const resident = [residentBytes(arm.pid)];
  let requests = 0;
  let next = 0;
  for (let minute = 1; minute <= minutes; minute += 1) {
    const until = performance.now() + 60_000;
    while (performance.now() < until) {
      const [item, sets] = taking[next++ % taking.length] ?? [];
      if (!item || !sets) break;
      const asked = sets.map((drawn) => requestOf(arm.name, item, drawn));
      const hit = await gun.shoot({
        address: arm.address,
        path: asked[0]?.path ?? '/',
        bodies: asked.map(({ body }) => body),
        inFlight: IN_FLIGHT,
        milliseconds: SHOT,
      });
      requests += hit.requests;
    }
    resident.push(residentBytes(arm.pid));
    say(`  load: minute ${minute} of ${minutes}`);
  }
  return { resident, requests };
}
