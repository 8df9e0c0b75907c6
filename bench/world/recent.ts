import type { Random } from './random.js';

/** An exchange of which later facts may speak. */
export interface Shared {
  readonly id: string;
  /** Id of the claim that it was. */
  readonly existence: string;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly day: number;
}

// So many are remembered, that memory stays flat.
const KEPT = 4_000;

/** The exchanges told last. */
export class Recent {
  readonly #kept: Shared[] = [];
  #at = 0;
  /** What the exchange that is being drawn will be remembered for. */
  next: Omit<Shared, 'id' | 'existence'> | null = null;

  any(random: Random): Shared | undefined {
    return this.#kept.length === 0 ? undefined : random.oneOf(this.#kept);
  }

  /** Remembers what was drawn under the id and claim that it got. */
  remember(id: string, existence: string): void {
    if (this.next === null) return;
    this.#kept[this.#at] = { ...this.next, id, existence };
    this.#at = (this.#at + 1) % KEPT;
    this.next = null;
  }
}
