import { codeIn } from './codes.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import { namesOf } from './names.js';
import { keepAsText, keepUnresolved, type Activity } from './reading.js';

/** A country or region for which an activity is. */
export interface Recipient {
  readonly actor: string;
  /** Percent of the activity that is for it, as given; undefined where it is not. */
  readonly percentage: string | undefined;
  readonly line: number;
}

/** For whom an activity is, and whether it names some whom nobody here knows. */
export interface Recipients {
  readonly known: readonly Recipient[];
  readonly complete: boolean;
}

function percentageOf(activity: Activity, element: Element): string | undefined {
  const written = attributeOf(element, 'percentage');
  if (written === undefined) return undefined;
  if (/^\d{1,3}(\.\d{1,9})?$/.test(written) && Number(written) <= 100) return written;
  keepUnresolved(activity, `${element.name} percentage`, written);
  return undefined;
}

function countryOf({ reading }: Activity, element: Element): string | null {
  const code = attributeOf(element, 'code');
  const { name = code } = namesOf(element, reading.passed);
  if (name === undefined) {
    reading.passed.over('recipient countries without a code or name');
    return null;
  }
  const actor = reading.who.country({ name, code, file: reading.file, line: element.line });
  if (actor === null) reading.passed.over('recipient countries in doubt');
  return actor;
}

/** Regions are known where they are of UN M49 (vocabulary 2); those of DAC have no group here. */
function regionOf(element: Element): string | null {
  const code = attributeOf(element, 'code') ?? '';
  if (attributeOf(element, 'vocabulary') !== '2') return null;
  return codeIn('M49', code.padStart(3, '0'))?.means ?? null;
}

/** The countries and regions for which an activity is. */
export function recipientsOf(activity: Activity): Recipients {
  const { element, reading } = activity;
  const known = new Map<string, Recipient>();
  let complete = true;
  const places = ['recipient-country', 'recipient-region'].flatMap((name) => childrenOf(element, name));
  for (const place of places) {
    const actor = place.name === 'recipient-country' ? countryOf(activity, place) : regionOf(place);
    if (actor === null) {
      complete = false;
      const { name } = namesOf(place, reading.passed);
      const given = [attributeOf(place, 'vocabulary'), attributeOf(place, 'code'), name].map(
        (part) => part ?? '',
      );
      // A country in doubt is counted as that, and comes in once a person has settled it.
      if (place.name === 'recipient-region') keepUnresolved(activity, place.name, ...given);
      else keepAsText(activity, place.name, given);
    } else if (known.has(actor)) reading.passed.over('recipients given twice');
    else known.set(actor, { actor, percentage: percentageOf(activity, place), line: place.line });
  }
  return { known: [...known.values()], complete };
}
