import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.js';

/** The heading of a page, which also names the window. */
export function Title({ children, beside }: { readonly children: string; readonly beside?: ReactNode }) {
  const { product } = useTexts();
  useEffect(() => {
    document.title = `${children} · ${product}`;
  }, [children, product]);
  return (
    <h1>
      <bdi>{children}</bdi> {beside}
    </h1>
  );
}
