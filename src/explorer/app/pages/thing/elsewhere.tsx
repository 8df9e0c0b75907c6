import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';

/** Under which parameter each page takes a topic or a country as its choice. */
const TAKEN_BY = {
  Topic: { ties: 'topic', network: 'topic', partners: 'topic', proposals: 'topic' },
  Country: { ties: 'country', network: 'country', partners: 'country', proposals: 'maker' },
} as const;

/** The other pages with this topic or country chosen already. */
export function Elsewhere({ kind, id }: { readonly kind: string; readonly id: string }) {
  const texts = useTexts();
  const link = useLink();
  if (kind !== 'Topic' && kind !== 'Country') return null;
  return (
    <nav className="elsewhere" aria-label={texts.thing.elsewhere}>
      <span className="aside">{texts.thing.elsewhere}</span>
      {Object.entries(TAKEN_BY[kind]).map(([page, parameter]) => (
        <Link key={page} href={link(`/${page}`, { [parameter]: id })}>
          {texts[page as keyof (typeof TAKEN_BY)['Topic']].title}
        </Link>
      ))}
    </nav>
  );
}
