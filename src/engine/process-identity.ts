import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process told apart from any later one of the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the system's own terms; scripts/watcher.mjs writes the same. */
  readonly began: string;
}

const PROC = existsSync('/proc/self/stat');

const ps = (pid: number, column: string): string | undefined => {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
};

/** When a running process began, or undefined when there is none. */
export function beginningOf(pid: number): string | undefined {
  if (!PROC) return ps(pid, 'lstart');
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; where process 1 reaps nothing, it stays listed for ever.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether this very process still runs. */
export const runs = ({ pid, began }: ProcessIdentity): boolean => beginningOf(pid) === began;

/** The arguments that a process was started with. */
export function argumentsOf(pid: number): readonly string[] {
  if (!PROC) return ps(pid, 'command')?.split(' ') ?? [];
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Stops a process and its group: asks, waits as long as `patience` says, then insists. */
export async function end(process_: ProcessIdentity, patience: number): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', patience],
    ['SIGKILL', 10_000],
  ] as const) {
    if (!runs(process_)) return;
    try {
      process.kill(-process_.pid, signal);
    } catch {
      return;
    }
    const latest = Date.now() + wait;
    while (runs(process_) && Date.now() < latest) await pause(50);
  }
}
