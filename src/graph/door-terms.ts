import type { Statement } from './cypher.js';

/** One record as a plain object by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** Who asks, how long they wait, and the count of statements sent for them. */
export interface Asking {
  readonly requestId: string;
  readonly operation?: string | undefined;
  /** Ends the statement in the database too. */
  readonly signal?: AbortSignal | undefined;
  count(statementName: string): void;
}

/** All in milliseconds. */
export interface DoorTimeouts {
  /** To reach the database or get a free connection. */
  readonly connect: number;
  readonly read: number;
  /** A whole write with its repetitions. */
  readonly write: number;
  readonly verify: number;
}

/** Where the database is and how long it may take. */
export interface DoorSettings {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
  readonly timeouts?: Partial<DoorTimeouts>;
  readonly poolSize?: number;
  /** Called after each statement, for logs and measurements; never gets parameters. */
  readonly onStatement?: (event: StatementEvent) => void;
}

/** One statement that was sent. */
export interface StatementEvent {
  readonly statement: string;
  readonly requestId: string;
  readonly mode: 'read' | 'write';
  readonly milliseconds: number;
  readonly failed: boolean;
}

/** What a write may do inside its transaction; the whole work may run twice, so it must be idempotent. */
export interface WriteTransaction {
  run<T extends object = Row>(statement: Statement): Promise<T[]>;
  /** The same, row by row as they come, so that an answer of any length needs no memory. */
  each<T extends object = Row>(statement: Statement, take: (row: T) => unknown): Promise<void>;
}

/** The one way to Neo4j. */
export interface Door {
  /** One statement in READ access mode, sent once more when the connection or a passing fault failed it. */
  read<T extends object = Row>(statement: Statement, asking: Asking): Promise<T[]>;
  /** A transaction, run again by the driver on passing faults. */
  write<T>(work: (tx: WriteTransaction) => Promise<T>, asking: Asking): Promise<T>;
  /** Resolves when the database takes statements; else throws a fault within its time. */
  verify(): Promise<void>;
  close(): Promise<void>;
}
