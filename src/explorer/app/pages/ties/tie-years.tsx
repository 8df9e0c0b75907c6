import { useParameter, useParameters } from '../../address/use-parameters.js';
import { useTexts } from '../../texts/use-texts.js';
import type { TiesOfYear } from './tied.js';
import { everyYear } from './every-year.js';

/** The ties of the map and the matrix by year, as bars with their figures; a year narrows the page to itself. */
export function TieYears({ groups }: { readonly groups: readonly TiesOfYear[] }) {
  const { ties: texts } = useTexts();
  const years = everyYear(groups);
  const undated = groups.find(({ key }) => key === null)?.ties ?? 0;
  const most = Math.max(1, ...years.map((each) => ('ties' in each ? each.ties : 0)));
  if (years.length + undated === 0) return null;
  return (
    <section className="tie-years" aria-label={texts.byYear}>
      <h2>{texts.byYear}</h2>
      <p className="aside">{texts.yearMeans}</p>
      <table>
        <tbody>
          {years.map((each) =>
            'empty' in each ? (
              <Gap key={each.from} {...each} />
            ) : (
              <Year key={each.year} {...each} most={most} />
            ),
          )}
        </tbody>
      </table>
      {undated > 0 && <p className="aside">{texts.undatedTies(undated)}</p>}
    </section>
  );
}

function Year({ year, ties, most }: { readonly year: string; readonly ties: number; readonly most: number }) {
  const { ties: texts } = useTexts();
  const [from] = useParameter('from');
  const set = useParameters();
  const narrow = (): void => set({ from: `${year}-01-01`, to: `${year}-12-31` });
  return (
    <tr>
      <th scope="row">
        {ties === 0 ? (
          year
        ) : (
          <button
            type="button"
            className="quiet"
            aria-pressed={from === `${year}-01-01`}
            aria-label={texts.inYear(year, texts.tiesCount(ties))}
            onClick={narrow}
          >
            {year}
          </button>
        )}
      </th>
      <td className="bar">
        <meter min={0} max={most} value={ties} aria-hidden="true" /> {ties}
      </td>
    </tr>
  );
}

/** A stretch of years in which nothing ties anybody, as one line. */
function Gap({ from, to, empty }: { readonly from: string; readonly to: string; readonly empty: number }) {
  const { ties: texts } = useTexts();
  return (
    <tr className="empty-years">
      <th scope="row">
        <bdi>
          {from}–{to}
        </bdi>
      </th>
      <td className="aside">{texts.emptyYears(empty)}</td>
    </tr>
  );
}
