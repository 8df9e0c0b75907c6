import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';
import { Budgets, type Purse } from '../api/limits/budget.js';
import { Fault } from '../model/faults.js';
import { refuseFault } from './refusals.js';

const LIMITED = /^\/(graphql(\?|$)|q(\/|\?|$))/;

/**
 * Charges each request for /graphql and /q/ to its client before it is read, so that refused ones cost too; returns how to
 * find the purse that its questions are paid from. A budget of 0 charges nobody.
 */
export function chargeClients(
  app: FastifyInstance,
  perMinute: number,
): (request: FastifyRequest) => Purse | undefined {
  if (perMinute === 0) return () => undefined;
  const budgets = new Budgets(perMinute);
  const purses = new WeakMap<object, Purse>();
  app.addHook('onRequest', (request, reply, done) => {
    if (!LIMITED.test(request.raw.url ?? '')) return done();
    const purse = budgets.purseOf(clientOf(request.ip));
    purses.set(request, purse);
    try {
      purse.enter();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      refuseFault(reply, error);
      return;
    }
    done();
  });
  return (request) => purses.get(request);
}

/** Who counts as one client: an IPv4 address, or the 64 bits of an IPv6 network, of which one caller has all addresses. */
export function clientOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = address.split('%')[0] ?? '';
  if (v4 !== undefined || !isIPv6(plain)) return v4 ?? address;
  // The URL parser gives each address its one short form.
  const short = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [head = [], tail] = short.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = tail === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(':')}::/64`;
}
