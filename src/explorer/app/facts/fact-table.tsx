import './facts.css';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { useLink } from '../address/use-parameters.js';
import { EntityLink } from '../entities/entity-link.js';
import { useTexts } from '../texts/use-texts.js';
import { Around } from './around.js';
import { Claims } from './claims.js';
import type { ShownFact } from './fact-shown.js';
import { Parties } from './parties.js';
import { Signs } from './signs.js';

/** Facts as lines of a table; each opens to what its sources say. */
export function FactTable({ facts }: { readonly facts: readonly ShownFact[] }) {
  const { fact: texts } = useTexts();
  return (
    <div className="wide">
      <table className="facts">
        <thead>
          <tr>
            {[texts.kind, texts.who, texts.about, texts.where, texts.when, texts.signs].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactLine key={fact.id} fact={fact} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FactLine({ fact }: { readonly fact: ShownFact }) {
  const { words, fact: texts } = useTexts();
  const link = useLink();
  const [open, setOpen] = useState(false);
  const gist = 'gist' in fact ? fact.gist : 'aim' in fact ? fact.aim : null;
  return (
    <Fragment>
      <tr>
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
          <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? texts.hide : texts.show}
          </button>
        </td>
      </tr>
      {open && (
        <tr className="opened">
          <td colSpan={6}>
            <Claims id={fact.id} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** What is known of when: the source's wording as EDTF, or that nothing is. */
export function When({ period }: { readonly period: ShownFact['period'] }) {
  const { fact } = useTexts();
  if (!period?.edtf) return <span className="aside">{fact.unknownDate}</span>;
  return (
    <span lang="en" dir="ltr" title={period.edtf} className={period.conflict ? 'disputed' : undefined}>
      {period.inWords}
    </span>
  );
}
