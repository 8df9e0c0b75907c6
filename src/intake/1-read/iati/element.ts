/** One element of an activity, with what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** Text that stands directly in it, spaces made even. */
  readonly text: string;
  readonly children: readonly Element[];
}

/** An attribute without spaces around it; undefined when it is empty or absent. */
export const attributeOf = ({ attributes }: Element, name: string): string | undefined =>
  (Object.hasOwn(attributes, name) ? attributes[name]?.trim() : undefined) || undefined;

/** Children of a name. */
export const childrenOf = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);

// Control characters are what is left of dashes and quotes of other code pages.
const BETWEEN = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/** A text with its spaces and line ends made even, and control characters taken for spaces. */
export const even = (text: string): string => text.replace(BETWEEN, ' ').trim().normalize('NFC');
