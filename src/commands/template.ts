import { writeFile } from 'node:fs/promises';
import { sheetName } from '../intake/templates/sheet-name.js';
import { templateOf } from '../intake/templates/write-sheet.js';
import { Fault } from '../model/faults.js';
import type { Kind } from '../model/declaration.js';
import { KINDS } from '../model/kinds.js';

/** The kind that a word stands for: its name, plural or the name of its sheet, in small letters or not. */
function kindFor(word: string): Kind {
  const asked = word.toLowerCase();
  const names = (kind: Kind): string[] =>
    [kind.kind, kind.plural, kind.prefix, sheetName(kind)].map((name) => name.toLowerCase());
  const kind = KINDS.find((one) => names(one).includes(asked));
  if (kind) return kind;
  const known = KINDS.map(sheetName).join(', ');
  throw new Fault('BAD_USER_INPUT', `There is no kind "${word.slice(0, 60)}"; name one of ${known}.`);
}

/** Writes an empty table of a kind into the current folder, to be filled in; never over a file that is there. */
export async function writeTemplate(word: string, format: 'csv' | 'xlsx'): Promise<string> {
  const kind = kindFor(word);
  const file = `${sheetName(kind)}.${format}`;
  try {
    await writeFile(file, await templateOf(kind, format), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Fault(
      'BAD_USER_INPUT',
      `${file} is already here; move it away, or write the template elsewhere.`,
    );
  }
  return [
    `Wrote ${file}. Lines that start with # are not read: they say what the columns mean, and give an example.`,
    `Fill it in and take it in with: npx cooperation-graph import sheets ${file}`,
  ].join('\n');
}
