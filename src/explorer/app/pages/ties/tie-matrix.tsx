import { useTexts } from '../../texts/use-texts.js';
import { pairOf, type Tie } from './tied.js';

// More rows than this cannot be read; the table holds all.
const ROWS_MOST = 30;

/** Countries against countries; each cell counts the facts that tie the two and opens them. */
export function TieMatrix({
  ties,
  pair,
  onPick,
}: {
  readonly ties: readonly Tie[];
  readonly pair: string | null;
  readonly onPick: (pair: string) => void;
}) {
  const { ties: texts } = useTexts();
  const weights = new Map<string, { name: string; weight: number }>();
  const cells = new Map<string, Tie>();
  for (const tie of ties) {
    const [a, b] = tie.countries;
    if (!a || !b) continue;
    for (const { id, name } of [a, b])
      weights.set(id, { name, weight: (weights.get(id)?.weight ?? 0) + tie.weight });
    cells.set(`${a.id},${b.id}`, tie).set(`${b.id},${a.id}`, tie);
  }
  const rows = [...weights].sort(([, a], [, b]) => b.weight - a.weight).slice(0, ROWS_MOST);
  const most = Math.max(1, ...ties.map(({ weight }) => weight));
  return (
    <div className="wide">
      <table className="matrix">
        <caption className="aside">{texts.matrixOf}</caption>
        <thead>
          <tr>
            <td />
            {rows.map(([id, { name }]) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([row, { name }]) => (
            <tr key={row}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {rows.map(([column, { name: other }]) => {
                const tie = cells.get(`${row},${column}`);
                return (
                  <td key={column}>
                    {tie && (
                      <button
                        type="button"
                        className={`cell shade-${Math.ceil((4 * tie.weight) / most)}`}
                        aria-pressed={pair === pairOf(tie)}
                        aria-label={texts.tie(name, other, tie.factCount)}
                        onClick={() => onPick(pairOf(tie))}
                      >
                        {tie.weight}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
