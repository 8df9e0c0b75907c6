import { isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { isPair } from './columns.js';
import { CLAIM, NODE } from './passable.js';
import type { Row } from './rows.js';
import type { Selected } from './selection.js';

/** Ids of all that an answer shows, each once. */
export function idsShown(answer: unknown): string[] {
  const ids = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== 'object') return;
    const { [NODE]: id } = value as Row;
    if (typeof id === 'string') ids.add(id);
    Object.values(value).forEach(walk);
  };
  walk(answer);
  return [...ids];
}

const OUT = Symbol('taken out');

/**
 * An answer without these things and without claims of these sources. As where a value fails in GraphQL, what is taken out is
 * null, or, where null may not stand, takes out what holds it; a list loses the entry.
 */
export function takenOut(
  answer: Row,
  root: Selected,
  things: ReadonlySet<string>,
  sources: ReadonlySet<string>,
): Row {
  const isOut = (value: Row): boolean =>
    things.has(value[NODE] as string) || sources.has((value[CLAIM] as Row | undefined)?.['id'] as string);

  const kept = (value: unknown, type: GraphQLOutputType, selected: Selected): unknown => {
    if (value === null || value === undefined || selected.below.size === 0) return value;
    if (isNonNullType(type)) return kept(value, type.ofType, selected);
    if (isListType(type)) {
      const entries = value as readonly unknown[];
      const left = entries
        .map((entry) => kept(entry, type.ofType, selected))
        .filter((entry) => entry !== OUT);
      // One end of a pair alone says something else.
      return isPair(selected) && left.length < entries.length ? OUT : left;
    }
    return keptObject(value as Row, selected);
  };

  const keptObject = (value: Row, { below }: Selected): unknown => {
    if (isOut(value)) return OUT;
    const left: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(value)) {
      if (key === NODE || key === CLAIM) continue;
      const field = below.get(key);
      const found = field ? kept(part, field.field.type, field) : part;
      if (found === OUT && field && isNonNullType(field.field.type)) return OUT;
      left[key] = found === OUT ? null : found;
    }
    return left;
  };

  const { key, field } = root;
  const found = kept(answer[key], field.type, root);
  return { ...answer, [key]: found === OUT ? null : found };
}
