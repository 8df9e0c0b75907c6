import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './running.js';

/** Milliseconds: running requests may end by themselves, then their statements are ended, then sockets closed. */
export const DRAIN = { patient: 8_000, closed: 9_000 } as const;

/** Open sockets with the number of requests under way on each; Node itself does not close those never used. */
export class Sockets {
  readonly #open = new Map<Socket, number>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#open.set(socket, 0);
      socket.once('close', () => this.#open.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.#count(socket, 1);
      response.once('close', () => this.#count(socket, -1));
    });
  }

  #count(socket: Socket, by: number): void {
    const before = this.#open.get(socket);
    if (before !== undefined) this.#open.set(socket, before + by);
  }

  closeIdle(): void {
    for (const [socket, requests] of this.#open) if (requests === 0) socket.destroySoon();
  }
}

/** Takes no new requests, lets running ones end, and is done within ten seconds whatever they do. */
export async function drain(app: FastifyInstance, running: Running, sockets: Sockets): Promise<void> {
  const idle = setInterval(() => sockets.closeIdle(), 50);
  const timers = [
    setTimeout(() => running.end(), DRAIN.patient),
    setTimeout(() => app.server.closeAllConnections(), DRAIN.closed),
  ];
  try {
    await Promise.race([app.close(), sleep(DRAIN.closed + 500, undefined, { ref: false })]);
  } finally {
    clearInterval(idle);
    timers.forEach(clearTimeout);
  }
}
