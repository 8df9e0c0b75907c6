import { Fault } from '../../model/faults.js';
import type { WhoIsWho } from '../who-is-who/who-is-who.js';
import { iatiReader } from './iati/read-iati.js';
import { mappingReader } from './mapping/mapping-reader.js';
import { shippedMappings } from './mapping/shipped.js';
import { readFolder } from './read-folder.js';
import { readSheets } from './read-sheets.js';
import type { Growing } from '../spooled.js';
import type { Register } from './register.js';
import type { Row } from './row.js';

/** What is asked of a reader. */
export interface Asked {
  /** Files or folders, as given on the command line. */
  readonly files: readonly string[];
  /** Name of the register; null where the reader knows it. */
  readonly as: string | null;
  /** Whether what a stated rule concludes is taken in too, marked as inferred. */
  readonly infer: 'none' | 'rules';
  /** Opens the list of who is who, for readers that meet names. */
  readonly who: () => Promise<WhoIsWho>;
  /** Opens an empty list for the rows. */
  readonly rows: () => Growing<Row>;
}

/** Turns files into rows of the one format. */
export type Reader = (asked: Asked) => Promise<Register>;

/** Readers by the word that stands for them on the command line. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['folder', readFolder],
  ['sheets', readSheets],
  ['iati', iatiReader],
]);

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Refuses what is an address and no file: an import connects to nothing but the database. */
export function refuseAddresses(named: readonly string[]): void {
  const address = named.find((one) => ADDRESS.test(one));
  if (address !== undefined)
    throw new Fault(
      'BAD_USER_INPUT',
      `"${address.slice(0, 100)}" is an address; an import reads files of this machine alone, so save it as one first.`,
    );
}

/** The reader that a word stands for: one of ours, a mapping that is shipped, or the path of a mapping. */
export function readerOf(source: string): Reader {
  const shipped = shippedMappings();
  const path = /\.ya?ml$/i.test(source) ? source : shipped.get(source);
  const reader = READERS.get(source) ?? (path === undefined ? undefined : mappingReader(path));
  if (reader) return reader;
  const names = [...READERS.keys(), ...shipped.keys()].join(', ');
  throw new Fault(
    'BAD_USER_INPUT',
    `Nothing reads "${source.slice(0, 100)}"; name one of ${names}, or a mapping of your own that ends in .yaml.`,
  );
}
