import type { FastifyReply } from 'fastify';
import { LIMITS } from '../api/limits/figures.js';
import { Fault } from '../model/faults.js';

/** The requests under way: each ends when its time is over, its caller leaves, or the server stops. */
export class Running {
  readonly #milliseconds: number;
  readonly #aborts = new Set<AbortController>();

  constructor(milliseconds: number = LIMITS.requestMilliseconds) {
    this.#milliseconds = milliseconds;
  }

  /** A signal for a new request; it is given up as soon as the answer is sent. */
  begin({ raw: response }: Pick<FastifyReply, 'raw'>, limit = this.#milliseconds): AbortSignal {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(tooLong(limit)), limit);
    this.#aborts.add(abort);
    response.once('close', () => {
      clearTimeout(timer);
      this.#aborts.delete(abort);
      if (!response.writableFinished) abort.abort(new Fault('CANCELLED', 'The caller went away.'));
    });
    return abort.signal;
  }

  /** Ends what still runs. */
  end(): void {
    for (const abort of this.#aborts)
      abort.abort(new Fault('UNAVAILABLE', 'The server is stopping; try again.'));
  }
}

const tooLong = (limit: number): Fault =>
  new Fault('TIMEOUT', `The request took longer than ${limit} ms; ask for less.`, { details: { limit } });
