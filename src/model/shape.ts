import { createHash } from 'node:crypto';
import { canonical } from './claim.js';
import type { End, Kind } from './declaration.js';
import { KINDS } from './kinds.js';

/** What of the declarations a graph depends on: names, types, targets and values, without wording. */
export type Shape = string | readonly string[] | { readonly [name: string]: Shape };

const mapped = <T>(entries: Readonly<Record<string, T>>, shape: (entry: T) => Shape): Shape =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, shape(entry)]));

function shapeOf(kind: Kind): Shape {
  const ends: Readonly<Record<string, End>> = kind.sort === 'fact' ? kind.ends : kind.links;
  return {
    sort: kind.sort,
    prefix: kind.prefix,
    attributes: mapped(kind.attributes, ({ type, list, enumeration }) => ({
      type: `${list ? 'list of ' : ''}${type}`,
      values: Object.keys(enumeration?.values ?? {}),
    })),
    ends: mapped(ends, ({ relationship, many, least, to }) => ({
      tie: `${relationship} ${least} ${many ? 'many' : 'one'}`,
      to: [...to],
    })),
    ...(kind.sort === 'fact'
      ? {
          time: kind.time,
          roles: Object.keys(kind.roles),
          parties: `${kind.parties.least} ${kind.parties.most ?? 'any'}`,
          // What makes two rows the same fact may not change beneath the facts that are there.
          sameBy: kind.sameBy.join(),
        }
      : { actor: String(kind.actor), dated: String(kind.dated) }),
  };
}

/** Shape of all declarations. */
export const modelShape = (): Shape => Object.fromEntries(KINDS.map((kind) => [kind.kind, shapeOf(kind)]));

/** Hash of the shape: another hash means that a graph was made with other declarations. */
export const modelHash = (): string => createHash('sha256').update(canonical(modelShape())).digest('hex');

/** Whether declarations only grew: everything of `before` is still there as it was, so that nothing recorded needs to change. */
export function onlyGrew(before: Shape, now: Shape): boolean {
  if (typeof before === 'string' || typeof now === 'string') return before === now;
  if (Array.isArray(before))
    return (
      Array.isArray(now) && before.every((value) => (now as readonly string[]).includes(value as string))
    );
  if (Array.isArray(now)) return false;
  const after = now as Readonly<Record<string, Shape>>;
  return Object.entries(before as Readonly<Record<string, Shape>>).every(([name, shape]) => {
    const other = after[name];
    return other !== undefined && onlyGrew(shape, other);
  });
}
