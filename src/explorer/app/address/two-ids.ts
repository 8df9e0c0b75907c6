import { useParameter } from './use-parameters.js';

/** Two things as `pair` and `edge` name them. */
export const TWO_IDS_EXAMPLE = 'country/bra,country/ind';

/** Whether a text names two different things by their ids, each of a kind that may be tied. */
export const areTwoIds = (text: string): boolean =>
  areTwo(text, /^(country|agency|group|topic|meeting|initiative)\/[^/,\s]+$/);

/** Whether a text names two different countries by their ids. */
export const areTwoCountries = (text: string): boolean => areTwo(text, /^country\/[^/,\s]+$/);

function areTwo(text: string, each: RegExp): boolean {
  const ids = text.split(',');
  return ids.length === 2 && ids[0] !== ids[1] && ids.every((id) => each.test(id));
}

/** The two things that a parameter of the address names, and how to choose two; null where it names none. */
export function useTwo(
  name: string,
  are: (text: string) => boolean,
): [string | null, (two: string | null) => void] {
  const [asked, set] = useParameter(name);
  return [asked !== null && are(asked) ? asked : null, set];
}
