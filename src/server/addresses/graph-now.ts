import { createHash } from 'node:crypto';
import type { Asking, Door } from '../../graph/door.js';
import { findGraph, type GraphState } from '../../graph/graph-node.js';
import { contentHash } from '../../graph/reads/content-hash.js';
import { NOTHING_WITHHELD, readWithheld, type Withheld } from '../../graph/reads/passing-on.js';
import { canonical } from '../../model/claim.js';
import { Fault } from '../../model/faults.js';
import { PRODUCT_VERSION } from '../product-version.js';

const TRIES = 3;

/** What is worked out once for each version of the graph, whoever waits for it. */
class OncePerVersion<T> {
  #known: { readonly of: string; readonly found: Promise<T> } | undefined;

  constructor(private readonly make: (asking: Asking) => Promise<T>) {}

  /** Not ended with the request that first asks: others wait for it too. */
  async of(state: GraphState, operation: string, { requestId, signal }: Asking): Promise<T> {
    const of = stampOf(state);
    if (this.#known?.of !== of) {
      const found = this.make({ requestId, operation, count: () => undefined });
      this.#known = { of, found };
      found.catch(() => {
        if (this.#known?.found === found) this.#known = undefined;
      });
    }
    return Promise.race([this.#known.found, ...(signal ? [abortOf(signal)] : [])]);
  }
}

/** The graph as it stands, with its content hash and what files leave out of it. */
export class GraphNow {
  readonly #door: Door;
  readonly #hash: OncePerVersion<string>;
  readonly #withheld: OncePerVersion<Withheld>;

  /** `passesAllOn`: whether files also hold what only sources give whose licence forbids passing on. */
  constructor(
    door: Door,
    readonly passesAllOn: boolean,
  ) {
    this.#door = door;
    this.#hash = new OncePerVersion((asking) => contentHash(door, asking));
    this.#withheld = new OncePerVersion((asking) => readWithheld(door, asking));
  }

  async state(asking: Asking): Promise<GraphState> {
    const found = await findGraph(this.#door, asking);
    if (found.holds === 'graph') return found;
    throw new Fault('UNAVAILABLE', 'The database holds no graph yet; try again when the seed is loaded.');
  }

  hash(state: GraphState, asking: Asking): Promise<string> {
    return this.#hash.of(state, 'contentHash', asking);
  }

  withheld(state: GraphState, asking: Asking): Promise<Withheld> {
    return this.passesAllOn
      ? Promise.resolve(NOTHING_WITHHELD)
      : this.#withheld.of(state, 'withheld', asking);
  }

  /** Makes what hangs on more than one statement at one version of the graph; begins anew when it changes on the way. */
  async atOneVersion<T>(
    from: GraphState,
    asking: Asking,
    make: (state: GraphState) => Promise<T>,
    drop: (made: T) => Promise<void>,
  ): Promise<T> {
    let state = from;
    for (let left = TRIES; left > 0; left -= 1) {
      const made = await make(state);
      const after = await this.state(asking).catch(async (error: unknown) => {
        await drop(made);
        throw error;
      });
      if (stampOf(after) === stampOf(state)) return made;
      await drop(made);
      state = after;
    }
    throw new Fault('CONFLICT', 'The graph changed while the answer was made, several times; try again.');
  }
}

const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

const stampOf = ({ version, seed, model, derived }: GraphState): string =>
  canonical([version, seed, model, derived]);

/** Weak, since compression may change the bytes: the same graph, product, operation and arguments give the same answer. */
export const etagOf = (state: GraphState, asked: readonly unknown[]): string =>
  `W/"${createHash('sha256')
    .update(canonical([PRODUCT_VERSION, stampOf(state), ...asked]))
    .digest('base64url')
    .slice(0, 27)}"`;

/** Whether `If-None-Match` holds the tag. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
};
