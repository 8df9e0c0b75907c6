import { useState } from 'react';
import { useQuery } from 'urql';
import { embedded } from '../address/framed.js';
import { graphql } from '../ask/graphql.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';

const STATE = graphql(`
  query State {
    graph {
      version
    }
  }
`);

/** The address of this view with the state of the graph and the day, to put under a picture or a table. */
export function CiteView() {
  const { product, frame } = useTexts();
  const { code } = useLanguage();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  const [{ data }] = useQuery({ query: STATE, pause: !open });
  const day = new Intl.DateTimeFormat(code, { dateStyle: 'long' }).format(new Date());
  const text = data && `${product}, ${frame.version(data.graph.version)}, ${day}. ${location.href}`;
  return (
    <details className="cite" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{frame.cite}</summary>
      <p>{frame.citeMeans}</p>
      {text && (
        <p>
          <output>{text}</output>{' '}
          <button
            type="button"
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {copied ? frame.copied : frame.copy}
          </button>
        </p>
      )}
      {open && (
        <p>
          {frame.asFrame} <code dir="ltr">{frameOf(location.href)}</code>
        </p>
      )}
    </details>
  );
}

/** The element that shows a view on another page. */
const frameOf = (address: string): string =>
  `<iframe src="${new URL(embedded(address), location.origin).href}" width="100%" height="600"></iframe>`;
