import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/** What came of the pages after the first one. */
export interface FurtherPages<Data> {
  readonly pages: readonly Data[];
  readonly fetching: boolean;
  readonly error: CombinedError | undefined;
  readonly ask: (after: string) => void;
}

/** Pages of a list after the first, each asked for by the reader; what is under way is cancelled when the page is left. */
export function useFurtherPages<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variablesAfter: (after: string) => Variables,
): FurtherPages<Data> {
  const client = useClient();
  const [pages, setPages] = useState<readonly Data[]>([]);
  const [fetching, setFetching] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const leave = useRef<() => void>(undefined);
  useEffect(() => () => leave.current?.(), []);
  const ask = useCallback(
    (after: string) => {
      leave.current?.();
      setFetching(true);
      setError(undefined);
      const { unsubscribe } = client
        .query(query, variablesAfter(after), { requestPolicy: 'network-only' })
        .subscribe(({ data, error: failed, stale }) => {
          if (stale) return;
          setFetching(false);
          setError(failed);
          if (data) setPages((all) => [...all, data]);
        });
      leave.current = unsubscribe;
    },
    [client, query, variablesAfter],
  );
  return { pages, fetching, error, ask };
}
