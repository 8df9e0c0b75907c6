import { STATEMENT_COST } from './figures.js';

/** What an answer cost in the terms of the bound: its fields, and the price of a statement for each at the root. */
export function actualCost(data: Readonly<Record<string, unknown>>): number {
  const left: unknown[] = Object.values(data);
  let cost = left.length * STATEMENT_COST;
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const below: unknown[] = Object.values(value);
    if (!Array.isArray(value)) cost += below.length;
    for (const part of below) left.push(part);
  }
  return cost;
}
