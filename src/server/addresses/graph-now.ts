import { createHash } from 'node:crypto';
import type { Asking, Door } from '../../graph/door.js';
import { findGraph, type GraphState } from '../../graph/graph-node.js';
import { contentHash } from '../../graph/reads/content-hash.js';
import { canonical } from '../../model/claim.js';
import { Fault } from '../../model/faults.js';
import { PRODUCT_VERSION } from '../product-version.js';

const TRIES = 3;

/** The graph as it stands; its content hash is worked out once for each version. */
export class GraphNow {
  readonly #door: Door;
  #known: { readonly of: string; readonly hash: Promise<string> } | undefined;

  constructor(door: Door) {
    this.#door = door;
  }

  async state(asking: Asking): Promise<GraphState> {
    const found = await findGraph(this.#door, asking);
    if (found.holds === 'graph') return found;
    throw new Fault('UNAVAILABLE', 'The database holds no graph yet; try again when the seed is loaded.');
  }

  /** Not ended with the request that first asks: others wait for it too. */
  async hash(state: GraphState, { requestId, signal }: Asking): Promise<string> {
    const of = stampOf(state);
    if (this.#known?.of !== of) {
      const hash = contentHash(this.#door, { requestId, operation: 'contentHash', count: () => undefined });
      this.#known = { of, hash };
      hash.catch(() => {
        if (this.#known?.hash === hash) this.#known = undefined;
      });
    }
    return Promise.race([this.#known.hash, ...(signal ? [abortOf(signal)] : [])]);
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
