/** A variable of a saved question, as its address describes it. */
export interface SavedVariable {
  readonly name: string;
  /** As GraphQL writes it, for example `ID!` or `[Certainty!]`. */
  readonly type: string;
  readonly required: boolean;
  readonly default?: unknown;
  /** What ids are taken, where it takes ids. */
  readonly takes?: string;
  /** The closed list that it takes a value of. */
  readonly values?: readonly string[];
  readonly description: string;
}

/** A saved question, as `/q/` lists it. */
export interface SavedQuestion {
  readonly name: string;
  readonly description: string;
  readonly row: { readonly path: string; readonly type: string };
  readonly variables: readonly SavedVariable[];
  /** Relative to the listing. */
  readonly addresses: Readonly<Record<'json' | 'csv' | 'evidence' | 'schema', string>>;
}

/** Where the saved questions are listed. */
export const LISTING = '/q/';

/** An input object that questions take, as the listing describes it once for all. */
export interface SavedInput {
  readonly name: string;
  readonly description: string;
  readonly members: readonly SavedVariable[];
}

export interface Listing {
  readonly operations: readonly SavedQuestion[];
  readonly inputs: readonly SavedInput[];
}

/** The question by which the product is known, which stands first. */
export const CANONICAL = 'cooperation-after-exchange';

/** Paging is ours to ask, not the reader's; the language of names is chosen for the whole page. */
export const isAsked = ({ name, type }: SavedVariable): boolean =>
  name !== 'first' && name !== 'after' && !isPageLanguage({ name, type });

/** `lang` of an address is the page's language, under codes of its own. */
export const isPageLanguage = ({ name, type }: Pick<SavedVariable, 'name' | 'type'>): boolean =>
  name === 'lang' && type.startsWith('Language');
