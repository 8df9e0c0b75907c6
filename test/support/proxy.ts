import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What stands in the way between a door and the database. */
export interface Weather {
  /** Every packet waits so long, and up to so much longer, each way. */
  readonly delay?: number;
  readonly jitter?: number;
  /** Bytes a second, each way. */
  readonly rate?: number;
  /** Every connection is cut once the database has sent so many bytes on it. */
  readonly cutAfter?: number;
}

/** A TCP proxy on loopback before the run's database. */
export interface Proxy {
  readonly uri: string;
  /** Cuts what is open; what comes has this weather. */
  weather(now: Weather): void;
  /** Closes the port, and cuts what is open. */
  down(): Promise<void>;
  /** Listens on the same port again. */
  up(): Promise<void>;
}

const SLICES_A_SECOND = 10;

/** Carries bytes one way, late, slowly, or not to the end. */
function carry(from: Socket, into: Socket, { delay = 0, jitter = 0, rate, cutAfter }: Weather): void {
  let left = cutAfter ?? Infinity;
  let before = Promise.resolve();
  const deliver = async (bytes: Buffer, at: number): Promise<void> => {
    if (at > Date.now()) await pause(at - Date.now());
    const slice = rate === undefined ? bytes.length : Math.ceil(rate / SLICES_A_SECOND);
    for (let start = 0; start < bytes.length && !into.destroyed; start += slice) {
      into.write(bytes.subarray(start, start + slice));
      if (rate !== undefined) await pause(1_000 / SLICES_A_SECOND);
    }
    if (left <= 0) into.destroySoon();
  };
  from.on('data', (all: Buffer) => {
    const bytes = all.subarray(0, Math.max(0, Math.min(all.length, left)));
    left -= all.length;
    const at = Date.now() + delay + Math.random() * jitter;
    before = before.then(() => deliver(bytes, at));
  });
  for (const over of ['error', 'close'] as const) from.on(over, () => into.destroy());
}

export async function proxyTo(database: string): Promise<Proxy> {
  const target = Number(new URL(database).port);
  const sockets = new Set<Socket>();
  let weather: Weather = {};
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket.on('close', () => sockets.delete(socket)));
    const { cutAfter: _, ...bothWays } = weather;
    carry(near, far, bothWays);
    carry(far, near, weather);
  });
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  const listen = (port: number): Promise<void> =>
    new Promise((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    uri: `bolt://127.0.0.1:${port}`,
    weather(now) {
      weather = now;
      cut();
    },
    down: () =>
      new Promise((done) => {
        server.close(() => done());
        cut();
      }),
    up: () => listen(port),
  };
}
