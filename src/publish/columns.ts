import { isCompositeType, type GraphQLNamedType } from 'graphql';
import { closedListOf, inOneLine } from './described.js';
import type { Selected } from './selection.js';

/** Plain types of a column, with the names that Table Schema has for them. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** One column of a file. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether a cell holds several values, joined. */
  readonly list: boolean;
  readonly description: string;
  /** The values that there are, where the list is closed. */
  readonly values?: readonly string[];
  /** Way from the row to the value; a number takes that entry of a list. */
  readonly path: readonly (string | number)[];
  /** Whether it counts what the list at its path holds. */
  readonly counts: boolean;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Day: 'date',
};

interface Place {
  readonly path: readonly (string | number)[];
  readonly name: readonly string[];
  /** How many lists lie above. */
  readonly lists: number;
}

/** The columns of a row, in the order of the selection; claims are counted, since the evidence has a file of its own. */
export function columnsOf(unit: Selected): readonly Column[] {
  const start: Place = { path: [], name: [], lists: 0 };
  const columns = [...unit.below.values()].flatMap((field) => columnsAt(field, start));
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Two columns have the name ${twice}; give a field another alias.`);
  return columns;
}

function columnsAt(selected: Selected, above: Place): Column[] {
  const { key, field, type, list, below } = selected;
  const place = {
    path: [...above.path, key],
    name: [...above.name, key.replace(/^_+/, '')],
    lists: above.lists,
  };
  if (list && isPair(selected)) {
    return [0, 1].flatMap((end) =>
      [...below.values()].flatMap((part) =>
        columnsAt(part, { ...place, path: [...place.path, end], name: [...place.name, String(end + 1)] }),
      ),
    );
  }
  const count: Column = {
    name: [...place.name, 'count'].join('_'),
    type: 'integer',
    list: above.lists > 0,
    description: `How many entries there are. ${inOneLine(field.description)}`,
    path: place.path,
    counts: true,
  };
  // A list of claims has a file of its own; a claim that is told of by itself is named.
  if (type.name === 'Claim' && list) return [count];
  const inside = { ...place, lists: above.lists + (list ? 1 : 0) };
  const values = isCompositeType(type)
    ? [...below.values()].flatMap((part) => columnsAt(part, inside))
    : [leafOf(inside, type, inOneLine(field.description))];
  return list ? [count, ...values] : values;
}

const leafOf = ({ path, name, lists }: Place, type: GraphQLNamedType, description: string): Column => ({
  name: name.join('_'),
  type: TYPES[type.name] ?? 'string',
  list: lists > 0,
  description,
  ...closedListOf(type),
  path,
  counts: false,
});

/** Whether the schema says that the list always has two entries, each of which then has columns of its own. */
export const isPair = ({ field }: Selected): boolean => field.extensions?.['pair'] === true;
