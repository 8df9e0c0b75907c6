import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A field as an operation selects it, with all that its fragments select below it, under one name of the answer. */
export interface Selected {
  /** Its name in the answer: the alias where there is one. */
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLNamedType;
  readonly list: boolean;
  readonly below: ReadonlyMap<string, Selected>;
}

interface Growing extends Selected {
  readonly below: Map<string, Growing>;
}

/** The one query of a saved text. */
export function operationIn(document: DocumentNode): OperationDefinitionNode {
  const found = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (found.length !== 1 || found[0]?.operation !== OperationTypeNode.QUERY)
    throw new Error('A saved operation holds one query and nothing else but fragments.');
  return found[0];
}

/** The one root field of a saved operation, as it is selected. */
export function selectedIn(schema: GraphQLSchema, document: DocumentNode): Selected {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const grow = (
    parent: GraphQLCompositeType,
    { selections }: SelectionSetNode,
    below: Map<string, Growing>,
  ): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const grown = fieldOf(parent, selection.name.value, selection.alias?.value, below);
        if (selection.selectionSet && isCompositeType(grown.type))
          grow(grown.type, selection.selectionSet, grown.below);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const on = part?.typeCondition ? typeFromAST(schema, part.typeCondition) : parent;
      if (part && isCompositeType(on)) grow(on, part.selectionSet, below);
    }
  };

  const roots = new Map<string, Growing>();
  grow(schema.getQueryType() as GraphQLCompositeType, operationIn(document).selectionSet, roots);
  const [root, ...others] = roots.values();
  if (!root || others.length > 0) throw new Error('A saved operation asks one root field.');
  return root;
}

function fieldOf(
  parent: GraphQLCompositeType,
  name: string,
  alias: string | undefined,
  below: Map<string, Growing>,
): Growing {
  const key = alias ?? name;
  const known = below.get(key);
  if (known) return known;
  const declared = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  const field = name === '__typename' ? TypeNameMetaFieldDef : declared;
  if (!field) throw new Error(`${parent.name} has no field ${name}.`);
  const made: Growing = {
    key,
    field,
    type: getNamedType(field.type),
    list: isListType(getNullableType(field.type)),
    below: new Map(),
  };
  below.set(key, made);
  return made;
}

/** Whether a type is the named interface or implements it. */
export const isA = (type: GraphQLNamedType, name: string): boolean =>
  type.name === name ||
  ((isObjectType(type) || isInterfaceType(type)) &&
    type.getInterfaces().some((implemented) => implemented.name === name));
