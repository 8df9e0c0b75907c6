import { parse } from 'node:path';
import type { Config } from '../config.js';
import { LARGE, type Large } from '../graph/writes/batch.js';
import { readerOf, refuseAddresses } from '../intake/1-read/readers.js';
import { outlookInWords } from '../intake/3-plan/outlook-in-words.js';
import { importRegister, planRegister } from '../intake/4-apply/import-register.js';
import { Spools } from '../intake/keeping.js';
import { doubtInWords } from '../intake/who-is-who/doubts-file.js';
import { doubtsPath, openWhoIsWho, type OpenWhoIsWho } from '../intake/who-is-who/open.js';
import { modelHash } from '../model/shape.js';
import { possiblySameRows } from '../intake/who-is-who/possibly-same.js';
import { withGraph } from './connect.js';
import { showProgress } from './progress.js';
import { commandAsking, readyGraph, type Say } from './prepare-graph.js';

/** What the command line asks of an import. */
export interface ImportAsked {
  readonly dryRun: boolean;
  readonly as: string | null;
  readonly partial: boolean;
  readonly infer: 'none' | 'rules';
  /** File in which a person settles who is who; null for the usual one. */
  readonly doubts: string | null;
  /** Above what size it is staged; left out, the usual one. */
  readonly large?: Large;
}

/** The file in which a person settles who is who: as asked, else one beside where the command is run. */
const doubtsFile = (source: string, { as, doubts }: ImportAsked): string =>
  doubts ?? doubtsPath(as ?? parse(source).name);

/** Reads a register, says what it means, and takes it in as one batch. */
export async function importFiles(
  config: Config,
  say: Say,
  source: string,
  files: readonly string[],
  asked: ImportAsked,
): Promise<string> {
  const { dryRun, as, partial, infer, large = LARGE } = asked;
  refuseAddresses([source, ...files]);
  const read = readerOf(source);
  const path = doubtsFile(source, asked);
  const keeping = new Spools();
  return withGraph(config, say, async (door) => {
    await readyGraph(door, config, 'import', say);
    const asking = commandAsking('import');
    const { progress, begin, stop } = showProgress(say);
    begin(files.length === 1 ? 'Reading the file' : `Reading ${files.length} files`);
    let opened: OpenWhoIsWho | undefined;
    const register = await read({
      files,
      as,
      infer,
      rows: () => keeping.rows(),
      who: async () => (opened ??= await openWhoIsWho(door, asking, path)).who,
    });
    opened?.check();
    if (opened && infer === 'rules') register.rows.push(...possiblySameRows(register, opened.who));
    const doubts = (opened?.who.doubts ?? []).map(doubtInWords);
    const beside = { doubts, passedOver: register.passedOver };
    const settle =
      doubts.length === 0
        ? ''
        : `\nTo settle who is who, write same or different in the column verdict of ${path} and import again.`;
    begin(`Comparing ${register.rows.length.toLocaleString('en')} rows with the graph`);
    if (dryRun) {
      // Under no lock, and nothing is written: only within a transaction do long answers come row by row.
      const { plan, outlook } = await door.write(
        (tx) => planRegister(tx, register, { partial, keeping }),
        asking,
      );
      await opened?.save();
      return `${outlookInWords(register.name, plan, outlook, beside)}${settle}\nA dry run: nothing was written to the graph.`;
    }
    const { plan, outlook, applied } = await importRegister(
      door,
      register,
      { partial, keeping },
      { model: modelHash() },
      asking,
      { progress, large },
    ).finally(stop);
    await opened?.save();
    const words = `${outlookInWords(register.name, plan, outlook, beside)}${settle}`;
    if (!applied) return words;
    const { id, version } = applied;
    return `${words}\nTaken in as ${id}; the graph is at version ${version}. To take it back: npx cooperation-graph imports undo ${id}`;
  }).finally(() => {
    keeping.close();
  });
}
