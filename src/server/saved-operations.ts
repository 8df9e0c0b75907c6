import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A saved question: its file name, its text, and variables to try it with. */
export interface SavedOperation {
  readonly name: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** All `*.graphql` of a folder by name, each with its `<name>.variables.json` where there is one. */
export async function readSavedOperations(folder: string): Promise<readonly SavedOperation[]> {
  const files = await readdir(folder).catch((): string[] => []);
  const names = files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.slice(0, -'.graphql'.length));
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      text: await readFile(join(folder, `${name}.graphql`), 'utf8'),
      variables: files.includes(`${name}.variables.json`)
        ? await variablesIn(join(folder, `${name}.variables.json`))
        : {},
    })),
  );
}

async function variablesIn(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch {
    throw new Error(`${file} is not JSON; write the variables of the question as one JSON object.`);
  }
}
