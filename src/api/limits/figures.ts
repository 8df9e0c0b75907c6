/** Every limit of a request, in one place; the README's table and the refusals read them from here. */
export const LIMITS = {
  /** Lexical tokens of a document; GraphiQL's introspection query has some 350. */
  tokens: 2_000,
  /** Levels of fields, fragments followed; introspection has graphql-js's own rule. */
  depth: 15,
  /** Fields that an answer may hold at most, as far as the arguments tell, and 50 for each question at the root. */
  cost: 50_000,
  /** Fields after all fragments are spread, before a document is looked at more closely. */
  selections: 5_000,
  /** Variables of a request. */
  variables: 100,
  /** Entries of a list in an argument or a variable. */
  listEntries: 100,
  /** Bytes of a request body. */
  bodyBytes: 256 * 1024,
  /** Milliseconds that a request may take before its statements are ended. */
  requestMilliseconds: 10_000,
  /** Bytes of an address under /q/, parameters included. */
  addressBytes: 4_096,
  /** Rows of one file under /q/; evidence is that of the same rows. */
  fileRows: 10_000,
  /** Milliseconds that a file under /q/ may take to be made; each of its pages is a request. */
  fileMilliseconds: 60_000,
  /** Periods of one timeline. */
  periods: 600,
  /** Errors listed for one request. */
  errors: 10,
} as const;

/** Rows that a connection asked without `first`, and without a default, is taken for. */
export const ROWS_WITHOUT_FIRST = 20;

/** Rows that a list without `first` is taken for: parties, claims, citations. */
export const ROWS_OF_A_LIST = 5;

/** What a field at the root costs before what is selected below it: one statement. */
export const STATEMENT_COST = 50;

/** Clients whose budgets are remembered; the one not seen for longest is forgotten first. */
export const BUDGET_CLIENTS = 10_000;

/** Documents kept as read, and the characters of all their texts. */
export const KEPT_DOCUMENTS = { most: 2_000, characters: 10_000_000 } as const;

/** Documents kept compiled, and the characters that the text of one may have. */
export const COMPILED_DOCUMENTS = 300;
export const COMPILED_CHARACTERS = 20_000;

/** Costs that are remembered of one operation. */
export const COSTS_OF_AN_OPERATION = 20;
