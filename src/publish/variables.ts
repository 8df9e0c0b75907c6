import {
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  print,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Kind } from '../model/declaration.js';
import { KINDS } from '../model/kinds.js';
import { closedListOf, inOneLine } from './described.js';
import { operationIn } from './selection.js';

/** A variable of a saved operation, as a parameter of its address. */
export interface Variable {
  readonly name: string;
  /** As the operation writes it, for example `[ID!]`. */
  readonly written: string;
  readonly type: GraphQLInputType;
  readonly named: GraphQLNamedType;
  readonly list: boolean;
  readonly required: boolean;
  /** The kind whose id it takes, where its name says so: `topic`, `meetings`. */
  readonly kind: Kind | undefined;
  readonly description: string;
  /** The values that there are, where the list is closed. */
  readonly values?: readonly string[];
}

/** The variables of a saved operation, each described as the argument is in which it is used. */
export function variablesOf(schema: GraphQLSchema, document: DocumentNode): readonly Variable[] {
  const told = descriptions(schema, document);
  return (operationIn(document).variableDefinitions ?? []).map(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value;
    // One branch for each form of the node, since that is how it is declared.
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    if (!type) throw new Error(`$${name} has a type that the schema does not know.`);
    const named = getNamedType(type);
    return {
      name,
      written: print(node),
      type,
      named,
      list: isListType(getNullableType(type)),
      required: isNonNullType(type) && !defaultValue,
      kind: kindNamed(named, name),
      description: told.get(name) ?? '',
      ...closedListOf(named),
    };
  });
}

/** The kind whose ids something of this type takes, where it is named after the kind: `topic`, `meetings`. */
export const kindNamed = ({ name: type }: GraphQLNamedType, name: string): Kind | undefined =>
  type === 'ID' ? KINDS.find((kind) => [singular(kind), kind.plural].includes(name)) : undefined;

const singular = ({ kind }: Kind): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;

function descriptions(schema: GraphQLSchema, document: DocumentNode): Map<string, string> {
  const types = new TypeInfo(schema);
  const told = new Map<string, string>();
  const fields: (string | null | undefined)[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      ObjectField: {
        enter: ({ name }) => {
          const parent = types.getParentInputType();
          const within = parent && getNamedType(parent);
          fields.push(within && 'getFields' in within ? within.getFields()[name.value]?.description : null);
        },
        leave: () => void fields.pop(),
      },
      Variable({ name }) {
        const text = fields.length > 0 ? fields.at(-1) : types.getArgument()?.description;
        if (text && !told.has(name.value)) told.set(name.value, inOneLine(text));
      },
    }),
  );
  return told;
}
