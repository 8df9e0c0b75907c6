import { setImmediate } from 'node:timers/promises';
import type { Asking } from './door.js';
import { abortFault } from './within.js';

// How long plain work may hold the process before others come to their turn.
const HELD_MOST = 15;

/** Lets other requests come to their turn during long plain work, and ends that work once its asker has left. */
export class Turns {
  #since = performance.now();

  constructor(readonly asking: Asking) {}

  /** Whether others have waited long enough; asked so that short work never waits. */
  get due(): boolean {
    return performance.now() - this.#since > HELD_MOST;
  }

  async pass(): Promise<void> {
    await setImmediate();
    const { signal } = this.asking;
    if (signal?.aborted) throw abortFault(signal);
    this.#since = performance.now();
  }

  /** Each of a list in turn, changed. */
  async map<T, R>(list: readonly T[], change: (one: T) => R): Promise<R[]> {
    const changed: R[] = [];
    for (const one of list) {
      changed.push(change(one));
      if (this.due) await this.pass();
    }
    return changed;
  }

  /** Runs work that stops often to its end. */
  async finish<R>(work: Generator<unknown, R>): Promise<R> {
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      if (this.due) await this.pass();
    }
  }
}
