import { useEffect, type RefObject } from 'react';
import { aroundPrinting } from '../../lists/use-printing.js';

/** A canvas keeps nothing that a printer could take: while the page is printed, the same stands there as SVG. */
export function usePrinted(place: RefObject<HTMLElement | null>, svg: () => string): void {
  useEffect(() => {
    const before = (): void => {
      const drawn = new DOMParser().parseFromString(svg(), 'image/svg+xml').documentElement;
      place.current?.replaceChildren(document.importNode(drawn, true));
    };
    const after = (): void => place.current?.replaceChildren();
    return aroundPrinting(before, after);
  });
}
