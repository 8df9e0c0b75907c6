import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { usePrinting } from './use-printing.js';

/** So many rows are drawn as they are; what is found by the browser's own search is never cut below that. */
const ALL_UP_TO = 100;
/** Rows drawn beyond the window on each side, so that Tab always finds the next link. */
const BEYOND = 12;
/** So many rows go on paper, some thirty sheets; of more the beginning, and how many there are. */
const PRINTED_MOST = 1_000;

/** Which rows of a long table are drawn: those near the window, and the one that has the focus; in print all up to a bound. */
export function useVirtualRows(count: number, height: number, table: RefObject<HTMLTableElement | null>) {
  const printing = usePrinting();
  const [top, setTop] = useState(0);
  const focused = useRef<number | null>(null);
  const virtual = count > ALL_UP_TO && !printing;
  useLayoutEffect(() => {
    if (!virtual) return;
    // What stands above the table may still grow; rows are placed from where it ends.
    const measure = (): void => {
      const head = table.current?.tHead;
      if (head) setTop(Math.round(head.getBoundingClientRect().bottom + window.scrollY));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(document.body);
    return () => watching.disconnect();
  }, [virtual, table]);
  const rows = useWindowVirtualizer({
    count,
    enabled: virtual,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: top,
    rangeExtractor: (range: Range) => {
      const near = defaultRangeExtractor(range);
      const at = focused.current;
      if (at === null || at >= count || near.includes(at)) return near;
      return [...near, at].sort((a, b) => a - b);
    },
  });
  return { rows, virtual, top, focused, whole: printing ? Math.min(count, PRINTED_MOST) : count };
}
