import { geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import { Fragment } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { useTexts } from '../../texts/use-texts.js';
import { pairOf, type Tie } from './tied.js';

export const WIDTH = 960;
export const HEIGHT = 480;
const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
export const world = feature(topology, topology.objects.countries);
const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], world);
export const path = geoPath(projection);
/** Middle of each country, by its numeric code of ISO 3166. */
const middles = new Map(world.features.map((each) => [String(each.id), geoCentroid(each)]));

/** How far an arc rises over the straight line, as a part of its length. */
const RISE = 0.18;

/** An arc over the sheet. The shortest way on the globe would leave the map at one side and come back at the other. */
function arcBetween([fromX, fromY]: [number, number], [toX, toY]: [number, number]): string {
  const rise = RISE * Math.hypot(toX - fromX, toY - fromY);
  const [middleX, middleY] = [(fromX + toX) / 2, (fromY + toY) / 2 - rise];
  return `M${fromX},${fromY}Q${middleX},${middleY},${toX},${toY}`;
}

/** Ties as arcs over a world map; a country too small for the atlas is named below it. */
export default function TieMap({
  ties,
  pair,
  onPick,
}: {
  readonly ties: readonly Tie[];
  readonly pair: string | null;
  readonly onPick: (pair: string) => void;
}) {
  const { ties: texts } = useTexts();
  const most = Math.max(1, ...ties.map(({ weight }) => weight));
  const tied = new Set(ties.flatMap(({ countries }) => countries.map(({ numeric }) => numeric)));
  const missing = new Map(
    ties
      .flatMap(({ countries }) => countries)
      .filter(({ numeric }) => numeric === null || !middles.has(numeric))
      .map(({ id, name }) => [id, name]),
  );
  const arcs = ties.flatMap((tie) => {
    const ends = tie.countries.map(({ numeric }) => (numeric === null ? undefined : middles.get(numeric)));
    const [from, to] = ends;
    if (!from || !to) return [];
    return [{ tie, d: arcBetween(projection(from)!, projection(to)!) }];
  });
  return (
    <figure className="tie-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={texts.mapOf}>
        <g aria-hidden="true">
          {world.features.map((each) => (
            <path
              key={String(each.id) + each.properties.name}
              className={tied.has(String(each.id)) ? 'land tied' : 'land'}
              d={path(each) ?? ''}
            />
          ))}
        </g>
        {arcs.map(({ tie, d }) => {
          const [a, b] = tie.countries;
          const label = texts.tie(a!.name, b!.name, tie.factCount);
          return (
            <g
              key={pairOf(tie)}
              className={pair === pairOf(tie) ? 'arc chosen' : 'arc'}
              role="button"
              tabIndex={0}
              aria-label={label}
              onClick={() => onPick(pairOf(tie))}
              onKeyDown={({ key }) => {
                if (key === 'Enter' || key === ' ') onPick(pairOf(tie));
              }}
            >
              <title>{label}</title>
              <path className="grip" d={d} />
              <path
                className={`line certainty-${tie.certainty.toLowerCase()}`}
                d={d}
                strokeWidth={1 + (4 * tie.weight) / most}
              />
            </g>
          );
        })}
      </svg>
      {missing.size > 0 && (
        <figcaption className="aside">
          {texts.notOnMap}:{' '}
          {[...missing].map(([id, name], index) => (
            <Fragment key={id}>
              {index > 0 && ', '}
              <bdi>{name}</bdi>
            </Fragment>
          ))}
        </figcaption>
      )}
    </figure>
  );
}
