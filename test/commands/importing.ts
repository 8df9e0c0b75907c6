import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { importFiles, type ImportAsked } from '../../src/commands/import.js';
import { undoImport } from '../../src/commands/imports.js';
import { readConfig, type Config } from '../../src/config.js';
import { testEngine } from '../support/engine.js';

/** Settings of a command that works on the run's database. */
export function givenDatabase(): Record<string, string> {
  const { uri, username, password, database } = testEngine();
  return {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
  };
}

const config = (): Config => readConfig(givenDatabase());
const silent = (): void => undefined;

/** The batch that an answer names. */
export const batchIn = (answer: string): string => /Taken in as (batch\/\S+);/.exec(answer)?.[1] ?? '';

/** Takes the batch that an answer names back. */
export const undo = (answer: string): Promise<string> => undoImport(config(), silent, batchIn(answer));

/** A folder in which registers lie, and the command that takes them in; the folder is gone afterwards. */
export interface Importing {
  /** Path of a file in the folder. */
  readonly at: (name: string) => string;
  /** Writes files, and gives their paths. */
  readonly place: (files: Readonly<Record<string, string>>) => Promise<string[]>;
  /** Writes files, takes them in as the command does, and gives its answer. */
  readonly take: (
    source: string,
    files: Readonly<Record<string, string>>,
    asked?: Partial<ImportAsked>,
  ) => Promise<string>;
}

/** Makes the folder before the tests of a file. */
export function importing(): Importing {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imports-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const place = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
    for (const [name, text] of Object.entries(files)) await writeFile(at(name), text);
    return Object.keys(files).map(at);
  };
  return {
    at,
    place,
    async take(source, files, asked = {}) {
      const usual = {
        dryRun: false,
        as: null,
        partial: false,
        infer: 'rules',
        doubts: at('doubts.csv'),
      } as const;
      return importFiles(config(), silent, source, await place(files), { ...usual, ...asked });
    },
  };
}
