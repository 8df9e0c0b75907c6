/**
 * Objects from positional rows: `collect([n.id, n.name])` with columns `['id', 'name']`.
 * A list a row keeps nulls in their place, which `collect(n.name)` on its own would drop.
 */
export function rowsOf<T extends object>(
  lists: readonly (readonly unknown[])[],
  columns: readonly (keyof T & string)[],
): T[] {
  return lists.map((list) => {
    if (list.length !== columns.length) {
      throw new Error(
        `A row has ${list.length} values for the ${columns.length} columns ${columns.join(', ')}.`,
      );
    }
    const row: Record<string, unknown> = {};
    for (let i = 0; i < columns.length; i++) row[columns[i] as string] = list[i];
    return row as T;
  });
}
