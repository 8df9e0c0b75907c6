import type { CombinedError } from 'urql';
import type { Texts } from '../texts/en.js';

/** What went wrong, in the reader's words, and what to do about it. */
export interface FaultInWords {
  readonly what: string;
  readonly next: string;
  /** The server's own sentence, in English; null where there is none. */
  readonly said: string | null;
}

/** An error of a question, as a person can act on it. */
export function faultInWords(error: CombinedError, texts: Texts): FaultInWords {
  const { faults } = texts;
  const [first] = error.graphQLErrors;
  const code = first?.extensions?.['code'];
  const said = first?.message ?? null;
  if (error.networkError && !first) return { what: faults.unreachable, next: faults.tryAgain, said: null };
  switch (code) {
    case 'NOT_FOUND':
      return { what: faults.notFound, next: faults.searchInstead, said };
    case 'BAD_USER_INPUT':
    case 'GRAPHQL_VALIDATION_FAILED':
      return { what: faults.badInput, next: faults.mendAddress, said };
    case 'TOO_COSTLY':
      return { what: faults.tooMuch, next: faults.askLess, said };
    case 'RATE_LIMITED':
    case 'TIMEOUT':
    case 'UNAVAILABLE':
      return { what: faults.unavailable, next: faults.tryAgain, said };
    default:
      return { what: faults.unknown, next: faults.tryAgain, said };
  }
}
