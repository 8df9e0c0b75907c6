import { Fault } from '../model/faults.js';

/** The fault that an abort stands for. */
export const abortFault = (signal: AbortSignal): Fault => {
  const reason: unknown = signal.reason;
  if (reason instanceof Fault) return reason;
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? new Fault('TIMEOUT', 'The request took longer than it may; ask for less or try again.')
    : new Fault('CANCELLED', 'The caller went away before the answer was ready.');
};

/** The outcome of `work`, or a fault as soon as the time is over or the signal fires; a late outcome is dropped. */
export async function within<T>(work: Promise<T>, milliseconds: number, signal?: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    const silent = (): void =>
      reject(
        new Fault('UNAVAILABLE', `The graph database did not answer within ${milliseconds} ms; try again.`),
      );
    const aborted = (): void => reject(abortFault(signal as AbortSignal));
    const timer = setTimeout(silent, milliseconds);
    signal?.addEventListener('abort', aborted, { once: true });
    if (signal?.aborted) aborted();
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    };
  });
  // Either may lose the race and reject later with nobody listening.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, ended]);
  } finally {
    stop();
  }
}
