import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Calls one hand before the page is printed, or shown as print, and the other after it; gives what ends that. */
export function aroundPrinting(before: () => void, after: () => void): () => void {
  const media = window.matchMedia('print');
  const change = ({ matches }: MediaQueryListEvent): void => (matches ? before() : after());
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  media.addEventListener('change', change);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    media.removeEventListener('change', change);
  };
}

/** Whether the page is being printed; what hangs on it is drawn anew before the printer looks. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => window.matchMedia('print').matches);
  useEffect(
    () =>
      aroundPrinting(
        () => flushSync(() => setPrinting(true)),
        () => setPrinting(false),
      ),
    [],
  );
  return printing;
}
