import { isEmpty, type Plan } from './plan.js';

/** A plan in one line, what is taken back first. */
export function planInWords(plan: Plan): string {
  if (isEmpty(plan)) return `nothing to change; ${plan.unchanged} claims stand as they are`;
  const counted: [number, string][] = [
    [plan.withdraw.length, 'claims withdrawn'],
    [plan.end.length, 'claims replaced'],
    [plan.entities.length, 'entities new or changed'],
    [plan.facts.length, 'facts new'],
    [plan.create.length, 'claims new'],
    [plan.revive.length, 'claims made again'],
    [plan.unchanged, 'claims unchanged'],
  ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
