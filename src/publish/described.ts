import { isEnumType, type GraphQLNamedType } from 'graphql';

/** A description of the schema in one line; nothing where there is none. */
export const inOneLine = (description: string | null | undefined): string =>
  (description ?? '').replace(/\s+/g, ' ').trim();

/** The values that there are, where a type is a closed list. */
export const closedListOf = (type: GraphQLNamedType | undefined): { values?: readonly string[] } =>
  isEnumType(type) ? { values: type.getValues().map(({ name }) => name) } : {};
