/** A closed list of values, each with its meaning; it becomes a GraphQL enum of the same name. */
export interface Enumeration {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Declares a closed list; the static type of its values is `ValueOf<typeof X>`. */
export function enumeration<V extends Record<string, string>>(
  name: string,
  description: string,
  values: V,
): { readonly name: string; readonly description: string; readonly values: Readonly<V> } {
  return { name, description, values };
}

/** The values of an enumeration as a union of literals. */
export type ValueOf<E extends Enumeration> = Extract<keyof E['values'], string>;
