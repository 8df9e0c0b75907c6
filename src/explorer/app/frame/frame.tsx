import './frame.css';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useSearch, useSearchParams } from 'wouter';
import { tellParent } from '../address/framed.js';
import { Untaken } from '../address/untaken.js';
import { LANGUAGES } from '../texts/languages.js';
import { useTexts } from '../texts/use-texts.js';
import { Foot } from './foot.js';
import { Masthead } from './masthead.js';

const STATED = ['1'] as const;

/** What stands around every page; an embedded page has nothing around it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { frame } = useTexts();
  const embedded = useSearchParams()[0].has('embed');
  const [path] = useLocation();
  const parameters = useSearch();
  useEffect(() => {
    if (embedded) tellParent();
  }, [embedded, path, parameters]);
  const shown = (
    <>
      <Untaken name="lang" among={Object.keys(LANGUAGES)} />
      <Untaken name="stated" among={STATED} />
      {children}
    </>
  );
  if (embedded) return <main className="embedded">{shown}</main>;
  return (
    <>
      <a className="skip" href="#content">
        {frame.skip}
      </a>
      <Masthead />
      <main id="content" tabIndex={-1}>
        {shown}
      </main>
      <Foot />
    </>
  );
}
