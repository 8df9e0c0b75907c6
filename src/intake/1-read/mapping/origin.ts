import type { Origin } from '../row.js';
import type { StatementRule, TableRule } from './schema.js';
import { placesOf } from './template.js';

/** Columns of the file that templates read; what a statement goes through stands for its columns. */
export function columnsIn(
  table: TableRule,
  templates: readonly string[],
  looped: readonly string[] = [],
): string[] {
  const places = templates.flatMap(placesOf).flatMap((place): readonly string[] => {
    if (place === 'one' || place === 'other') return looped;
    return place === 'key' ? placesOf(table.key) : [place];
  });
  const known = places.filter((place) => Object.hasOwn(table.columns, place));
  return [...new Set(known.map((place) => table.columns[place]?.from ?? place))];
}

/** The columns of the file from which each cell of a statement is made. */
export function ownColumns(table: TableRule, rule: StatementRule): Origin['columns'] {
  const looped = [rule.pairs ?? []].flat();
  const key = [table.key];
  return new Map(
    Object.entries({
      ...rule.cells,
      id: [rule.id],
      locator: rule.locator === undefined ? key : [rule.locator],
      occasion: rule.occasion === undefined ? key : [rule.occasion],
    }).map(([cell, templates]) => [cell, columnsIn(table, templates, looped)]),
  );
}
