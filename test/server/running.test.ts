import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { Running } from '../../src/server/running.js';

const responseThat = (writableFinished: boolean): ServerResponse =>
  Object.assign(new EventEmitter(), { writableFinished }) as ServerResponse;

const reasonOf = (signal: AbortSignal): Promise<unknown> =>
  new Promise((done) => signal.addEventListener('abort', () => done(signal.reason)));

it('ends a request whose time is over, with the limit', async () => {
  const signal = new Running(20).begin({ raw: responseThat(false) });
  expect(await reasonOf(signal)).toMatchObject({ code: 'TIMEOUT', details: { limit: 20 } });
});

it('ends a request whose caller left, and leaves an answered one alone', () => {
  const [left, answered] = [responseThat(false), responseThat(true)];
  const running = new Running();
  const signals = [running.begin({ raw: left }), running.begin({ raw: answered })];
  left.emit('close');
  answered.emit('close');
  running.end();
  expect(signals[0]?.reason).toMatchObject({ code: 'CANCELLED' });
  expect(signals[1]?.aborted).toBe(false);
});

it('ends what still runs when the server stops', () => {
  const running = new Running();
  const signal = running.begin({ raw: responseThat(false) });
  running.end();
  expect(signal.reason).toMatchObject({ code: 'UNAVAILABLE' });
});
