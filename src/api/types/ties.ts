import { endsOf } from '../../graph/model-names.js';
import { inverseTie, kindsAt } from '../../graph/reads/projection.js';
import type { End, Kind } from '../../model/declaration.js';
import { ENTITY_KINDS } from '../../model/kinds.js';
import { classNamed, type Class, type FieldPlan, type Fields } from './declare.js';

/** The narrowest type that all these kinds have. */
export function typeOfKinds(kinds: readonly Kind[]): Class {
  const [first, ...rest] = kinds;
  if (first && rest.length === 0) return classNamed(first.kind);
  if (kinds.every((kind) => kind.sort === 'fact')) return classNamed('Fact');
  if (kinds.some((kind) => kind.sort === 'fact')) return classNamed('Node');
  return classNamed(kinds.every((kind) => kind.sort === 'entity' && kind.actor) ? 'Actor' : 'Entity');
}

function endField({ to, many, description }: End): FieldPlan {
  const type = (): Class => typeOfKinds(kindsAt(to));
  return many ? { type, list: true, description } : { type, nullable: true, description };
}

/** Fields for the ends of a fact kind or the links of an entity kind. */
export const endFields = (kind: Kind): Fields =>
  Object.fromEntries(Object.entries(endsOf(kind)).map(([name, end]) => [name, endField(end)]));

/** Names under which entities list what is linked to them. */
export function inverseNames(kind: Kind): string[] {
  const named = ENTITY_KINDS.flatMap(({ links }) => Object.values(links))
    .filter(({ to }) => to.includes(kind.kind))
    .flatMap(({ inverse }) => inverse ?? []);
  return [...new Set(named)].sort();
}

/** Fields for what links to an entity kind. */
export const inverseFields = (kind: Kind): Fields =>
  Object.fromEntries(inverseNames(kind).map((name) => [name, inverseField(kind, name)]));

function inverseField(kind: Kind, name: string): FieldPlan {
  const from = inverseTie(kind, name)?.from ?? [];
  const links = from.flatMap((other) =>
    Object.entries(endsOf(other))
      .filter(([, end]) => end.inverse === name && end.to.includes(kind.kind))
      .map(([link]) => `${other.kind} whose \`${link}\` is this one`),
  );
  return {
    type: () => typeOfKinds(from),
    list: true,
    description: `Each ${links.join(', and each ')}, by id; at most 500.`,
  };
}
