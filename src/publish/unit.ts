import { isCompositeType } from 'graphql';
import { isA, type Selected } from './selection.js';

/** What one row of a saved operation's file is. */
export interface Unit {
  /** Where the rows stand in the answer, for example `cooperations.nodes`. */
  readonly path: readonly string[];
  readonly selected: Selected;
  /** Whether they are the nodes of a list in pages, which can be walked to its end. */
  readonly paged: boolean;
}

const DECLARED = /^#\s*rows:\s*([\w.]+)\s*$/m;

/**
 * The unit of an operation: what a comment `# rows: field.field` names; else the nodes of its list in pages; else, where it asks
 * for an entity or fact, that one; else its first list but what was left out; else the answer itself.
 */
export function unitOf(text: string, root: Selected): Unit {
  const declared = DECLARED.exec(text)?.[1]?.split('.');
  const path = declared ?? [root.key, ...conventional(root)];
  let selected: Selected | undefined = path[0] === root.key ? root : undefined;
  for (const key of path.slice(1)) selected = selected?.below.get(key);
  if (!selected || !isCompositeType(selected.type))
    throw new Error(`"# rows: ${path.join('.')}" names nothing that the operation selects.`);
  const inPages = isPaged(root);
  return { path, selected, paged: inPages && path.length === 2 && selected.field.name === 'nodes' };
}

const isPaged = ({ field, type }: Selected): boolean =>
  ['first', 'after'].every((name) => field.args.some((argument) => argument.name === name)) &&
  'getFields' in type &&
  'pageInfo' in type.getFields();

function conventional(root: Selected): string[] {
  if (root.list || isA(root.type, 'Node')) return [];
  const lists = [...root.below.values()].filter(
    ({ list, type, field }) => list && isCompositeType(type) && field.name !== 'leftOut',
  );
  const rows = lists.find(({ field }) => field.name === 'nodes') ?? lists[0];
  return rows ? [rows.key] : [];
}
