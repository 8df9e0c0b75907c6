import './facts.css';
import { useState } from 'react';
import { Link } from 'wouter';
import { useLink } from '../address/use-parameters.js';
import { EntityLink } from '../entities/entity-link.js';
import { LongTable, type RowPlace } from '../lists/long-table.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';
import { Around } from './around.js';
import { Claims } from './claims.js';
import { edtfInWords } from './edtf-in-words.js';
import type { ShownFact } from './fact-shown.js';
import { Parties } from './parties.js';
import { Signs } from './signs.js';

/** Of a line with a gist and a few parties, in pixels. */
const LINE = 96;

/** Facts as lines of a table; each opens to what its sources say. */
export function FactTable({ facts }: { readonly facts: readonly ShownFact[] }) {
  const { fact: texts, thing } = useTexts();
  const headings = [texts.kind, texts.who, texts.about, texts.where, texts.when, texts.signs];
  // Which are open is kept here: a line that is scrolled away and comes back stays open.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string): void =>
    setOpened((all) =>
      all.has(id) ? new Set([...all].filter((each) => each !== id)) : new Set([...all, id]),
    );
  return (
    <LongTable className="facts" label={thing.facts} count={facts.length} height={LINE} headings={headings}>
      {(index, place) => {
        const fact = facts[index];
        return (
          fact && (
            <FactLine
              key={fact.id}
              fact={fact}
              place={place}
              open={opened.has(fact.id)}
              onTurn={() => turn(fact.id)}
            />
          )
        );
      }}
    </LongTable>
  );
}

function FactLine({
  fact,
  place,
  open,
  onTurn,
}: {
  readonly fact: ShownFact;
  readonly place: RowPlace;
  readonly open: boolean;
  readonly onTurn: () => void;
}) {
  const { words, fact: texts } = useTexts();
  const link = useLink();
  const gist = 'gist' in fact ? fact.gist : 'aim' in fact ? fact.aim : null;
  return (
    <>
      <tr {...place}>
        <th scope="row">
          <Link href={link(`/${fact.id}`)}>{words.FactKind[fact.__typename]}</Link>
          {gist && (
            <p className="gist" lang="en" dir="ltr">
              {gist}
            </p>
          )}
        </th>
        <td>
          <Parties parties={fact.parties} />
        </td>
        <td>
          <ul className="ends">
            {fact.topics.map((topic) => (
              <li key={topic.id}>
                <EntityLink entity={topic} />
              </li>
            ))}
          </ul>
        </td>
        <td>
          <Around fact={fact} />
        </td>
        <td>
          <When period={fact.period} />
        </td>
        <td>
          <Signs fact={fact} />
          <button type="button" className="quiet" aria-expanded={open} onClick={onTurn}>
            {open ? texts.hide : texts.show}
          </button>
        </td>
      </tr>
      {open && (
        <tr className="opened" {...place}>
          <td colSpan={6}>
            <Claims id={fact.id} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What is known of when: in the reader's language where all of it is known, else in the API's English words. */
export function When({ period }: { readonly period: ShownFact['period'] }) {
  const { fact } = useTexts();
  const { code } = useLanguage();
  if (!period?.edtf) return <span className="aside">{fact.unknownDate}</span>;
  const own = code === 'en' ? null : edtfInWords(period.edtf, code);
  const english = own === null ? ({ lang: 'en', dir: 'ltr' } as const) : {};
  return (
    <span {...english} title={period.edtf} className={period.conflict ? 'disputed' : undefined}>
      {own ?? period.inWords}
    </span>
  );
}
