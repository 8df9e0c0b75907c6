import { useParameter } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';

/** What each reason counts unless the reader says otherwise: the API's own figures. */
const USUAL = {
  cooperated: 5,
  exchanged: 3,
  provided: 2,
  sameInitiative: 2,
  partnerOfPartner: 1,
  recent: 1,
  stated: 1,
} as const;

type Weighed = keyof typeof USUAL;
const NAMES = Object.keys(USUAL) as Weighed[];

/** The weights of the address, for example `weights=cooperated:9,recent:0`; null where it has none. */
export function useWeights(): Partial<Record<Weighed, number>> | null {
  const [text] = useParameter('weights');
  return text === null ? null : read(text);
}

function read(text: string): Partial<Record<Weighed, number>> {
  const pairs = text.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(
    pairs.flatMap(([name, figure]) =>
      NAMES.includes(name as Weighed) && /^\d{1,3}$/.test(figure ?? '') ? [[name, Number(figure)]] : [],
    ),
  );
}

/** How much each reason counts, under "advanced". */
export function Weights() {
  const { partners } = useTexts();
  const [text, set] = useParameter('weights');
  const given = text === null ? {} : read(text);
  return (
    <details className="weights">
      <summary>{partners.advanced}</summary>
      {NAMES.map((name) => (
        <label key={name} className="one-choice">
          <span className="label">{partners.weight[name]}</span>
          <input
            type="number"
            min={0}
            max={100}
            value={given[name] ?? USUAL[name]}
            onChange={({ target }) => {
              const next = { ...given, [name]: Math.max(0, target.valueAsNumber || 0) };
              set(
                Object.entries(next)
                  .map(([each, figure]) => `${each}:${figure}`)
                  .join(','),
              );
            }}
          />
        </label>
      ))}
      <button type="button" onClick={() => set(null)}>
        {partners.usual}
      </button>
    </details>
  );
}
