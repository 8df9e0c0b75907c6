import { ConfigFault, readConfig, type Config } from '../config.js';
import { StartFault } from '../engine/engine.js';
import { Fault } from '../model/faults.js';
import type { Say } from './prepare-graph.js';

/** Whether an error is told by its message alone: it was written for the person who started the command. */
export const isTold = (error: unknown): error is Error =>
  error instanceof Fault || error instanceof StartFault || error instanceof ConfigFault;

/** Runs a command: its answer goes to standard output, its progress to standard error, a fault ends it with 1. */
export async function run(command: (config: Config, say: Say) => Promise<string>): Promise<void> {
  try {
    const answer = await command(readConfig(), (line) => console.error(line));
    console.log(answer);
  } catch (error) {
    console.error(isTold(error) ? error.message : error);
    process.exitCode = 1;
  }
}
