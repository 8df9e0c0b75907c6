import type { OperationDefinitionNode } from 'graphql';
import { COSTS_OF_AN_OPERATION } from './figures.js';

const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();

/** The cost of an operation as it was worked out before for variables that cost the same, else worked out now. */
export function knownCost(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  work: () => number,
): number {
  const costs = known.get(operation) ?? new Map<string, number>();
  const key = measureOf(variables);
  const cost = costs.get(key) ?? work();
  if (costs.size < COSTS_OF_AN_OPERATION) known.set(operation, costs.set(key, cost));
  return cost;
}

/** Numbers, yes and no, and the lengths of lists: no rule of cost looks at a text. */
function measureOf(value: unknown): string {
  if (typeof value === 'string') return '""';
  if (Array.isArray(value)) return `[${value.map(measureOf).join()}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([name, part]) => `${name}:${measureOf(part)}`);
  return `{${parts.join()}}`;
}
