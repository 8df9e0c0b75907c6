import '../../ties/ties.css';
import './pictures.css';
import { useThings } from '../../../entities/named.js';
import TieMap from '../../ties/tie-map.js';
import { CountryMap } from './country-map.js';
import type { Pair, Picture } from './picture-of.js';
import { TimeColumns } from './time-columns.js';

/** What the rows of an answer look like on a map or over time; the same stands in the table beside it. */
export default function AnswerPicture({
  picture,
  onPick,
}: {
  readonly picture: Picture;
  /** Leads to a row of the table. */
  readonly onPick: (row: number) => void;
}) {
  switch (picture.kind) {
    case 'pairs':
      return <PairMap pairs={picture.pairs} onPick={onPick} />;
    case 'countries':
      return <CountryMap {...picture} onPick={onPick} />;
    case 'time':
      return <TimeColumns {...picture} />;
  }
}

/** Pairs as the map of the ties draws them; it waits for the countries' names and places. */
function PairMap({
  pairs,
  onPick,
}: {
  readonly pairs: readonly Pair[];
  readonly onPick: (row: number) => void;
}) {
  const things = useThings();
  const drawn = pairs.flatMap(({ countries, weight, certainty, row }) => {
    const ends = countries.flatMap((id) => {
      const thing = things.get(id);
      return thing?.__typename === 'Country' ? [thing] : [];
    });
    const tie = { weight, factCount: weight, certainty, first: null, last: null, undated: 0 };
    return ends.length === 2 ? [{ row, key: countries.join(','), tie: { ...tie, countries: ends } }] : [];
  });
  if (drawn.length < pairs.length) return null;
  return (
    <TieMap
      ties={drawn.map(({ tie }) => tie)}
      pair={null}
      onPick={(key) => onPick(drawn.find((each) => each.key === key)?.row ?? 0)}
    />
  );
}
