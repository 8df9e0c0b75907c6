import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useParameter } from '../address/use-parameters.js';
import { en, type Texts } from './en.js';
import { isLanguage, LANGUAGES, type LanguageCode } from './languages.js';

interface Spoken {
  readonly code: LanguageCode;
  readonly texts: Texts;
}

const SpokenContext = createContext<Spoken>({ code: 'en', texts: en });

/** The others are fetched when first wanted. */
const LOADERS: Record<Exclude<LanguageCode, 'en'>, () => Promise<{ readonly texts: Texts }>> = {
  ar: () => import('./ar.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  ru: () => import('./ru.js'),
  zh: () => import('./zh.js'),
};

/** The language of the address, else the one that the reader chose last, else the browser's, else English. */
function wanted(inAddress: string | null): LanguageCode {
  if (isLanguage(inAddress)) return inAddress;
  const kept = localStorage.getItem('language');
  if (isLanguage(kept)) return kept;
  const codes = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.find(isLanguage) ?? 'en';
}

/** Gives the pages below the texts of the reader's language, and the document its language and direction. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  const code = wanted(useParameter('lang')[0]);
  const [spoken, setSpoken] = useState<Spoken>();
  useEffect(() => {
    let left = false;
    const loading = code === 'en' ? Promise.resolve({ texts: en }) : LOADERS[code]();
    void loading.then(({ texts }) => {
      if (left) return;
      document.documentElement.lang = code;
      document.documentElement.dir = LANGUAGES[code].direction;
      setSpoken({ code, texts });
    });
    return () => {
      left = true;
    };
  }, [code]);
  return spoken && <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** The texts of the interface in the reader's language. */
export const useTexts = (): Texts => use(SpokenContext).texts;

/** The reader's language, for names of the API and for `Intl`. */
export function useLanguage() {
  const { code } = use(SpokenContext);
  return { code, ...LANGUAGES[code] };
}
