import type { Neo4jError } from 'neo4j-driver';
import { Fault, type FaultCode } from '../model/faults.js';

type Translation = readonly [RegExp, FaultCode, string];

/** Driver codes, first fit wins; the driver's own text never reaches a message. */
const TRANSLATIONS: readonly Translation[] = [
  [
    /^(ServiceUnavailable|SessionExpired)$/,
    'UNAVAILABLE',
    'The graph database cannot be reached; try again.',
  ],
  // Cut off in the middle of a message.
  [/^ProtocolError$/, 'UNAVAILABLE', 'The connection to the graph database broke off; try again.'],
  [
    /^Neo\.ClientError\.Security\./,
    'UNAVAILABLE',
    'The graph database refuses the user name or password set for it.',
  ],
  [
    /\.Database\.DatabaseNotFound$/,
    'UNAVAILABLE',
    'The graph database has no database of the name set for it.',
  ],
  [
    /\.Transaction\.(TransactionTimedOut|LockAcquisitionTimeout)/,
    'TIMEOUT',
    'The graph database took too long.',
  ],
  [
    /\.(DeadlockDetected|LockClientStopped|Outdated)$/,
    'CONFLICT',
    'Another write got in the way; try again.',
  ],
  [/OutOfMemory/i, 'TOO_COSTLY', 'The question needs more memory than one request is allowed; ask for less.'],
  [/\.Transaction\.Terminated$/, 'TIMEOUT', 'The graph database ended the request before it was answered.'],
  [/^Neo\.TransientError\./, 'UNAVAILABLE', 'The graph database is busy; try again.'],
];

const BROKEN_KEY = /with label `([^`]+)` and propert(?:y|ies) `([^`]+)` = '([^']*)'/;

/** Turns whatever a driver call threw into a named fault; faults of ours pass through. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const cause = error as Partial<Neo4jError> & Error;
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (code.endsWith('.Schema.ConstraintValidationFailed')) return brokenKey(cause);
  const found = TRANSLATIONS.find(([pattern]) => pattern.test(code));
  if (found) return new Fault(found[1], found[2], { cause });
  // The driver gives a full pool, and a pool or session that is being closed, no code of their own.
  if (/acquisition timed out|Pool is closed|closed (session|driver)/i.test(String(cause.message))) {
    return new Fault('UNAVAILABLE', 'No connection to the graph database is free; try again.', { cause });
  }
  if (isCutShort(cause)) {
    return new Fault('UNAVAILABLE', 'The connection to the graph database broke off; try again.', { cause });
  }
  if (/^Server responded HTTP/.test(String(cause.message))) {
    return new Fault('UNAVAILABLE', 'Where the graph database should be, a web server answers.', { cause });
  }
  return new Fault('INTERNAL', 'A statement failed in the graph database.', { cause });
}

// The driver reads past the end of a greeting of which only a part arrived.
const isCutShort = ({ name, code, stack = '' }: Partial<Neo4jError> & Error): boolean =>
  name === 'RangeError' && (code as string) === 'ERR_OUT_OF_RANGE' && stack.includes('neo4j-driver');

function brokenKey(cause: Error): Fault {
  const [, label, key, value] = BROKEN_KEY.exec(cause.message) ?? [];
  if (!label) return new Fault('CONFLICT', 'The write breaks a rule of the graph database.', { cause });
  return new Fault('CONFLICT', `There already is a ${label} whose ${key} is ${value}.`, {
    details: { label, key, value },
    cause,
  });
}

/** Whether the same work may be sent once more: the driver says that its failure may pass. */
export const worthRetrying = (error: unknown): error is Fault =>
  error instanceof Fault && (error.cause as Partial<Neo4jError> | undefined)?.retriable === true;
