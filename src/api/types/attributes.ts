import { Float, Int } from 'type-graphql';
import type { NodeRow } from '../../graph/reads/projection.js';
import type { Attribute, ScalarType } from '../../model/declaration.js';
import type { FieldPlan, Fields, TypeValue } from './declare.js';
import { enumOf } from './enums.js';
import { Day } from './scalars.js';

const TYPES: Readonly<Record<Exclude<ScalarType, 'enum'>, TypeValue>> = {
  text: String,
  integer: Int,
  decimal: Float,
  boolean: Boolean,
  day: Day,
};

/** The GraphQL type of one value of an attribute. */
export function attributeType({ type, enumeration }: Attribute): () => TypeValue {
  if (type !== 'enum') return () => TYPES[type];
  if (!enumeration) throw new Error('An attribute of type enum declares no enumeration.');
  return enumOf(enumeration);
}

function field(name: string, attribute: Attribute): FieldPlan {
  const { list, description } = attribute;
  const type = attributeType(attribute);
  if (!list) return { type, nullable: true, description };
  return { type, list, description, resolve: (row: NodeRow) => row[name] ?? [] };
}

/** Fields for declared attributes. */
export const attributeFields = (attributes: Readonly<Record<string, Attribute>>): Fields =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, field(name, attribute)]));
