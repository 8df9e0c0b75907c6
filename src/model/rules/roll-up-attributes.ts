import type { Kind } from '../declaration.js';
import { NAMES } from '../names.js';
import { alsoSaid, byWeight, distinct, groupedBy, type Said } from './weigh.js';

/** Value of an attribute as a fact or entity shows it. */
export type AttributeValue = string | number | boolean | string[];

type Single = Exclude<AttributeValue, string[]>;

const OTHER_NAMES = 'otherNames';

/** Values of attributes and names; lists are united, and other names are names too, hence no conflict. */
export function rollUpAttributes(
  kind: Kind,
  said: readonly Said[],
): { values: Record<string, AttributeValue>; conflicts: string[] } {
  const names = kind.sort === 'entity' ? NAMES : {};
  const declared = { ...names, ...kind.attributes };
  const values: Record<string, AttributeValue> = {};
  const conflicts: string[] = [];
  const otherNames: string[] = [];
  for (const [name, group] of groupedBy(said, (one) => one.about)) {
    const attribute = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const given = [...group]
      .sort(byWeight)
      .flatMap(({ value }) => (value as Single | readonly Single[] | null) ?? []);
    const [best, ...others] = distinct(given);
    if (!attribute || best === undefined) continue;
    if (name === OTHER_NAMES) otherNames.push(...given.map(String));
    else if (attribute.list) values[name] = distinct(given.map(String)).sort();
    else {
      values[name] = best;
      if (Object.hasOwn(names, name)) otherNames.push(...others.map(String));
      else conflicts.push(...alsoSaid(name, others));
    }
  }
  const further = distinct(otherNames).filter((name) => name !== values['name']);
  if (further.length > 0) values[OTHER_NAMES] = further.sort();
  return { values, conflicts };
}
