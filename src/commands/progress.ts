import { SingleBar } from 'cli-progress';
import type { Say } from './prepare-graph.js';

/** How far long work has come: what is being done, how much of it is done, of how much. */
export type Progress = (what: string, done: number, of: number) => void;

const BETWEEN_LINES = 5_000;

/** What a person who waits is shown. */
export interface Shown {
  readonly progress: Progress;
  /** Says what is begun, where somebody looks on. */
  readonly begin: (what: string) => void;
  /** Clears the bar. */
  readonly stop: () => void;
}

/** Shows progress as a bar where somebody looks on, else as a line every few seconds. */
export function showProgress(say: Say, stream = process.stderr): Shown {
  let bar: SingleBar | null = null;
  let told = Date.now();
  const onBar: Progress = (what, done, of) => {
    if (!bar) {
      bar = new SingleBar({
        format: '{what} {bar} {value} of {total}',
        stream,
        clearOnComplete: true,
        hideCursor: true,
      });
      bar.start(of, done, { what });
    }
    bar.setTotal(of);
    bar.update(done, { what });
  };
  const inLines: Progress = (what, done, of) => {
    if (Date.now() - told < BETWEEN_LINES) return;
    told = Date.now();
    say(`${what}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`);
  };
  return {
    progress: stream.isTTY ? onBar : inLines,
    begin: (what) => {
      if (stream.isTTY) say(`${what} ...`);
    },
    stop: () => bar?.stop(),
  };
}
