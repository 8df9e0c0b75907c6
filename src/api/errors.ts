import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Fault, isFaultCode, type FaultCode } from '../model/faults.js';
import { LIMITS } from './limits/figures.js';

interface Shown {
  readonly code: FaultCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

const UNKNOWN: Shown = {
  code: 'INTERNAL',
  message: 'Something failed on our side. The request id finds it in the log.',
};

// What graphql-js and Apollo say in words of their own, and we by a code.
const BY_MESSAGE: readonly (readonly [RegExp, Shown])[] = [
  [
    /Document contains more tha[tn] \d+ tokens/,
    {
      code: 'TOO_MANY_TOKENS',
      message: `The document has more than ${LIMITS.tokens} tokens.`,
      details: { limit: LIMITS.tokens },
    },
  ],
  [
    /recursively requests too many selections/,
    {
      code: 'TOO_COSTLY',
      message: `The document spreads to more than ${LIMITS.selections} fields.`,
      details: { limit: LIMITS.selections },
    },
  ],
  [
    /exceeds the maximum allowed number of nodes/,
    { code: 'TOO_COSTLY', message: 'The document spreads to too many fields to work out its cost.' },
  ],
  [
    /^Maximum introspection depth exceeded/,
    { code: 'TOO_DEEP', message: 'The document nests introspection too deep.' },
  ],
];

/** Leaves out what the caller sent: a value may be a secret put in the wrong place. */
const withoutValues = (message: string): string =>
  message
    .replace(
      / (?:got|has) invalid value [^]*?( at "[^"]*")?; /,
      (_, at: string | undefined) => `${at ?? ''} does not fit: `,
    )
    .replace(/ (?:got|has) invalid value [^]*$/, ' does not fit.')
    .replace(/((?:cannot represent|must be|is not|not a valid)[^:"]*): [^]*$/i, '$1.')
    .replace(/^(Expected value of type "[^"]*"), found [^]*?(; |$)/, '$1$2');

function shown(error: unknown): Shown {
  const root = rootOf(error);
  if (root instanceof Fault) return root;
  if (!(error instanceof GraphQLError && root instanceof GraphQLError)) return UNKNOWN;
  const known = BY_MESSAGE.find(([pattern]) => pattern.test(root.message));
  if (known) return known[1];
  const message = withoutValues(error.message);
  // graphql-jit leaves them out where graphql-js has an empty object.
  const { code, http } = (error.extensions ?? {}) as {
    code?: unknown;
    http?: unknown;
  };
  if (isFaultCode(code)) return { code, message };
  if (/^(Argument|Directive|Variable) "/.test(message)) return { code: 'BAD_USER_INPUT', message };
  if (code === undefined && http !== undefined) return { code: 'BAD_REQUEST', message };
  return UNKNOWN;
}

/** What was thrown first, below the wrapping of graphql-js and Apollo. */
const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;

/** What the log shows: below our own wrapping too. */
function causeOf(error: unknown): unknown {
  const root = rootOf(error);
  return root instanceof Fault && root.cause !== undefined ? root.cause : root;
}

/** An error as clients see it, whichever way it came: a message, its place, a code and the request id. */
export function clientError(error: unknown, requestId?: string): GraphQLFormattedError {
  const { code, message, details } = shown(error);
  const { locations, path } = (error instanceof GraphQLError ? error : {}) as Partial<GraphQLError>;
  return {
    message,
    ...(locations?.length ? { locations } : {}),
    ...(path === undefined ? {} : { path }),
    extensions: { ...details, code, ...(requestId === undefined ? {} : { requestId }) },
  };
}

/** The errors of one answer as clients see them; what is our fault goes to the log with its cause. */
export function clientErrors(
  errors: readonly unknown[],
  { requestId, log, operation }: { requestId: string; log: Logger; operation?: string | undefined },
): GraphQLFormattedError[] {
  const listed = errors.slice(0, LIMITS.errors).map((error) => clientError(error, requestId));
  listed.forEach(({ extensions, path }, i) => {
    const ours = extensions?.['code'] === 'INTERNAL' || extensions?.['code'] === 'UNAVAILABLE';
    if (ours) log.error({ requestId, operation, path, err: causeOf(errors[i]) }, 'request failed');
  });
  return listed;
}
