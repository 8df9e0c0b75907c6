import { createServer } from 'node:net';
import { errnoOf, StartFault } from './start-fault.js';

/** A port of the loopback address that nobody listens on: the wanted one, or any where that is 0. */
export const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(portTaken(wanted, error)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : wanted;
      server.close(() => resolve(port));
    });
  });

/** The Bolt port cannot be had. */
export const portTaken = (port: number, cause?: unknown): StartFault =>
  new StartFault(
    'PORT_TAKEN',
    `The Bolt port ${port} of the embedded database cannot be used (${errnoOf(cause) ?? 'EADDRINUSE'}): stop what listens there, or set NEO4J_BOLT_PORT to another port, or to 0 for any free one.`,
    cause,
  );
