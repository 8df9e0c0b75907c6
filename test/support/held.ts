import { setImmediate } from 'node:timers/promises';

/**
 * The longest time, in milliseconds of this process's own work, for which `work` let nobody else come to their turn. Not by the
 * clock, which on a busy machine would count what other processes do.
 */
export async function heldBy<T>(
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly held: number }> {
  let held = 0;
  let over = false;
  const watch = async (): Promise<void> => {
    let last = process.cpuUsage();
    while (!over) {
      await setImmediate();
      const { user, system } = process.cpuUsage(last);
      held = Math.max(held, (user + system) / 1_000);
      last = process.cpuUsage();
    }
  };
  const watching = watch();
  await setImmediate();
  const answer = await work().finally(() => (over = true));
  await watching;
  return { answer, held };
}
