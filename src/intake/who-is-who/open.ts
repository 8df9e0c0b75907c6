import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Asking, Door } from '../../graph/door.js';
import { readKnownThings } from '../../graph/reads/who-is-who.js';
import { Faults } from '../faults.js';
import { doubtsCsv, readDoubts, withDoubts } from './doubts-file.js';
import { whoIsWho } from './who.js';
import type { DoubtRow } from './verdicts.js';
import type { WhoIsWho } from './who-is-who.js';

/** Who is who for one import, and the file in which a person settles what is in doubt. */
export interface OpenWhoIsWho {
  readonly who: WhoIsWho;
  /** Throws `Faults` where the file settles something as the same as an id that nobody has; to be asked once all is read. */
  check(): void;
  /** Writes the doubts: the file's rows stay as they are, new ones follow. Leaves the file alone when there is nothing to add. */
  save(): Promise<void>;
}

/** Where the doubts of a register are kept unless the command line says otherwise: a file in the current folder. */
export const doubtsPath = (register: string): string => `${register}.who-is-who.csv`;

/** Largest file of doubts, in bytes; it is held in memory. */
const FILE_LIMIT = 50_000_000;

async function bytesAt(path: string): Promise<Uint8Array | null> {
  const place = { file: basename(path), line: null, column: null };
  try {
    const bytes = await readFile(path);
    if (bytes.length <= FILE_LIMIT) return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Faults([
      { ...place, message: 'The file of doubts cannot be read; name another with --doubts.' },
    ]);
  }
  throw new Faults([
    { ...place, message: `The file of doubts is larger than ${FILE_LIMIT} bytes; remove settled rows.` },
  ]);
}

/** Reads what the graph holds and what a person has settled; a file that is not there settles nothing. */
export async function openWhoIsWho(door: Door, asking: Asking, path: string): Promise<OpenWhoIsWho> {
  const bytes = await bytesAt(path);
  const rows = bytes ? readDoubts(basename(path), bytes) : [];
  const who = whoIsWho(await readKnownThings(door, asking), rows);
  return {
    who,
    check: () => checkVerdicts(who, rows, basename(path)),
    async save() {
      const all = withDoubts(rows, who.doubts);
      if (all.length === rows.length) return;
      await writeFile(`${path}.part`, doubtsCsv(all));
      await rename(`${path}.part`, path);
    },
  };
}

function checkVerdicts(who: WhoIsWho, rows: readonly DoubtRow[], file: string): void {
  const places = rows.flatMap(({ verdict, id, said, at }) =>
    verdict !== 'SAME' || who.isKnown(id)
      ? []
      : [
          {
            file,
            line: at ?? null,
            column: 'id',
            message: `"${said.slice(0, 60)}" is settled as ${id}, which neither the graph nor this import has; write another id.`,
          },
        ],
  );
  if (places.length > 0) throw new Faults(places);
}
