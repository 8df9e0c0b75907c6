import { portTaken } from './bolt-port.js';
import { diskFull } from './data-folder.js';
import type { Places } from './places.js';
import { OTHER_WAYS, StartFault } from './start-fault.js';
import type { Ending } from './watched.js';

/** Why the database ended by itself, by what it printed. */
export function databaseFault(
  places: Places,
  boltPort: number,
  ending: Ending,
  printed: readonly string[],
): StartFault {
  const text = printed.join('\n');
  const log = `its own words are in ${places.console}`;
  if (/BindException|Address already in use/.test(text)) return portTaken(boltPort);
  if (/No space left on device|Disk quota exceeded/.test(text)) return diskFull(places.dataDir);
  if (
    /could not be locked|Unable to obtain lock|FileLockException|already in use by another process/i.test(
      text,
    )
  )
    return new StartFault(
      'DATA_DIR_IN_USE',
      `Another Neo4j holds the database in ${places.home}: stop that one, or set DATA_DIR to another folder (${log}).`,
    );
  if (
    /Could not reserve enough space|Too small initial heap|Invalid (?:maximum|initial) heap|OutOfMemoryError/i.test(
      text,
    )
  )
    return new StartFault(
      'OUT_OF_MEMORY',
      `Java could not get the memory that the database needs: set NEO4J_HEAP to a size that this machine has, at least 256m (${log}). ${OTHER_WAYS}`,
    );
  const how =
    ending.failed ?? (ending.signal != null ? `signal ${ending.signal}` : `exit code ${ending.code}`);
  return new StartFault(
    'DATABASE_FAILED',
    `The embedded database ended by itself (${how}): ${log}. Start again; its data are recovered. ${OTHER_WAYS}`,
  );
}
