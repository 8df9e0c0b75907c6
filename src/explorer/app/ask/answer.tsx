import { useEffect, useRef, type ReactNode } from 'react';
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { useTexts } from '../texts/use-texts.js';
import { FaultBox } from './fault-box.js';
import { failureOf, faultInWords, isPassing } from './fault.js';
import { Waiting } from './waiting.js';

/**
 * Asks one question and shows what comes of it: the answer, or what went wrong and how to go on. While a changed
 * question is under way the answer before it stays, dimmed.
 */
export function Answer<Data, Variables extends AnyVariables>({
  to,
  variables,
  children,
}: {
  readonly to: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly children: (data: NonNullable<Data>) => ReactNode;
}) {
  const texts = useTexts();
  const [{ data, error, fetching, stale }, askAgain] = useQuery({ query: to, variables });
  const triedAgain = useRef(false);
  const failure = error && failureOf(error);
  const passing = failure !== undefined && !triedAgain.current && isPassing(failure);
  useEffect(() => {
    if (!passing) return;
    triedAgain.current = true;
    askAgain({ requestPolicy: 'network-only' });
  }, [passing, askAgain]);
  if (passing) return <Waiting />;
  if (failure && !isAnswered(data)) {
    return <FaultBox failure={failure} onAgain={() => askAgain({ requestPolicy: 'network-only' })} />;
  }
  if (data === undefined || data === null) return <Waiting />;
  return (
    <div className={fetching || stale ? 'answer under-way' : 'answer'} aria-busy={fetching}>
      {failure && (
        <p className="fault" role="alert">
          {faultInWords(failure, texts).what} {texts.faults.partly}
        </p>
      )}
      {children(data)}
    </div>
  );
}

/** Whether at least one field came back; what failed whole is not an answer that says "there is none". */
const isAnswered = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
