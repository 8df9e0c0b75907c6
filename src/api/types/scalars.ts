import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function dayOf(value: unknown, node?: ValueNode): string {
  const fits = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = fits ? new Date(`${value}T00:00:00Z`) : undefined;
  // Date takes 2013-02-30 for 2 March.
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value as string))
    return value as string;
  throw new GraphQLError('Day must be a day that exists, written YYYY-MM-DD.', { nodes: node ?? null });
}

/** A day as the graph holds it: text that sorts by time. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A day of the calendar, written YYYY-MM-DD, for example 2013-05-06.',
  serialize: (value) => value as string,
  parseValue: (value) => dayOf(value),
  parseLiteral: (node) => dayOf(node.kind === Kind.STRING ? node.value : undefined, node),
});
