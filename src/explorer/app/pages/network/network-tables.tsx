import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { EvidenceSign } from '../../facts/signs.js';
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
  const { network: texts, ties } = useTexts();
  const link = useLink();
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (
    <div className="network-tables">
      <table>
        <caption>{texts.nodes}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.degree}</th>
            <th scope="col">{ties.weight}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, name, degree, weight }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={link(`/${id}`)}>
                  <bdi>{name}</bdi>
                </Link>
              </th>
              <td>{degree}</td>
              <td>{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{texts.edges}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.ends}</th>
            <th scope="col">{ties.weight}</th>
            <th scope="col">{ties.first}</th>
            <th scope="col">{ties.last}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={edgeKey(edge)}>
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
          ))}
        </tbody>
      </table>
    </div>
  );
}
