import { useParameter } from '../address/use-parameters.js';
import { isLanguage, LANGUAGES } from '../texts/languages.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';

/** The languages of the interface, each by its own name. */
export function LanguageChoice() {
  const { frame } = useTexts();
  const { code } = useLanguage();
  const set = useParameter('lang')[1];
  return (
    <select
      className="language"
      aria-label={frame.language}
      value={code}
      onChange={({ target: { value } }) => {
        if (!isLanguage(value)) return;
        localStorage.setItem('language', value);
        set(value);
      }}
    >
      {Object.entries(LANGUAGES).map(([each, { own }]) => (
        <option key={each} value={each} lang={each}>
          {own}
        </option>
      ))}
    </select>
  );
}
