/** Every code that a fault of the product may carry, with its one-line meaning; README and error tests read it. */
export const FAULT_MEANINGS = {
  BAD_USER_INPUT: 'An argument, variable or file does not fit; the message names it and the rule.',
  BAD_REQUEST: 'The request itself cannot be read: body, content type, headers or batch.',
  GRAPHQL_PARSE_FAILED: 'The document is not well-formed GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document asks for something that the schema does not have.',
  OPERATION_RESOLUTION_FAILURE: 'The document holds no operation of the given name, or several and no name.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is kept under this hash; send the text once.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Documents are not kept under hashes here; send the text.',
  NOT_FOUND: 'There is no such thing, or it is not shown.',
  CONFLICT: 'The write collides with what is already there or with another write; read again, then retry.',
  TOO_MANY_TOKENS: 'The document is longer than the stated number of tokens.',
  TOO_DEEP: 'The document nests deeper than the stated limit.',
  TOO_COSTLY: 'The question may touch more than one request is allowed; ask for less.',
  TOO_LARGE: 'The request body is larger than the stated limit.',
  RATE_LIMITED: 'This caller has used its share for now; retry after the stated time.',
  TIMEOUT: 'The answer was not ready within the stated time; ask for less or try again.',
  CANCELLED: 'The caller went away before the answer was ready.',
  UNAVAILABLE: 'The graph database cannot be reached or is starting or stopping; try again.',
  INTERNAL: 'A fault of ours; the request id finds it in the log.',
} as const;

/** One of the closed list of fault codes. */
export type FaultCode = keyof typeof FAULT_MEANINGS;

/** Whether a text is one of our fault codes. */
export const isFaultCode = (code: unknown): code is FaultCode =>
  typeof code === 'string' && Object.hasOwn(FAULT_MEANINGS, code);

/** What may stand beside a fault's message: `details` is shown to clients, `cause` only ever reaches the log. */
export interface FaultParts {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A failure with a name: its code and message may be shown to anyone, its cause may not. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    readonly code: FaultCode,
    message: string,
    parts: FaultParts = {},
  ) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.details = parts.details;
  }
}

/** An argument that names what is not there, or is not shown; `list` is the root field that lists what is. */
export const absent = (argument: string, id: string, list: string): Fault =>
  new Fault('NOT_FOUND', `There is no ${id}; list them with the root field ${list}.`, {
    details: { argument },
  });
