import { useState } from 'react';
import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { LongTable } from '../../lists/long-table.js';
import { useTexts } from '../../texts/use-texts.js';
import { NETWORK, type Asked, type Drawn } from './drawn.js';

/** As many nodes as the API gives at once. */
const NAMED_MOST = 500;

/** How many nodes are not drawn, and on demand which: counted always, named as far as the API names them. */
export function HiddenNodes({ network, asked }: { readonly network: Drawn; readonly asked: Asked }) {
  const { network: texts } = useTexts();
  const [open, setOpen] = useState(false);
  const hidden = network.nodeCount - network.nodes.length;
  if (hidden <= 0) return null;
  const drawn = new Set(network.nodes.map(({ id }) => id));
  return (
    <details className="hidden-nodes" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.hidden(hidden)}</summary>
      {open && (
        <Answer to={NETWORK} variables={{ ...asked, nodes: NAMED_MOST, edges: 1 }}>
          {({ network: { nodes, nodeCount } }) => (
            <>
              <p className="aside">{texts.hiddenMeans}</p>
              <Named nodes={nodes.filter(({ id }) => !drawn.has(id))} />
              {nodeCount > nodes.length && (
                <p className="aside">{texts.hiddenMore(nodeCount - nodes.length)}</p>
              )}
            </>
          )}
        </Answer>
      )}
    </details>
  );
}

function Named({ nodes }: { readonly nodes: Drawn['nodes'] }) {
  const { network: texts, ties } = useTexts();
  const link = useLink();
  return (
    <LongTable
      className="hidden-named"
      label={texts.nodes}
      count={nodes.length}
      height={33}
      headings={[texts.name, ties.weight]}
    >
      {(index, place) => {
        const { id, name, weight } = nodes[index]!;
        return (
          <tr key={id} {...place}>
            <th scope="row">
              <Link href={link(`/${id}`)}>
                <bdi>{name}</bdi>
              </Link>
            </th>
            <td>{weight}</td>
          </tr>
        );
      }}
    </LongTable>
  );
}
