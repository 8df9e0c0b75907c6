import type { CombinedError } from 'urql';
import type { Texts } from '../texts/en.js';

/** What is known of a question that failed. */
export interface Failure {
  /** The API's code of the fault. */
  readonly code: string | null;
  /** The server's own sentence, in English. */
  readonly said: string | null;
  /** HTTP status of the answer; null where none came. */
  readonly status: number | null;
}

/** What went wrong, in the reader's words, and what to do about it. */
export interface FaultInWords {
  readonly what: string;
  readonly next: string;
  /** The server's own sentence, in English; null where there is none. */
  readonly said: string | null;
}

/** The first of the errors in the API's shape; where something between us and the server answered, its status alone. */
export function failureFrom(
  errors: readonly { readonly message: string; readonly extensions?: { readonly [name: string]: unknown } }[],
  status: number | null,
): Failure {
  const [first] = errors;
  const code = first?.extensions?.['code'];
  return { code: typeof code === 'string' ? code : null, said: first?.message ?? null, status };
}

/** What urql says of a failure, in our terms. */
export function failureOf({ graphQLErrors, response }: CombinedError): Failure {
  const answer = response as Response | undefined;
  return failureFrom(graphQLErrors, answer?.status ?? null);
}

/** A failure that may pass by itself: the first question of its form takes the database longest, the next finds it ready. */
export const isPassing = ({ code }: Failure): boolean => code === 'TIMEOUT' || code === 'UNAVAILABLE';

/** Codes that a server before ours gives as a status only. */
const CODE_OF: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  414: 'TOO_LARGE',
  429: 'RATE_LIMITED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'TIMEOUT',
};

/** A failure as a person can act on it: mend the address, ask for less, or try again since the server did not answer. */
export function faultInWords({ code, said, status }: Failure, { faults }: Texts): FaultInWords {
  switch (code ?? CODE_OF[status ?? 0]) {
    case 'NOT_FOUND':
      return { what: faults.notFound, next: faults.searchInstead, said };
    case 'BAD_USER_INPUT':
    case 'BAD_REQUEST':
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED':
      return { what: faults.badInput, next: faults.mendAddress, said };
    case 'TOO_COSTLY':
    case 'TOO_DEEP':
    case 'TOO_LARGE':
    case 'TOO_MANY_TOKENS':
      return { what: faults.tooMuch, next: faults.askLess, said };
    case 'RATE_LIMITED':
      return { what: faults.tooOften, next: faults.tryAgain, said };
    case 'TIMEOUT':
      return { what: faults.tooSlow, next: faults.tryAgain, said };
    case 'UNAVAILABLE':
      return { what: faults.unavailable, next: faults.tryAgain, said };
    default:
      return { what: status === null ? faults.unreachable : faults.unknown, next: faults.tryAgain, said };
  }
}
