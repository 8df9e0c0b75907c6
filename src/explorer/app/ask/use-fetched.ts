import { useEffect, useState } from 'react';

/** What an address of our own gave: undefined while it is under way. */
export type Fetched<Body> =
  { readonly body: Body } | { readonly fault: string | null; readonly again: () => void } | undefined;

/** Reads JSON from one of our own addresses; cancelled when the page is left or the address changes. */
export function useFetched<Body>(address: string): Fetched<Body> {
  const [fetched, setFetched] = useState<Fetched<Body>>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const failed = (fault: string | null): void =>
      setFetched({ fault, again: () => setTries((so) => so + 1) });
    setFetched(undefined);
    fetch(address, { headers: { accept: 'application/json' }, signal: leaving.signal })
      .then(async (answer) => {
        const body = (await answer.json()) as Body & { errors?: { message: string }[] };
        const [error] = body.errors ?? [];
        if (answer.ok && !error) setFetched({ body });
        else failed(error?.message ?? null);
      })
      .catch(() => {
        if (!leaving.signal.aborted) failed(null);
      });
    return () => leaving.abort();
  }, [address, tries]);
  return fetched;
}
