import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApiSchema } from '../src/api/schema.js';
import { findEngine } from '../src/engine/engine.js';
import { cypher, statement } from '../src/graph/cypher.js';
import { openDoor } from '../src/graph/door.js';
import { readSavedOperations, type SavedOperation } from '../src/server/saved-operations.js';
import { freshFolder } from './support/engine-process.js';
import { startProduct, stopProducts } from './support/product.js';
import { Operations, seededRandom } from './support/random-operation.js';

// npm run soak [seconds [operations at random]]: mixed saved operations against a started product, on loopback.
const SECONDS = Number(process.argv[2] ?? 60);
const AT_RANDOM = Number(process.argv[3] ?? 2_000);
const TEXTS = SECONDS >= 60 ? 50_000 : 0;
const WORKERS = SECONDS >= 60 ? 6 : 2;
const FAIR = /^(BAD_USER_INPUT|NOT_FOUND|TOO_COSTLY|TOO_DEEP|TOO_MANY_TOKENS)$/;
if (!(SECONDS >= 1 && SECONDS <= 3_600 && AT_RANDOM >= 0 && AT_RANDOM <= 10_000))
  throw new Error('npm run soak [seconds, 1 to 3600 [operations at random, 0 to 10000]]');

const say = (line: string): void => console.log(line);
const faults: string[] = [];
const took: number[] = [];
const random = seededRandom(7);
const dataDir = freshFolder('soak');

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function post(address: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  return (await response.json()) as Answer;
}

/** One saved operation, as an answer of the API, as a page, as a file, or left in the middle. */
async function askOne(address: string, { name, text, variables }: SavedOperation): Promise<void> {
  const way = Math.floor(random() * 20);
  const began = performance.now();
  if (way === 0) {
    const leaving = { signal: AbortSignal.timeout(3) };
    await fetch(`${address}/q/${name}.csv`, leaving).then(
      (left) => left.arrayBuffer(),
      () => undefined,
    );
    return;
  }
  if (way < 12) {
    const { errors } = await post(address, text, variables);
    if (errors) faults.push(`${name}: ${JSON.stringify(errors)}`);
  } else {
    const ending = ['.json', '.csv', '/evidence.csv', '.schema.json'][way % 4] ?? '.json';
    const response = await fetch(`${address}/q/${name}${ending}`, { signal: AbortSignal.timeout(60_000) });
    const body = await response.text();
    // An operation whose answer has no facts has no evidence, and says so.
    if (!response.ok && !(ending === '/evidence.csv' && response.status < 500))
      faults.push(`${name}${ending}: ${response.status} ${body.slice(0, 300)}`);
  }
  took.push(performance.now() - began);
}

/** Bytes of memory that a process holds. */
const memoryOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim()) * 1_024;
const filesOf = (pid: number): number =>
  process.platform === 'linux' ? readdirSync(`/proc/${pid}/fd`).length : 0;
const middle = (of: readonly number[]): number =>
  [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Asks each operation until it is answered: a database that has just started plans its statements for seconds. */
async function planned(address: string): Promise<void> {
  for (const { name, text, variables } of await readSavedOperations('schema/operations')) {
    for (let tries = 5; tries > 0; tries--) {
      const { errors } = await post(address, text, variables);
      const files = await Promise.all(
        ['.csv', '/evidence.csv'].map((ending) => fetch(`${address}/q/${name}${ending}`)),
      );
      for (const file of files) await file.arrayBuffer();
      if (!errors && files.every(({ status }) => status < 500)) break;
    }
  }
}

async function load(address: string, pid: number): Promise<number[]> {
  const operations = await readSavedOperations('schema/operations');
  const until = performance.now() + SECONDS * 1_000;
  const memory: number[] = [];
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const operation = operations[Math.floor(random() * operations.length)] as SavedOperation;
      await askOne(address, operation).catch((error: unknown) =>
        faults.push(`${operation.name}: ${String(error)}`),
      );
    }
  };
  const watch = async (): Promise<void> => {
    while (performance.now() < until) {
      memory.push(memoryOf(pid));
      await sleep(250);
    }
  };
  await Promise.all([watch(), ...Array.from({ length: WORKERS }, worker)]);
  return memory;
}

