import { useEffect, useRef, useState } from 'react';
import { failureFrom, isPassing, type Failure } from './fault.js';

/** What an address of our own gave: undefined while it is under way. */
export type Fetched<Body> =
  { readonly body: Body } | { readonly failure: Failure; readonly again: () => void } | undefined;

interface Refused {
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/**
 * Reads JSON from one of our own addresses; cancelled when the page is left or the address changes. What may pass by
 * itself is asked once more.
 */
export function useFetched<Body>(address: string): Fetched<Body> {
  const [fetched, setFetched] = useState<Fetched<Body>>();
  const [tries, setTries] = useState(0);
  const triedAgain = useRef<string>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    const again = (): void => setTries((so) => so + 1);
    const failed = (failure: Failure): void => {
      if (isPassing(failure) && triedAgain.current !== address) {
        triedAgain.current = address;
        again();
      } else setFetched({ failure, again });
    };
    setFetched(undefined);
    fetch(address, { headers: { accept: 'application/json' }, signal: leaving.signal })
      .then(async (answer) => {
        // Something between us and the server may answer in another form than JSON.
        const body = (await answer.json().catch(() => ({ errors: [] }))) as Body & Refused;
        if (leaving.signal.aborted) return;
        if (answer.ok && !body.errors) setFetched({ body });
        else failed(failureFrom(body.errors ?? [], answer.status));
      })
      .catch(() => {
        if (!leaving.signal.aborted) failed({ code: null, said: null, status: null });
      });
    return () => leaving.abort();
  }, [address, tries]);
  return fetched;
}
