import type { apolloFor } from '../../api/apollo.js';
import type { ApiContext } from '../../api/context.js';
import { Fault, isFaultCode } from '../../model/faults.js';
import type { Arguments } from './parameters.js';

/** An answer as the API gives it. */
export interface Answer {
  readonly data: Record<string, unknown>;
  readonly extensions: Record<string, unknown>;
}

/** Asks the API as /graphql does, limits and errors included; a fault is thrown. */
export interface Ask {
  (text: string, variables: Arguments): Promise<Answer>;
  /** What is sent for it: what a page costs hangs on that. */
  readonly sent: (
    text: string,
    variables: Arguments,
  ) => { readonly text: string; readonly variables: Arguments };
}

/** Asks in the name of one request; each question has a context of its own. */
export function askOf(apollo: ReturnType<typeof apolloFor>, contextOf: () => ApiContext): Ask {
  const asked = async (query: string, variables: Arguments): Promise<Answer> => {
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: contextOf() });
    if (body.kind !== 'single') throw new Error('The answer came in parts.');
    const { data, errors, extensions } = body.singleResult;
    const [error] = errors ?? [];
    if (!error) return { data: data ?? {}, extensions: extensions ?? {} };
    const { code, requestId: _, ...details } = error.extensions ?? {};
    throw new Fault(isFaultCode(code) ? code : 'INTERNAL', error.message, { details });
  };
  return Object.assign(asked, { sent: (text: string, variables: Arguments) => ({ text, variables }) });
}
