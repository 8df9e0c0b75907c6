import { Pool } from 'undici';
import type { Hit, Shot } from './shot.js';

const FAULT = Buffer.from('"errors":[');

/** A process of its own, so that the work of asking is not counted as the work of answering. */
async function shoot({ address, path, bodies, inFlight, milliseconds }: Shot): Promise<Hit> {
  const pool = new Pool(address, { connections: inFlight, pipelining: 1 });
  const times: number[] = [];
  let bytes = 0;
  let next = 0;
  const began = performance.now();
  const until = began + milliseconds;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const body = bodies[next++ % bodies.length] ?? '';
      const sent = performance.now();
      const { statusCode, body: answer } = await pool.request({
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const received = Buffer.from(await answer.arrayBuffer());
      times.push(performance.now() - sent);
      bytes += received.length;
      if (statusCode !== 200 || received.includes(FAULT))
        throw new Error(`${path} answered ${statusCode}: ${received.toString('utf8').slice(0, 500)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: inFlight }, worker));
  } finally {
    await pool.destroy();
  }
  const seconds = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (part: number): number =>
    times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
  return {
    perSecond: times.length / seconds,
    requests: times.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: bytes / times.length,
  };
}

process.on('message', (shot: Shot) => {
  shoot(shot).then(
    (hit) => process.send?.({ hit }),
    (error: unknown) => process.send?.({ fault: String(error) }),
  );
});
