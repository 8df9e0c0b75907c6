import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import type { FactFilter } from '../../entities/kinds.js';
import { useTexts } from '../../texts/use-texts.js';

const YEARS = graphql(`
  query Years($filter: FactFilter) {
    timeline(by: YEAR, filter: $filter) {
      undated
      total
      periods {
        period
        started
        active
        possible
        state
      }
    }
  }
`);

/** Facts by year as bars with the figures in them; what has no date stands beside, never inside a year. */
export function OverTime({ filter, open = false }: { readonly filter: FactFilter; readonly open?: boolean }) {
  const { thing, words } = useTexts();
  return (
    <Answer to={YEARS} variables={{ filter }}>
      {({ timeline: { periods, undated, total } }) => {
        const most = Math.max(1, ...periods.map(({ started }) => started));
        return (
          total > 0 && (
            <details className="over-time" open={open}>
              <summary>
                {thing.overTime}
                {undated > 0 && <span className="aside"> {thing.undated(undated)}</span>}
              </summary>
              <table>
                <tbody>
                  {periods.map(({ period, started, possible, state }) => (
                    <tr key={period}>
                      <th scope="row">{period}</th>
                      <td className="bar">
                        <meter min={0} max={most} value={started} aria-hidden="true" /> {started}
                      </td>
                      <td className="aside">
                        {possible > 0 && `${possible} ${thing.possible}`}
                        {state === 'NOT_COVERED' && words.CoverageState.NOT_COVERED}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )
        );
      }}
    </Answer>
  );
}
