import { Command, InvalidArgumentError, Option } from 'commander';
import { LARGE, type Large } from '../graph/writes/batch.js';
import { importFiles } from './import.js';
import { listImports, undoImport } from './imports.js';
import { run } from './run.js';
import { writeTemplate } from './template.js';

interface ImportFlags {
  readonly dryRun?: true;
  readonly as?: string;
  readonly partial?: true;
  readonly infer: 'none' | 'rules';
  readonly doubts?: string;
  readonly stageAbove: Large;
}

/** From how many facts on a batch is staged; a fact has some five claims. */
function stageAbove(text: string): Large {
  const facts = Number(text);
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a number of facts, for example 4000.');
  return { facts, claims: 5 * facts };
}

const staging = (): Option =>
  new Option(
    '--stage-above <facts>',
    'change more than this in several steps before it is shown; less for a database with little memory',
  )
    .argParser(stageAbove)
    .default(LARGE, String(LARGE.facts));

const program = new Command('cooperation-graph')
  .description('Puts registers into the graph, lists what was put in, and takes it back.')
  .showHelpAfterError('(--help says how)');

program
  .command('import')
  .description(
    'takes a register in as one batch; what its earlier edition said and this one does not is withdrawn',
  )
  .argument(
    '<source>',
    'what the files are: "folder" (CSV files in the format of the seed), "sheets" (filled templates), a mapping that is shipped, or one of your own (.yaml)',
  )
  .argument('<files...>', 'the files, or the folder')
  .option('--dry-run', 'say what it would mean, and write nothing')
  .option('--as <name>', 'name of the register: whose statements these are')
  .option('--partial', 'the files say only a part: nothing is withdrawn or replaced')
  .addOption(
    new Option('--infer <what>', 'whether to take in what a stated rule concludes, marked as inferred')
      .choices(['none', 'rules'])
      .default('rules'),
  )
  .option(
    '--doubts <file>',
    'CSV in which who is who is in doubt, and a person settles it (default: <source>.who-is-who.csv here)',
  )
  .addOption(staging())
  .action(
    (
      source: string,
      files: string[],
      { dryRun, as, partial, infer, doubts, stageAbove: large }: ImportFlags,
    ) =>
      run((config, say) =>
        importFiles(config, say, source, files, {
          dryRun: dryRun === true,
          as: as ?? null,
          partial: partial === true,
          infer,
          doubts: doubts ?? null,
          large,
        }),
      ),
  );

const imports = program
  .command('imports')
  .description('lists the batches that were taken in')
  .action(() => run(listImports));

imports
  .command('undo')
  .description('takes one batch back; what other sources state stays')
  .argument('<batch>', 'id of the batch, for example batch/training-7')
  .addOption(staging())
  .action((id: string, { stageAbove: large }: Pick<ImportFlags, 'stageAbove'>) =>
    run((config, say) => undoImport(config, say, id, large)),
  );

program
  .command('template')
  .description(
    'writes an empty table of a kind into the current folder, to be filled in and imported as "sheets"',
  )
  .argument('<kind>', 'what its rows state, for example cooperations')
  .option('--xlsx', 'a workbook with notes and drop-down lists, instead of a CSV')
  .action((kind: string, { xlsx }: { readonly xlsx?: true }) =>
    run(() => writeTemplate(kind, xlsx === true ? 'xlsx' : 'csv')),
  );

await program.parseAsync();
