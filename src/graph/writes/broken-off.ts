import { Fault } from '../../model/faults.js';

/** How far a batch had come when it broke off. */
export type Reached =
  | 'PLANNED'
  /** Nothing of it is seen, whatever stands in the database. */
  | 'STAGED'
  /** Its last transaction was sent: nobody can tell whether it was done. */
  | 'SENT'
  /** It stands; what it took out of sight is not worked out to its end. */
  | 'SHOWN';

/** How to have room for a batch that is too large. */
export const MORE_ROOM =
  'Give the database more memory (NEO4J_HEAP, for example 2g; on a server of your own db.memory.transaction.max), or take the register in in parts, each with --partial.';

const NEXT: Readonly<Record<Reached, (id: string) => string>> = {
  PLANNED: () => 'Nothing was taken in: run the same command again.',
  STAGED: () =>
    'Nothing of it is seen: run the same command again, which first clears away what was prepared.',
  SENT: (id) =>
    `It may have been taken in as ${id} or not at all: run the same command again, which finds out and changes nothing if it was.`,
  SHOWN: (id) =>
    `It is taken in as ${id}, and what it took out of sight is not worked out to its end: the next command that writes does that.`,
};

/** A fault of the database in the middle of a batch, told as what became of the batch and how to go on; others as they are. */
export function brokenOff(error: unknown, reached: Reached, id: string): unknown {
  if (!(error instanceof Fault)) return error;
  const { code, cause } = error;
  const next = NEXT[reached](id);
  if (code === 'TOO_COSTLY')
    return new Fault(
      code,
      `The batch needs more memory than the database gives one transaction. ${reached === 'SHOWN' ? next : `Nothing was taken in. ${MORE_ROOM}`}`,
      { cause },
    );
  if (code !== 'UNAVAILABLE' && code !== 'TIMEOUT') return error;
  return new Fault(code, `${error.message.replace(/(; try again)?\.$/, '')}. ${next}`, { cause });
}
