import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Item, Json, Operation, Variables } from '../workload/item.js';
import { environmentOf, type Connection } from './connection.js';

export type ArmName = 'raw' | 'product' | 'library' | 'fields';

/** How long an arm may take to answer for the first time; the library builds its schema meanwhile. */
const START_LIMIT = 120_000;

/** A running arm. */
export interface Arm {
  readonly name: ArmName;
  readonly address: string;
  readonly pid: number;
  /** Milliseconds from its start to the first time that it was ready. */
  readonly started: number;
  memory(): Promise<{ heapUsed: number; rss: number }>;
  stop(): Promise<void>;
}

/** One request as it is sent to an arm. */
export interface Request {
  readonly path: string;
  readonly body: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const COMMANDS: Readonly<Record<ArmName, readonly string[]>> = {
  raw: ['--import', 'tsx', here('./raw.ts')],
  product: ['--enable-source-maps', here('../../dist/main.js')],
  library: ['--import', 'tsx', here('./library/server.ts')],
  fields: ['--import', 'tsx', here('./library/server.ts'), '--cypher-fields'],
};

/** Starts an arm as a process of its own and waits until it answers. */
export async function startArm(name: ArmName, connection: Connection): Promise<Arm> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', here('./tell-memory.mjs'), ...COMMANDS[name]], {
    cwd: here('..'),
    // Nothing of the caller's settings: each arm is told all that it needs.
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      ...environmentOf(connection),
      HOST: '127.0.0.1',
      PORT: '0',
      // One client sends all the load; the budget of a client is not what is measured.
      RATE_BUDGET: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const address = await addressOf(name, child);
  return {
    name,
    address,
    pid: child.pid ?? 0,
    started: performance.now() - began,
    memory: () => memoryOf(child),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The product says it in words, the others by message. */
function addressOf(name: ArmName, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      reject(new Error(`The arm "${name}" ${why}\n${said.slice(-2_000)}`));
    };
    const limit = setTimeout(() => fail(`did not answer within ${START_LIMIT / 1000} s.`), START_LIMIT);
    const found = (address: string): void => {
      clearTimeout(limit);
      resolve(address);
    };
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-10_000);
      const ready = /Ready after .*: (http:\S+)\/graphql/.exec(said);
      if (name === 'product' && ready?.[1] !== undefined) found(ready[1]);
    });
    child.on('message', (message: { address?: string }) => {
      if (message.address !== undefined) found(message.address);
    });
    child.once('exit', (code) => fail(`ended with ${String(code)}.`));
  });
}

function memoryOf(child: ChildProcess): Promise<{ heapUsed: number; rss: number }> {
  return new Promise((resolve) => {
    const listen = (message: { memory?: { heapUsed: number; rss: number } }): void => {
      if (!message.memory) return;
      child.off('message', listen);
      resolve(message.memory);
    };
    child.on('message', listen);
    child.send('memory');
  });
}

/** What an arm is asked for an item; undefined where it cannot say it. */
export function operationOf(name: Exclude<ArmName, 'raw'>, item: Item): Operation | undefined {
  if (name === 'product') return item.product;
  return name === 'library' ? item.library : item.cypherField;
}

/** Whether an arm answers an item at all. */
export const answers = (name: ArmName, item: Item): boolean =>
  name === 'raw' || operationOf(name, item) !== undefined;

/** The request of an item with one set of variables. */
export function requestOf(name: ArmName, item: Item, drawn: Variables): Request {
  if (name === 'raw') return { path: `/${item.id}`, body: JSON.stringify(drawn) };
  const operation = operationOf(name, item);
  if (!operation) throw new Error(`The arm "${name}" does not answer item ${item.id}.`);
  const variables = operation.variables ? operation.variables(drawn) : drawn;
  return { path: '/graphql', body: JSON.stringify({ query: operation.document, variables }) };
}

/** An arm's answer in the form in which answers are compared; an error of the arm is thrown in its own words. */
export function shaped(name: ArmName, item: Item, drawn: Variables, answer: unknown): Json {
  const { errors } = (answer ?? {}) as { errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  if (name === 'raw') return item.raw.shape ? item.raw.shape(answer, drawn) : (answer as Json);
  const operation = operationOf(name, item);
  return operation?.shape((answer as { data: unknown }).data, drawn) ?? null;
}
