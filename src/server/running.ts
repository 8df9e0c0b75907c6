import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIMITS } from '../api/limits/figures.js';
import { Fault } from '../model/faults.js';

/** The requests under way: each ends when its time is over, its caller leaves, or the server stops. */
export class Running {
  readonly #aborts = new Set<AbortController>();

  /** A signal for a new request; it is given up as soon as the answer is sent. */
  begin(_request: FastifyRequest, reply: FastifyReply): AbortSignal {
    const abort = new AbortController();
    const tooLong = new Fault(
      'TIMEOUT',
      `The request took longer than ${LIMITS.requestMilliseconds} ms; ask for less.`,
      {
        details: { limit: LIMITS.requestMilliseconds },
      },
    );
    const timer = setTimeout(() => abort.abort(tooLong), LIMITS.requestMilliseconds);
    this.#aborts.add(abort);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      this.#aborts.delete(abort);
      if (!reply.raw.writableFinished) abort.abort(new Fault('CANCELLED', 'The caller went away.'));
    });
    return abort.signal;
  }

  /** Ends what still runs. */
  end(): void {
    for (const abort of this.#aborts)
      abort.abort(new Fault('UNAVAILABLE', 'The server is stopping; try again.'));
  }
}
