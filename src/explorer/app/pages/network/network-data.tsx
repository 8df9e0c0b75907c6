import { useTexts } from '../../texts/use-texts.js';
import { AsGraphql } from '../thing/take-away.js';
import { NETWORK, type Asked, type Drawn } from './drawn.js';
import { csvOf, graphmlOf, jsonOf } from './network-files.js';
import { saveFile } from './save-file.js';

/** What is drawn, as files for other programs. */
export function NetworkData({ network, asked }: { readonly network: Drawn; readonly asked: Asked }) {
  const { network: texts } = useTexts();
  const files = [
    [texts.edgesCsv, 'network.csv', 'text/csv;charset=utf-8', csvOf],
    [texts.asGraphml, 'network.graphml', 'application/xml', graphmlOf],
    [texts.asJson, 'network.json', 'application/json', jsonOf],
  ] as const;
  return (
    <p className="take-away">
      {files.map(([label, name, type, of]) => (
        <button key={name} type="button" onClick={() => saveFile(new Blob([of(network)], { type }), name)}>
          {label}
        </button>
      ))}
      <AsGraphql query={NETWORK} variables={asked} />
    </p>
  );
}
