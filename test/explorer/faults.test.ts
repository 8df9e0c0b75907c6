import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_MEANINGS } from '../../src/model/faults.js';

/** By its path, so that the explorer's own types stay its own. */
const FOLDER = resolve(import.meta.dirname, '../../src/explorer/app');
const read = async <Exports>(path: string): Promise<Exports> =>
  (await import(`${FOLDER}/${path}`)) as Exports;

interface Failure {
  readonly code: string | null;
  readonly said: string | null;
  readonly status: number | null;
}
const { failureFrom, faultInWords } = await read<{
  failureFrom: (errors: readonly object[], status: number | null) => Failure;
  faultInWords: (failure: Failure, texts: object) => { what: string; next: string; said: string | null };
}>('ask/fault.ts');
const { en } = await read<{ en: { faults: Readonly<Record<string, string>> } }>('texts/en.ts');

/** The text for a fault of this code, or of an answer that has no more than a status. */
const saidOf = (code: string | null, status: number | null) => {
  const errors = code === null ? [] : [{ message: 'Its own sentence.', extensions: { code } }];
  const { what, next, said } = faultInWords(failureFrom(errors, status), en);
  const name = (text: string): string => Object.entries(en.faults).find(([, each]) => each === text)![0];
  expect(said).toBe(code === null ? null : 'Its own sentence.');
  return [name(what), name(next)];
};

describe('a failure in words', () => {
  const cases: readonly (readonly [
    code: string | null,
    status: number | null,
    what: string,
    next: string,
  ])[] = [
    // What is wrong is the question: the reader mends it.
    ['BAD_USER_INPUT', 400, 'badInput', 'mendAddress'],
    ['BAD_USER_INPUT', 200, 'badInput', 'mendAddress'],
    ['BAD_REQUEST', 400, 'badInput', 'mendAddress'],
    ['GRAPHQL_VALIDATION_FAILED', 400, 'badInput', 'mendAddress'],
    ['NOT_FOUND', 404, 'notFound', 'searchInstead'],
    ['TOO_COSTLY', 400, 'tooMuch', 'askLess'],
    ['TOO_LARGE', 414, 'tooMuch', 'askLess'],
    // The question is right: the reader waits and asks it again.
    ['RATE_LIMITED', 429, 'tooOften', 'tryAgain'],
    ['TIMEOUT', 504, 'tooSlow', 'tryAgain'],
    ['UNAVAILABLE', 503, 'unavailable', 'tryAgain'],
    ['INTERNAL', 500, 'unknown', 'tryAgain'],
    // Something before the server answered, in a form of its own.
    [null, 404, 'notFound', 'searchInstead'],
    [null, 414, 'tooMuch', 'askLess'],
    [null, 429, 'tooOften', 'tryAgain'],
    [null, 500, 'unknown', 'tryAgain'],
    [null, 502, 'unavailable', 'tryAgain'],
    [null, 503, 'unavailable', 'tryAgain'],
    [null, 504, 'tooSlow', 'tryAgain'],
    // No answer at all.
    [null, null, 'unreachable', 'tryAgain'],
  ];
  it.each(cases)('%s with status %s is %s: %s', (code, status, what, next) =>
    expect(saidOf(code, status)).toEqual([what, next]),
  );

  it('no fault of ours tells a reader to mend an address that is right', () => {
    const ours = ['RATE_LIMITED', 'TIMEOUT', 'CANCELLED', 'UNAVAILABLE', 'INTERNAL', 'CONFLICT'] as const;
    for (const code of ours) {
      expect(FAULT_MEANINGS).toHaveProperty(code);
      expect(saidOf(code, null)[1], code).toBe('tryAgain');
    }
  });
});
