import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** Parameters that hold on every page and go with every link. */
export const CARRIED: readonly string[] = ['lang', 'stated', 'embed'];

/** Sets several parameters of the address in one step; null takes one away. A page keeps all its state there. */
export function useParameters(): (values: Readonly<Record<string, string | null>>) => void {
  const setParameters = useSearchParams()[1];
  return useCallback(
    (values) => {
      setParameters((all) => {
        const next = new URLSearchParams(all);
        for (const [name, value] of Object.entries(values))
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        return next;
      });
    },
    [setParameters],
  );
}

/** One parameter of the address, null where it is empty, and how to set it; two at once are set together, or the second undoes the first. */
export function useParameter(name: string): [string | null, (value: string | null) => void] {
  const [parameters] = useSearchParams();
  const setAll = useParameters();
  const set = useCallback((value: string | null) => setAll({ [name]: value }), [name, setAll]);
  return [parameters.get(name) || null, set];
}

/** Whether only what a source states counts on this page. */
export function useStatedOnly(): [boolean, (only: boolean) => void] {
  const [stated, set] = useParameter('stated');
  return [stated === '1', (only) => set(only ? '1' : null)];
}

/** An address of the explorer that keeps the reader's language and "stated only". */
export function useLink(): (path: string, parameters?: Record<string, string>) => string {
  const [now] = useSearchParams();
  return (path, parameters = {}) => {
    const next = new URLSearchParams(parameters);
    for (const name of CARRIED) {
      const value = now.get(name);
      if (value !== null && !next.has(name)) next.set(name, value);
    }
    const text = next.toString();
    return text === '' ? path : `${path}?${text}`;
  };
}