/** Operations made from the schema, valid and with wrong variables: none may fail by a fault of ours. */
async function atRandom(address: string): Promise<void> {
  const operations = new Operations(buildApiSchema(), seededRandom(11));
  for (let i = 0; i < AT_RANDOM; i++) {
    const made = operations.next();
    for (const { text, variables } of [made, operations.wrong(made)]) {
      const began = performance.now();
      const { errors = [] } = await post(address, text, variables);
      const unfair = errors.filter(({ extensions }) => !FAIR.test(extensions.code));
      if (unfair.length > 0) faults.push(`${text} ${JSON.stringify(variables)}: ${JSON.stringify(unfair)}`);
      if (performance.now() - began > 5_000) faults.push(`${text}: over five seconds`);
    }
  }
}

/** Texts that are all different: what is kept of them has a bound, in the memory too. */
async function distinctTexts(address: string, pid: number): Promise<void> {
  const ask = async (i: number): Promise<void> => {
    const text = `query Q${i} { a${i}: graph { version } limits { name } }`;
    // Every tenth is asked twice, and so compiled.
    for (let times = i % 10 === 0 ? 2 : 1; times > 0; times--) await post(address, text, {});
  };
  const askAll = async (from: number, to: number): Promise<void> => {
    let next = from;
    const worker = async (): Promise<void> => {
      while (next < to) await ask(next++);
    };
    await Promise.all(Array.from({ length: 20 }, worker));
  };
  await askAll(0, 5_000);
  const before = memoryOf(pid);
  await askAll(5_000, TEXTS);
  const after = memoryOf(pid);
  say(`${TEXTS} distinct texts: memory from ${megabytes(before)} to ${megabytes(after)}.`);
  if (after - before > 100e6) faults.push(`Distinct texts took ${megabytes(after - before)}.`);
}

/** Statements of the product that still run in the database. */
async function underWay(): Promise<number> {
  const engine = await findEngine(dataDir);
  if (!engine) throw new Error('The database is gone.');
  const door = openDoor(engine);
  try {
    const shown = statement(
      'shown',
      cypher`SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'cooperation-graph' AND metaData.statement <> 'shown' RETURN metaData.statement AS statement`,
    );
    return (await door.read(shown, { requestId: 'soak', count: () => undefined })).length;
  } finally {
    await door.close();
  }
}

async function soak(): Promise<void> {
  const product = await startProduct({ dataDir, env: { RATE_BUDGET: '0', LOG_LEVEL: 'error' } });
  say(`Started; ${SECONDS} s of mixed saved operations by ${WORKERS} callers ...`);
  await planned(product.address);
  await load(product.address, product.pid).then((memory) => {
    const third = Math.floor(memory.length / 3);
    const [early, late] = [middle(memory.slice(third, 2 * third)), middle(memory.slice(2 * third))];
    say(`Memory in the middle third ${megabytes(early)}, in the last ${megabytes(late)}.`);
    // In the first seconds the engine still compiles and sizes its heap.
    const more = SECONDS >= 60 ? 0.15 * early : 0.5 * early;
    if (late - early > more) faults.push(`The memory grew from ${megabytes(early)} to ${megabytes(late)}.`);
  });
  const sorted = took.sort((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
  say(`${took.length} answers, half within ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms.`);
  if (took.length < SECONDS / 2) faults.push(`Only ${took.length} answers.`);
  if (AT_RANDOM > 0) {
    say(`${AT_RANDOM} operations made at random, each also with wrong variables ...`);
    await atRandom(product.address);
  }
  if (TEXTS > 0) await distinctTexts(product.address, product.pid);
  await sleep(3_000);
  const left = await underWay();
  if (left > 0) faults.push(`${left} statements still run.`);
  // A pool of 50 to the database, callers that fetch keeps, and the process's own.
  const files = filesOf(product.pid);
  say(`${left} statements run, ${files} files are open.`);
  if (files > 150) faults.push(`${files} files are open.`);
  const output = product
    .output()
    .split('\n')
    .filter((line) => /"level":(50|60)|nhandled/.test(line));
  faults.push(...output);
  const code = await product.stop();
  if (code !== 0) faults.push(`It ended with ${code}.`);
}

try {
  await soak();
} catch (error) {
  faults.push(String(error));
} finally {
  await stopProducts();
  rmSync(dataDir, { recursive: true, force: true });
}
for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
say(faults.length === 0 ? 'No fault.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
