/** Why the embedded database cannot start; callers show the message and leave with a non-zero exit code. */
export type StartFaultCode =
  | 'JAVA_MISSING'
  | 'JAVA_TOO_OLD'
  | 'MAVEN_MISSING'
  | 'NO_NETWORK'
  | 'FETCH_FAILED'
  | 'JARS_MISSING'
  | 'DISK_FULL'
  | 'DATA_DIR_UNWRITABLE'
  | 'DATA_DIR_IN_USE'
  | 'DATA_NEWER'
  | 'PORT_TAKEN'
  | 'OUT_OF_MEMORY'
  | 'PASSWORD_REFUSED'
  | 'DATABASE_FAILED';

/** What a fault about the machine ends with: the ways to a database other than the one that failed. */
export const OTHER_WAYS =
  'Or set NEO4J_URI to use a Neo4j server that runs already, or use compose.yaml, which brings everything in containers.';

/** A start that failed, in one line: what is wrong, where, and how to mend it. */
export class StartFault extends Error {
  override readonly name = 'StartFault';

  constructor(
    readonly code: StartFaultCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** The code that Node gives a failed system call, such as ENOENT. */
export const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
