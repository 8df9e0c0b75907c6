import { answers, requestOf, type Arm, type ArmName } from '../arms/arm.js';
import type { Item, Variables } from '../workload/item.js';
import type { Gun } from './gun.js';
import type { Hit } from './shot.js';
import { cpuSeconds } from './processes.js';

/** Requests in flight at once: one alone, then more than there are cores. */
export const IN_FLIGHT = [1, 8, 16, 32] as const;

// Milliseconds alone above which an arm is shot at in the first round only, and not by many at once.
const SLOW = 1_000;
const SLOW_IN_FLIGHT = 16;

/** One shot at one arm. */
export interface Measured extends Hit {
  readonly item: string;
  readonly arm: ArmName;
  readonly round: number;
  readonly inFlight: number;
  /** Milliseconds of CPU a request, of the arm's process and of the database. */
  readonly cpuArm: number;
  readonly cpuDatabase: number;
}

export interface Rounds {
  readonly arms: readonly Arm[];
  readonly gun: Gun;
  readonly databasePid: number;
  readonly rounds: number;
  /** Requests at once, each number in its turn. */
  readonly inFlight: readonly number[];
  /** Length of one shot. */
  readonly milliseconds: number;
  readonly say: (line: string) => void;
}

/** Shoots at every arm in every round, each round beginning with another arm: what disturbs one disturbs all. */
export async function measure(
  { arms, gun, databasePid, rounds, inFlight: numbers, milliseconds, say }: Rounds,
  item: Item,
  sets: readonly Variables[],
): Promise<Measured[]> {
  const taking = arms.filter(({ name }) => answers(name, item));
  const shot = (arm: Arm, inFlight: number, length: number): Promise<Hit> => {
    const requests = sets.map((drawn) => requestOf(arm.name, item, drawn));
    return gun.shoot({
      address: arm.address,
      path: requests[0]?.path ?? '/',
      bodies: requests.map(({ body }) => body),
      inFlight,
      milliseconds: length,
    });
  };
  // Plans made, documents compiled, code warm.
  const slow = new Set<Arm>();
  for (const arm of taking) {
    const { p50 } = await shot(arm, 1, milliseconds);
    if (p50 > SLOW) slow.add(arm);
    else await shot(arm, 16, milliseconds);
  }
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const inFlight of numbers) {
      for (let i = 0; i < taking.length; i += 1) {
        const arm = taking[(i + round) % taking.length];
        if (!arm || (slow.has(arm) && (round > 0 || inFlight > SLOW_IN_FLIGHT))) continue;
        const before = [cpuSeconds(arm.pid), cpuSeconds(databasePid)];
        const hit = await shot(arm, inFlight, milliseconds);
        const cpu = (pid: number, was = 0): number => ((cpuSeconds(pid) - was) * 1_000) / hit.requests;
        measured.push({
          ...hit,
          item: item.id,
          arm: arm.name,
          round,
          inFlight,
          cpuArm: cpu(arm.pid, before[0]),
          cpuDatabase: cpu(databasePid, before[1]),
        });
      }
    }
    say(`  item ${item.id}: round ${round + 1} of ${rounds}`);
  }
  return measured;
}
