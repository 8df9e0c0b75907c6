import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import type { Kind } from '../model/declaration.js';
import { closedListOf, inOneLine } from './described.js';
import { kindNamed, type Variable } from './variables.js';

/** A member of an input object: what a variable of that type holds under its name. */
export interface Member {
  readonly name: string;
  /** As GraphQL writes it, for example `[ID!]`. */
  readonly written: string;
  readonly list: boolean;
  readonly required: boolean;
  /** The kind whose id it takes, where its name says so. */
  readonly kind: Kind | undefined;
  readonly default?: unknown;
  readonly description: string;
  readonly values?: readonly string[];
}

/** An input object that a variable, or a member of another, takes. */
export interface Input {
  readonly name: string;
  readonly description: string;
  readonly members: readonly Member[];
}

/** The input objects of these variables, and those within them, each once, by name. */
export function inputsOf(variables: readonly Variable[]): readonly Input[] {
  const found = new Map<string, GraphQLInputObjectType>();
  const gather = (type: unknown): void => {
    if (!isInputObjectType(type) || found.has(type.name)) return;
    found.set(type.name, type);
    for (const field of Object.values(type.getFields())) gather(getNamedType(field.type));
  };
  for (const { named } of variables) gather(named);
  return [...found.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((type) => ({
      name: type.name,
      description: inOneLine(type.description),
      members: Object.values(type.getFields()).map(memberOf),
    }));
}

function memberOf(field: GraphQLInputField): Member {
  const { name, type, defaultValue, description } = field;
  const named = getNamedType(type);
  return {
    name,
    written: String(type),
    list: isListType(getNullableType(type)),
    required: isRequiredInputField(field),
    kind: kindNamed(named, name),
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
    description: inOneLine(description),
    ...closedListOf(named),
  };
}
