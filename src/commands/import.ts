import type { Config } from '../config.js';
import type { Door } from '../graph/door.js';
import { reading } from '../graph/check/walk.js';
import { findGraph } from '../graph/graph-node.js';
import { readerOf } from '../intake/1-read/readers.js';
import { outlookInWords } from '../intake/3-plan/outlook-in-words.js';
import { importRegister, planRegister } from '../intake/4-apply/import-register.js';
import { seedFolder } from '../intake/4-apply/seed-folder.js';
import { modelHash } from '../model/shape.js';
import { withGraph } from './connect.js';
import {
  commandAsking,
  prepareGraph,
  refuseAbsent,
  refuseForeign,
  refuseLacking,
  type Say,
} from './prepare-graph.js';

/** What the command line asks of an import. */
export interface ImportAsked {
  readonly dryRun: boolean;
  readonly as: string | null;
  readonly partial: boolean;
  readonly infer: 'none' | 'rules';
}

/** Brings our own database up to date, as a start does; a given one must have been set up. */
async function ready(door: Door, config: Config, say: Say): Promise<void> {
  if (config.database.kind !== 'given') return prepareGraph(door, seedFolder, say);
  const asking = commandAsking('import');
  const found = await findGraph(door, asking);
  refuseForeign(found);
  refuseAbsent(found);
  await refuseLacking(door, asking);
}

const who = (): Promise<never> => Promise.reject(new Error('No reader of names is there yet.'));

/** Reads a register, says what it means, and takes it in as one batch. */
export async function importFiles(
  config: Config,
  say: Say,
  source: string,
  files: readonly string[],
  { dryRun, as, partial, infer }: ImportAsked,
): Promise<string> {
  const read = readerOf(source);
  return withGraph(config, say, async (door) => {
    await ready(door, config, say);
    const register = await read({ files, as, infer, who });
    const asking = commandAsking('import');
    const beside = { doubts: [], passedOver: register.passedOver };
    if (dryRun) {
      const { plan, outlook } = await planRegister(reading(door, asking), register, { partial });
      return `${outlookInWords(register.name, plan, outlook, beside)}\nA dry run: nothing was written.`;
    }
    const { plan, outlook, applied } = await importRegister(
      door,
      register,
      { partial },
      { model: modelHash() },
      asking,
    );
    const words = outlookInWords(register.name, plan, outlook, beside);
    if (!applied) return words;
    const { id, version } = applied;
    return `${words}\nTaken in as ${id}; the graph is at version ${version}. To take it back: npx cooperation-graph imports undo ${id}`;
  });
}
