/** Languages of the interface, by the name that each gives itself; their codes are those of the API's names. */
export const LANGUAGES = {
  ar: { own: 'العربية', api: 'AR', direction: 'rtl' },
  zh: { own: '中文', api: 'ZH', direction: 'ltr' },
  en: { own: 'English', api: 'EN', direction: 'ltr' },
  fr: { own: 'Français', api: 'FR', direction: 'ltr' },
  ru: { own: 'Русский', api: 'RU', direction: 'ltr' },
  es: { own: 'Español', api: 'ES', direction: 'ltr' },
} as const;

/** The code of a language of the interface, as in the address and in `lang` of the page. */
export type LanguageCode = keyof typeof LANGUAGES;

/** Whether a text of the address is such a code. */
export const isLanguage = (code: string | null): code is LanguageCode =>
  code !== null && Object.hasOwn(LANGUAGES, code);
