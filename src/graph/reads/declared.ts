import type { Kind } from '../../model/declaration.js';
import { cypher, nameOf, type Fragment } from '../cypher.js';
import { attributesOf, endsOf } from '../model-names.js';
import type { DeclaredFilter } from './filters.js';

/** Conditions on the declared attributes and ends of the node in `variable`, each literal text. */
export function declaredConditions(variable: string, kind: Kind, filter: DeclaredFilter): Fragment[] {
  const v = nameOf(variable);
  const values = Object.entries(filter.values ?? {}).map(([name, wanted]) => {
    const attribute = attributesOf(kind)[name];
    if (!attribute) throw new Error(`${kind.kind} has no attribute named ${name}.`);
    return attribute.list
      ? cypher`any(one IN ${wanted} WHERE one IN ${v}.${nameOf(name)})`
      : cypher`${v}.${nameOf(name)} IN ${wanted}`;
  });
  const ends = Object.entries(filter.ends ?? {}).map(([name, ids]) => {
    const end = endsOf(kind)[name];
    if (!end) throw new Error(`${kind.kind} has no end named ${name}.`);
    return cypher`EXISTS { MATCH (${v})-[:${nameOf(end.relationship)}]->(t) WHERE t.id IN ${ids} }`;
  });
  return [...values, ...ends];
}
