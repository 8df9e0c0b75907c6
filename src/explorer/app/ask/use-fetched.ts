import { useEffect, useState } from 'react';

/** What an address of our own gave: undefined while it is under way. */
export type Fetched<Body> = { readonly body: Body } | { readonly fault: string | null } | undefined;

/** Reads JSON from one of our own addresses; cancelled when the page is left or the address changes. */
export function useFetched<Body>(address: string): Fetched<Body> {
  const [fetched, setFetched] = useState<Fetched<Body>>();
  useEffect(() => {
    const leaving = new AbortController();
    setFetched(undefined);
    fetch(address, { headers: { accept: 'application/json' }, signal: leaving.signal })
      .then(async (answer) => {
        const body = (await answer.json()) as Body & { errors?: { message: string }[] };
        const [error] = body.errors ?? [];
        setFetched(answer.ok && !error ? { body } : { fault: error?.message ?? null });
      })
      .catch(() => {
        if (!leaving.signal.aborted) setFetched({ fault: null });
      });
    return () => leaving.abort();
  }, [address]);
  return fetched;
}
