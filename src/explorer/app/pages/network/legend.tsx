import { useTexts } from '../../texts/use-texts.js';
import type { Drawn } from './drawn.js';

/** What size, width and colour mean, each with a sample. */
export function Legend({
  network: { edges, nodes },
  ways,
}: {
  readonly network: Drawn;
  readonly ways: boolean;
}) {
  const { network: texts, words } = useTexts();
  const weights = edges.map(({ weight }) => weight);
  const others = nodes.some(({ kind }) => kind !== 'Country');
  return (
    <dl className="legend">
      <dt>{texts.legend}</dt>
      <dd>
        <span className="dot country" /> {words.EntityKind.Country}
      </dd>
      {others && (
        <dd>
          <span className="dot other" /> {texts.legendOther}
        </dd>
      )}
      <dd>
        <span className="dash stated" /> {words.Certainty.STATED}
      </dd>
      <dd>
        <span className="dash inferred" /> {words.Certainty.INFERRED}
      </dd>
      {ways && (
        <dd>
          <span className="dash way" /> {texts.onWay}
        </dd>
      )}
      <dd className="in-words">
        {texts.legendNode}{' '}
        {weights.length > 0 && texts.legendWidth(Math.min(...weights), Math.max(...weights))}
      </dd>
    </dl>
  );
}
