import { readFileSync } from 'node:fs';
import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  validateSchema,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildApiSchema, schemaText } from '../../src/api/schema.js';
import { singular } from '../../src/api/questions/entities.js';
import { KINDS } from '../../src/model/kinds.js';

const schema = buildApiSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

type Told = readonly [path: string, description: string | null | undefined];

/** Everything that a client can read about a type, by its path. */
function described(type: GraphQLNamedType): Told[] {
  const own: Told[] = [[type.name, type.description]];
  if (isEnumType(type))
    return [
      ...own,
      ...type.getValues().map((value): Told => [`${type.name}.${value.name}`, value.description]),
    ];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).map((field): Told => [
        `${type.name}.${field.name}`,
        field.description,
      ]),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const fields: GraphQLField<unknown, unknown>[] = Object.values(type.getFields());
  return [
    ...own,
    ...fields.flatMap(({ name, description, args }): Told[] => [
      [`${type.name}.${name}`, description],
      ...args.map((arg): Told => [`${type.name}.${name}(${arg.name})`, arg.description]),
    ]),
  ];
}

describe('the schema', () => {
  it('is valid', () => expect(validateSchema(schema)).toEqual([]));

  it('stands in schema/schema.graphql as it is built', () => {
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(committed, 'npm run emit-schema writes it anew').toBe(schemaText());
  });

  it('describes every type, field, argument, enum value and input field', () => {
    expect(types.flatMap(described).filter(([, text]) => !text?.trim())).toEqual([]);
  });

  it.each(KINDS)('has $kind with its root fields, connection and filter', (kind) => {
    const query = schema.getQueryType()!.getFields();
    expect(String(query[singular(kind.kind)]?.type)).toBe(kind.kind);
    expect(String(query[kind.plural]?.type)).toBe(`${kind.kind}Connection!`);
    expect(query[kind.plural]!.args.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      `filter: ${kind.kind}Filter`,
      'first: Int',
      'after: String',
    ]);
    const type = schema.getType(kind.kind);
    if (!isObjectType(type)) throw new Error(`${kind.kind} is no object type`);
    const fields = type.getFields();
    for (const name of Object.keys(kind.attributes)) expect(fields).toHaveProperty(name);
    for (const name of Object.keys(kind.sort === 'fact' ? kind.ends : kind.links))
      expect(fields).toHaveProperty(name);
    expect(type.getInterfaces().map(({ name }) => name)).toContain(kind.sort === 'fact' ? 'Fact' : 'Entity');
  });

  it('tells the type of a row at once, since compiled documents take no promise', () => {
    const abstract = types.filter(isAbstractType);
    expect(abstract.map(({ name }) => name).sort()).toEqual(['Actor', 'Entity', 'Fact', 'Node']);
    for (const type of abstract)
      expect(type.resolveType?.({ kind: 'Country' }, {}, {} as never, type as never)).toBe('Country');
  });

  it('gives a field of one name one shape on all kinds, so that fragments on them fit together', () => {
    const shape = (type: unknown): string =>
      String(type).replace(/\w+/g, (name) =>
        schema.getType(name) && isAbstractOrObject(name) ? 'Node' : name,
      );
    const isAbstractOrObject = (name: string): boolean => {
      const type = schema.getType(name);
      return isObjectType(type) || isAbstractType(type);
    };
    const shapes = new Map<string, Set<string>>();
    for (const { kind } of KINDS) {
      const type = schema.getType(kind);
      if (!isObjectType(type)) continue;
      for (const { name, type: of } of Object.values(type.getFields()))
        shapes.set(name, (shapes.get(name) ?? new Set()).add(shape(of)));
    }
    expect(
      [...shapes].filter(([, found]) => found.size > 1).map(([name, found]) => [name, ...found]),
    ).toEqual([]);
  });
});
