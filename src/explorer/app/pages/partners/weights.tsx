import { Untaken } from '../../address/untaken.js';
import { useParameter } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';
import { USUAL, WEIGHT_MOST, weightsAs, weightsIn, type Weighed, type Weights as Given } from './weighed.js';

const NAMES = Object.keys(USUAL) as Weighed[];

/** The weights of the address; null where it has none, or none that can be read. */
export function useWeights(): Given | null {
  const [text] = useParameter('weights');
  return text === null ? null : weightsIn(text);
}

/** How much each reason counts, under "advanced". */
export function Weights() {
  const { partners } = useTexts();
  const set = useParameter('weights')[1];
  const given = useWeights() ?? {};
  return (
    <>
      <Untaken name="weights" among={[weightsAs(USUAL)]} taken={(text) => weightsIn(text) !== null} />
      <details className="weights">
        <summary>{partners.advanced}</summary>
        {NAMES.map((name) => (
          <label key={name} className="one-choice">
            <span className="label">{partners.weight[name]}</span>
            <input
              type="number"
              min={0}
              max={WEIGHT_MOST}
              value={given[name] ?? USUAL[name]}
              onChange={({ target }) => {
                const figure = Math.trunc(Math.max(0, Math.min(WEIGHT_MOST, target.valueAsNumber || 0)));
                set(weightsAs({ ...given, [name]: figure }));
              }}
            />
          </label>
        ))}
        <button type="button" onClick={() => set(null)}>
          {partners.usual}
        </button>
      </details>
    </>
  );
}
