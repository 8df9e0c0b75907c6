import type { End, Kind } from '../../model/declaration.js';
import { anyOf, cypher, nameOf, type Fragment } from '../cypher.js';
import { attributesOf, endsOf } from '../model-names.js';
import { containment } from './containment.js';
import type { DeclaredFilter } from './filters.js';
import { isNamed } from './identity.js';

/** Conditions on the declared attributes and ends of the node in `variable`, each literal text. */
export function declaredConditions(
  variable: string,
  kind: Kind,
  filter: DeclaredFilter,
  together = false,
): Fragment[] {
  const v = nameOf(variable);
  const values = Object.entries(filter.values ?? {}).map(([name, wanted]) => {
    const attribute = attributesOf(kind)[name];
    if (!attribute) throw new Error(`${kind.kind} has no attribute named ${name}.`);
    return attribute.list
      ? cypher`any(one IN ${wanted} WHERE one IN ${v}.${nameOf(name)})`
      : cypher`${v}.${nameOf(name)} IN ${wanted}`;
  });
  const tied = (
    asked: DeclaredFilter['ends'],
    condition: (tie: Fragment, ids: readonly string[], end: End) => Fragment,
  ): Fragment[] =>
    Object.entries(asked ?? {}).map(([name, ids]) => {
      const end = endsOf(kind)[name];
      if (!end) throw new Error(`${kind.kind} has no end named ${name}.`);
      return condition(cypher`(${v})-[:${nameOf(end.relationship)}]->`, ids, end);
    });
  return [
    ...values,
    ...tied(
      filter.ends,
      (tie, ids) => cypher`EXISTS { MATCH ${tie}(target) WHERE ${isNamed('target', ids, together)} }`,
    ),
    ...tied(filter.exactly, (tie, ids) =>
      together
        ? cypher`NOT EXISTS { MATCH ${tie}(target) WHERE NOT ${isNamed('target', ids, true)} }
  AND all(wanted IN ${ids} WHERE EXISTS { MATCH ${tie}(target) WHERE ${isNamed('target', cypher`[wanted]`, true)} })`
        : cypher`COLLECT { MATCH ${tie}(target) RETURN target.id ORDER BY target.id } = ${[...ids].sort()}`,
    ),
    ...tied(
      filter.beneath,
      (tie, ids, end) =>
        cypher`EXISTS { MATCH ${tie}()-[:${anyOf(containment(end).map(nameOf))}*0..8]->(target) WHERE ${isNamed('target', ids, together)} }`,
    ),
  ];
}
