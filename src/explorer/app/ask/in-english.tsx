import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../texts/use-texts.js';

/** A sentence that the server makes, which is in English in every language; a mark says so once it is read elsewhere. */
export function InEnglish({ children }: { readonly children: ReactNode }) {
  const { frame } = useTexts();
  const { code } = useLanguage();
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <span lang="en" dir="ltr">
        {children}
      </span>
      {code !== 'en' && (
        <abbr className="fallback" title={frame.sentenceEnglish}>
          en
        </abbr>
      )}
    </>
  );
}
