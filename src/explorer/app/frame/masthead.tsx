import { Link, useLocation } from 'wouter';
import { useLink, useStatedOnly } from '../address/use-parameters.js';
import { EntityPicker } from '../entities/entity-picker.js';
import { useTexts } from '../texts/use-texts.js';
import { LanguageChoice } from './language-choice.js';

const PAGES = ['questions', 'ties', 'network', 'partners', 'proposals', 'texts'] as const;

/** Name, pages, search, "stated only" and language, on every page. */
export function Masthead() {
  const texts = useTexts();
  const { product, frame, home } = texts;
  const link = useLink();
  const [path, go] = useLocation();
  const [statedOnly, setStatedOnly] = useStatedOnly();
  return (
    <header className="masthead">
      <Link className="product" href={link('/')}>
        {product}
      </Link>
      <nav aria-label={frame.pages}>
        {PAGES.map((page) => (
          <Link key={page} href={link(`/${page}`)} aria-current={path === `/${page}` ? 'page' : undefined}>
            {texts[page === 'texts' ? 'documents' : page].title}
          </Link>
        ))}
        <a href="/graphql">{frame.questions}</a>
      </nav>
      {path !== '/' && (
        <EntityPicker
          label={frame.search}
          placeholder={home.placeholder}
          onPick={({ id }) => go(link(`/${id}`))}
          onText={(text) => go(link('/search', { text }))}
        />
      )}
      <label className="stated-only" title={frame.statedOnlyMeans}>
        <input
          type="checkbox"
          checked={statedOnly}
          onChange={({ target }) => setStatedOnly(target.checked)}
        />
        {frame.statedOnly}
      </label>
      <LanguageChoice />
    </header>
  );
}
