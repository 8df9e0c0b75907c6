import { useTexts } from '../../../texts/use-texts.js';
import { FieldName } from '../field-name.js';
import type { Picture } from './picture-of.js';

const WIDTH = 960;
const HEIGHT = 180;
const FOOT = 22;
const TOP = 18;
/** So many periods are named below the columns, and so many columns have their figure over them. */
const NAMED_MOST = 16;
const FIGURES_MOST = 32;

/** Counts by period as columns from left to right; a period that no source covers is hatched, since 0 says nothing there. */
export function TimeColumns({ field, periods }: Extract<Picture, { kind: 'time' }>) {
  const { questions, words } = useTexts();
  const most = Math.max(1, ...periods.map(({ count }) => count));
  const step = WIDTH / periods.length;
  const every = Math.ceil(periods.length / NAMED_MOST);
  const room = HEIGHT - FOOT - TOP;
  return (
    <figure className="time-columns" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={questions.timeOf}>
        <defs>
          <pattern
            id="not-covered"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {periods.map(({ period, count, covered }, index) => {
          const height = (count / most) * room;
          const [x, middle] = [index * step + step * 0.1, (index + 0.5) * step];
          return (
            <g key={`${period} ${index}`}>
              <title>{`${period}: ${count}`}</title>
              {!covered && (
                <rect fill="url(#not-covered)" x={index * step} y={TOP} width={step} height={room} />
              )}
              <rect className="column" x={x} y={TOP + room - height} width={step * 0.8} height={height} />
              {count > 0 && periods.length <= FIGURES_MOST && (
                <text x={middle} y={TOP + room - height - 4}>
                  {count}
                </text>
              )}
              {index % every === 0 && (
                <text x={middle} y={HEIGHT - 6}>
                  {period}
                </text>
              )}
            </g>
          );
        })}
        <line className="ground" x1="0" x2={WIDTH} y1={TOP + room} y2={TOP + room} />
      </svg>
      <figcaption className="aside" dir="auto">
        <FieldName field={field} />
        {periods.some(({ covered }) => !covered) &&
          `; ${questions.hatched}: ${words.CoverageState.NOT_COVERED}`}
      </figcaption>
    </figure>
  );
}
