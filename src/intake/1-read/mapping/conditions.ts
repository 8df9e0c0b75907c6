import type { CellValues } from './cell-values.js';
import type { Condition } from './schema.js';

/** Whether a row fulfils everything that a condition asks, by what stands in its cells. */
export function holds(condition: Condition | undefined, values: CellValues): boolean {
  if (condition === undefined) return true;
  const { filled = [], any, empty = [], is = {}, isNot = {} } = condition;
  const isFilled = (column: string): boolean => values.raw(column) !== '';
  return (
    filled.every(isFilled) &&
    (any === undefined || any.some(isFilled)) &&
    !empty.some(isFilled) &&
    Object.entries(is).every(([column, those]) => those.includes(values.raw(column))) &&
    !Object.entries(isNot).some(([column, those]) => those.includes(values.raw(column)))
  );
}
