import { Link } from 'wouter';
import { useLink, useParameter } from '../../address/use-parameters.js';
import { EvidenceSign } from '../../facts/signs.js';
import { Begun } from '../../lists/begun.js';
import { LongTable } from '../../lists/long-table.js';
import { useTexts } from '../../texts/use-texts.js';
import { edgeKey, type Drawn } from './drawn.js';

/** All that the picture shows, as tables. */
export function NetworkTables({
  network: { nodes, edges },
  onEdge,
}: {
  readonly network: Drawn;
  readonly onEdge: (edge: string) => void;
}) {
  const { network: texts } = useTexts();
  return (
    <div className="network-tables">
      <section>
        <h2>{texts.nodes}</h2>
        <Begun count={nodes.length}>{(shown) => <Nodes nodes={nodes.slice(0, shown)} />}</Begun>
      </section>
      <section>
        <h2>{texts.edges}</h2>
        <Begun count={edges.length}>
          {(shown) => <Edges nodes={nodes} edges={edges.slice(0, shown)} onEdge={onEdge} />}
        </Begun>
      </section>
    </div>
  );
}

function Nodes({ nodes }: { readonly nodes: Drawn['nodes'] }) {
  const { network: texts, ties } = useTexts();
  const link = useLink();
  const setFrom = useParameter('wayFrom')[1];
  const setTo = useParameter('wayTo')[1];
  return (
    <LongTable
      className="network-nodes"
      label={texts.nodes}
      count={nodes.length}
      height={38}
      headings={[texts.name, texts.degree, ties.weight, texts.ways]}
    >
      {(index, place) => {
        const { id, name, degree, weight } = nodes[index]!;
        return (
          <tr key={id} {...place}>
            <th scope="row">
              <Link href={link(`/${id}`)}>
                <bdi>{name}</bdi>
              </Link>
            </th>
            <td>{degree}</td>
            <td>{weight}</td>
            <td>
              <button
                type="button"
                className="quiet"
                aria-label={`${texts.wayFrom} ${name}`}
                onClick={() => setFrom(id)}
              >
                {texts.wayFrom}
              </button>{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`${texts.wayTo} ${name}`}
                onClick={() => setTo(id)}
              >
                {texts.wayTo}
              </button>
            </td>
          </tr>
        );
      }}
    </LongTable>
  );
}

function Edges({
  nodes,
  edges,
  onEdge,
}: {
  readonly nodes: Drawn['nodes'];
  readonly edges: Drawn['edges'];
  readonly onEdge: (edge: string) => void;
}) {
  const { network: texts, ties } = useTexts();
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (
    <LongTable
      className="network-edges"
      label={texts.edges}
      count={edges.length}
      height={38}
      headings={[texts.ends, ties.weight, ties.first, ties.last]}
    >
      {(index, place) => {
        const edge = edges[index]!;
        return (
          <tr key={edgeKey(edge)} {...place}>
            <th scope="row">
              <button type="button" className="quiet" onClick={() => onEdge(edgeKey(edge))}>
                <bdi>{names.get(edge.from) ?? edge.from}</bdi> – <bdi>{names.get(edge.to) ?? edge.to}</bdi>
              </button>{' '}
              <EvidenceSign certainty={edge.certainty} />
            </th>
            <td>{edge.weight}</td>
            <td>{edge.first}</td>
            <td>{edge.last}</td>
          </tr>
        );
      }}
    </LongTable>
  );
}
