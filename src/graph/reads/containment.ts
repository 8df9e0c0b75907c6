import type { End } from '../../model/declaration.js';
import { endsOf } from '../model-names.js';
import { kindsAt } from './projection.js';

/** Links that lead from a thing to what holds it: a part to its whole, a paragraph to its document, a topic to a broader one. */
const HOLDERS = ['partOf', 'document', 'broader'];

const holdersOf = ({ to }: End): End[] =>
  kindsAt(to).flatMap((kind) =>
    kind.sort === 'entity' ? HOLDERS.flatMap((name) => endsOf(kind)[name] ?? []) : [],
  );

/** Relationships that lead upwards from what stands at an end; none where nothing can lie beneath anything. */
export const containment = (end: End): string[] => [
  ...new Set(holdersOf(end).map(({ relationship }) => relationship)),
];

/** Kinds beneath which the target of an end may lie: its own, and those that hold it. */
export const holders = (end: End): string[] => [
  ...new Set([...end.to, ...holdersOf(end).flatMap(({ to }) => to)]),
];
