import { useThings } from '../../../entities/named.js';
import { useTexts } from '../../../texts/use-texts.js';
import { HEIGHT, path, WIDTH, world } from '../../ties/tie-map.js';
import { FieldName } from '../field-name.js';
import type { Picture } from './picture-of.js';

/** Shades from the least to the most. */
const SHADES = 5;

/** Countries darker, the more an answer counts for them; those too small for the atlas are named below. */
export function CountryMap({
  field,
  counts,
  onPick,
}: Extract<Picture, { kind: 'countries' }> & { readonly onPick: (row: number) => void }) {
  const { ties, questions } = useTexts();
  const things = useThings();
  const values = counts.map(({ count }) => count);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const places = counts.map((each) => {
    const thing = things.get(each.country);
    const numeric = thing && 'numeric' in thing ? thing.numeric : null;
    const place = numeric === null ? undefined : world.features.find(({ id }) => String(id) === numeric);
    return { ...each, name: thing?.name ?? each.country, place };
  });
  if (counts.some(({ country }) => !things.has(country))) return null;
  const missing = places.filter(({ place }) => !place);
  return (
    <figure className="tie-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={ties.mapOf}>
        <g aria-hidden="true">
          {world.features.map((each, index) => (
            <path key={index} className="land" d={path(each) ?? ''} />
          ))}
        </g>
        {places.map(({ country, name, count, row, place }) => {
          if (!place) return null;
          const share = most === least ? 1 : (count - least) / (most - least);
          const label = `${name}: ${count}`;
          return (
            <path
              key={country}
              className={`country shade-${Math.round(share * (SHADES - 1)) + 1}`}
              d={path(place) ?? ''}
              role="button"
              tabIndex={0}
              aria-label={label}
              onClick={() => onPick(row)}
              onKeyDown={({ key }) => {
                if (key === 'Enter' || key === ' ') onPick(row);
              }}
            >
              <title>{label}</title>
            </path>
          );
        })}
      </svg>
      <figcaption className="aside">
        <FieldName field={field} />: {questions.shades(least, most)}
        {missing.length > 0 && (
          <>
            {' '}
            {ties.notOnMap}:{' '}
            {missing.map(({ country, name, count }, index) => (
              <bdi key={country}>{`${index > 0 ? ', ' : ''}${name} (${count})`}</bdi>
            ))}
          </>
        )}
      </figcaption>
    </figure>
  );
}
