import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type ManagedTransaction, type Session } from 'neo4j-driver';
import { statement as statementOf, cypher, type Statement } from './cypher.js';
import type {
  Asking,
  Door,
  DoorSettings,
  DoorTimeouts,
  StatementEvent,
  WriteTransaction,
} from './door-terms.js';
import type { Fault } from '../model/faults.js';
import { faultOf, worthRetrying } from './driver-faults.js';
import { abortFault, within } from './within.js';

export type * from './door-terms.js';

/** For a door through which whole imports are written, on a machine of any speed. */
export const PATIENT: Partial<DoorTimeouts> = { write: 600_000 };

const TIMEOUTS: DoorTimeouts = { connect: 4_000, read: 7_000, write: 30_000, verify: 2_000 };
const APP = 'cooperation-graph';
// The database ends a statement itself, looking every two seconds; the door gives up on an answer only after that.
const GRACE = 2_500;
// A read without an answer for so long is either slow or lost: another connection tells which.
const DOUBT = { after: 3_500, answer: 1_000 };
// Writes that lose against others are repeated for so long.
const REPEAT_FOR = 10_000;
const PING = statementOf('ping', cypher`RETURN 1 AS answer`);

interface Driven {
  readonly records: readonly { toObject(): object }[];
}

/** Opens the door; nothing is sent before the first call. */
export function openDoor(settings: DoorSettings): Door {
  const timeouts = { ...TIMEOUTS, ...settings.timeouts };
  const { database } = settings;
  const driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.username, settings.password), {
    disableLosslessIntegers: true,
    connectionTimeout: timeouts.connect,
    connectionAcquisitionTimeout: timeouts.connect,
    // The door repeats writes itself: sooner after a lost lock, for less long when nobody answers.
    maxTransactionRetryTime: 0,
    maxConnectionPoolSize: settings.poolSize ?? 50,
    connectionLivenessCheckTimeout: 60_000,
    userAgent: APP,
  });
  // One for reads and writes, so that a read sees what this process wrote, on any member of a cluster.
  const bookmarkManager = neo4j.bookmarkManager();

  async function inSession<T>(
    mode: 'READ' | 'WRITE',
    timeout: number,
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>,
    grace = GRACE,
  ): Promise<T> {
    if (signal?.aborted) throw abortFault(signal);
    const session = driver.session({ database, bookmarkManager, defaultAccessMode: neo4j.session[mode] });
    try {
      return await within(work(session), timeout + grace, signal);
    } catch (error) {
      throw faultOf(error);
    } finally {
      // Closing resets the connection, which ends the statement in the database. A silent peer would never
      // confirm it, so nobody waits.
      void session.close().catch(() => undefined);
    }
  }

  const ping = (milliseconds: number): Promise<void> =>
    inSession(
      'READ',
      milliseconds,
      undefined,
      async (session) => void (await session.run(PING.text, PING.params, { timeout: milliseconds })),
      0,
    );

  /** The same work, given up as soon as it is slow and the database does not answer anything else either. */
  async function heard<T>(work: Promise<T>): Promise<T> {
    let doubt: NodeJS.Timeout | undefined;
    const lost = new Promise<never>((_, reject) => {
      doubt = setTimeout(() => void ping(DOUBT.answer).catch(reject), DOUBT.after);
    });
    try {
      return await Promise.race([work, lost]);
    } finally {
      clearTimeout(doubt);
    }
  }

  async function sent<T extends object>(
    name: string,
    asking: Asking,
    mode: StatementEvent['mode'],
    run: () => PromiseLike<Driven>,
  ): Promise<T[]> {
    asking.count(name);
    const began = performance.now();
    let failed = true;
    try {
      const { records } = await run();
      failed = false;
      return records.map((record) => record.toObject() as T);
    } finally {
      const milliseconds = performance.now() - began;
      settings.onStatement?.({ statement: name, requestId: asking.requestId, mode, milliseconds, failed });
    }
  }

  const readOnce = <T extends object>({ name, text, params }: Statement, asking: Asking): Promise<T[]> =>
    inSession('READ', timeouts.read, asking.signal, (session) =>
      heard(
        sent<T>(name, asking, 'read', () =>
          unstacked(() => session.run(text, params, sending(asking, timeouts.read, name))),
        ),
      ),
    );

  const transaction = (tx: ManagedTransaction, asking: Asking): WriteTransaction => ({
    run: ({ name, text, params }) => sent(name, asking, 'write', () => tx.run(text, params)),
    async each<T extends object>({ name, text, params }: Statement, take: (row: T) => unknown) {
      await sent(name, asking, 'write', async () => {
        for await (const record of tx.run(text, params)) take(record.toObject());
        return { records: [] };
      });
    },
  });

  return {
    async read<T extends object>(statement: Statement, asking: Asking): Promise<T[]> {
      const began = performance.now();
      try {
        return await readOnce<T>(statement, asking);
      } catch (error) {
        // A database that took long to fail would take as long again.
        if (!worthRetrying(error) || performance.now() - began > timeouts.connect / 4) throw error;
        return await readOnce<T>(statement, asking);
      }
    },
    async write<T>(work: (tx: WriteTransaction) => Promise<T>, asking: Asking): Promise<T> {
      const began = performance.now();
      for (let pause = 25; ; pause = Math.min(2 * pause, 1_000)) {
        try {
          return await inSession('WRITE', timeouts.write, asking.signal, (session) =>
            session.executeWrite((tx) => work(transaction(tx, asking)), sending(asking, timeouts.write)),
          );
        } catch (error) {
          const patience = (error as Fault).code === 'UNAVAILABLE' ? timeouts.connect / 2 : REPEAT_FOR;
          if (!worthRetrying(error) || performance.now() - began > patience) throw error;
        }
        // Not all at the same moment: two that blocked each other would do so again.
        await sleep(pause * (0.5 + Math.random()));
      }
    },
    verify: () => ping(timeouts.verify),
    close: () => driver.close(),
  };
}

/**
 * The driver takes a stack for each statement, which costs more than to send it; what fails is told by its name here. One line
 * is left, by which a fault within the driver is known.
 */
function unstacked<T>(send: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  try {
    return send();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** What Neo4j shows of a transaction in its log and in SHOW TRANSACTIONS. */
const sending = (
  asking: Asking,
  timeout: number,
  statement?: string,
): { timeout: number; metadata: object } => ({
  timeout,
  metadata: Object.fromEntries(
    Object.entries({ app: APP, requestId: asking.requestId, operation: asking.operation, statement }).filter(
      ([, value]) => value !== undefined,
    ),
  ),
});
