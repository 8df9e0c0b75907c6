import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './engine-process.js';

/** How the product is started: its settings, and the clone and the Node that run it. */
export interface ProductOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A started process of the product. */
export interface Product {
  readonly pid: number;
  /** All that it has printed. */
  output(): string;
  /** Waits until it has printed this; fails when it ends without. */
  said(words: RegExp, within?: number): Promise<void>;
  /** Its exit code, once it has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** The address, once it is ready. */
  ready(): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Ends it as Ctrl-C does, and waits; may be called again. */
  stop(): Promise<number | null>;
}

/** What a command answered. */
export interface CommandOutcome {
  readonly code: number | null;
  readonly answer: string;
  readonly told: string;
}

let built = false;

/** The product as built from the source that stands here. */
function build(): void {
  if (!built) execFileSync(process.execPath, ['scripts/ready.mjs'], { stdio: ['ignore', 2, 2] });
  built = true;
}

function spawned(
  script: string,
  { dataDir, env, cwd = '.' }: ProductOptions,
  args: readonly string[] = [],
): ReturnType<typeof spawnScript> {
  if (cwd === '.') build();
  // The test runner's own mode is not the product's; an empty setting counts as none.
  const inherited = { ...process.env, NODE_ENV: '' };
  const settings = { HOST: '', NEO4J_URI: '', PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, ...env };
  return spawnScript(script, cwd, { ...inherited, ...settings }, args);
}

const spawnScript = (script: string, cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]) =>
  spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const running = new Set<Product>();

/** Starts the product and does not wait. */
export const launchProduct = (options: ProductOptions): Product => launch('main', options, []);

/** Starts dist/commands/NAME.js and does not wait. */
export const launchCommand = (name: string, options: ProductOptions, ...args: readonly string[]): Product =>
  launch(`commands/${name}`, options, args);

function launch(name: string, options: ProductOptions, args: readonly string[]): Product {
  const child = spawned(`dist/${name}.js`, options, args);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let over = false;
  const exited = once(child, 'close').then(([code]) => {
    over = true;
    running.delete(product);
    return code as number | null;
  });
  const said = async (words: RegExp, within = 150_000): Promise<void> => {
    await until(`${words} is said`, () => over || words.test(output), within).catch(() => undefined);
    if (!words.test(output)) throw new Error(`Not said: ${words}. It said:\n${output}`);
  };
  const product: Product = {
    pid: child.pid ?? 0,
    output: () => output,
    said,
    exited,
    async ready() {
      await said(/^Ready after .*\n/m);
      const address = /GraphiQL: (http\S+)\/graphql/.exec(output)?.[1] ?? '';
      const { status } = await fetch(`${address}/health/ready`);
      if (status !== 200) throw new Error(`/health/ready answers ${status}.`);
      return address;
    },
    signal: (name) => void child.kill(name),
    stop: () => {
      child.kill('SIGINT');
      return exited;
    },
  };
  running.add(product);
  return product;
}

/** Starts the product and waits until it is ready. */
export async function startProduct(options: ProductOptions): Promise<Product & { readonly address: string }> {
  const product = launchProduct(options);
  return { ...product, address: await product.ready() };
}

/** Stops what a failed test left. */
export async function stopProducts(): Promise<void> {
  await Promise.all([...running].map((product) => product.stop()));
}

/** Runs dist/commands/NAME.js to its end. */
export async function command(
  name: string,
  options: ProductOptions,
  ...args: readonly string[]
): Promise<CommandOutcome> {
  const child = spawned(`dist/commands/${name}.js`, options, args);
  let [answer, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, answer: answer.trim(), told };
}

/** Asks the saved question with its variables; gives the answer's data, without the graph's version. */
export async function askSaved(address: string, tries = 3): Promise<unknown> {
  const saved = (ending: string): string =>
    readFileSync(join('schema/operations', `cooperation-after-exchange.${ending}`), 'utf8');
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: saved('graphql'), variables: JSON.parse(saved('variables.json')) }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors === undefined) return withoutVersion(data);
  const told = JSON.stringify(errors);
  // A database that has just started, on a busy machine, may plan its first statement for longer than one may take.
  if (told.includes('"TIMEOUT"') && tries > 1) return askSaved(address, tries - 1);
  throw new Error(told);
}

/** A rebuild raises the version and changes nothing else. */
const withoutVersion = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'graphVersion' ? undefined : value)));
