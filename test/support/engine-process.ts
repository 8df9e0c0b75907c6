import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** A fresh data folder in the clone. */
export function freshFolder(name: string): string {
  mkdirSync('.test-data', { recursive: true });
  return mkdtempSync(resolve('.test-data', `${name}-`));
}

/** A process that runs test/support/engine-child.ts, and what it has said. */
export interface EngineProcess {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  readonly ended: Promise<number | null>;
  /** The rest of the first line that begins with a word; fails when the process ends without it. */
  line(word: string, within?: number): Promise<string>;
}

const running = new Set<ChildProcess>();

export function engineProcess(
  dataDir: string,
  more: { args?: readonly string[]; env?: Record<string, string>; cwd?: string } = {},
): EngineProcess {
  const script = resolve('test/support/engine-child.ts');
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve?.('tsx') ?? 'tsx', script, dataDir, ...(more.args ?? [])],
    { env: { ...process.env, ...more.env }, cwd: more.cwd, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  let over = false;
  const ended = new Promise<number | null>((done) =>
    child.on('close', (code) => {
      over = true;
      running.delete(child);
      done(code);
    }),
  );
  return {
    process: child,
    lines,
    ended,
    async line(word, within = 60_000) {
      for (const latest = Date.now() + within; Date.now() < latest; await pause(20)) {
        const found = lines.find((line) => line.startsWith(`${word} `));
        if (found !== undefined) return found.slice(word.length + 1);
        if (over) break;
      }
      throw new Error(`No line "${word}"; there was:\n${lines.join('\n')}`);
    },
  };
}

export async function until(what: string, holds: () => boolean, within = 30_000): Promise<void> {
  for (const latest = Date.now() + within; !holds(); await pause(20))
    if (Date.now() > latest) throw new Error(`Not within ${within} ms: ${what}`);
}

/** The ids of all processes that name a folder in their arguments: JVM, watcher, owner. */
export const processesOn = (dataDir: string): number[] =>
  execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .filter((line) => line.includes(dataDir) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10));

/** The JVM that the watcher recorded last. */
export const jvmOf = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'jvm.json'), 'utf8')) as { pid: number }).pid;

export const hasJvm = (dataDir: string): boolean => existsSync(join(dataDir, 'jvm.json'));

/** Ends what a test left, and its folder; fails when anything had to be ended. */
export async function cleanUp(dataDir: string): Promise<void> {
  for (const child of running) child.kill('SIGTERM');
  await until('the processes of the test end', () => processesOn(dataDir).length === 0).finally(() => {
    for (const pid of processesOn(dataDir)) process.kill(pid, 'SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });
}
