import type { Sample } from './sample.js';

/** A value as it travels over HTTP. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Values by name, as an item draws them and as a request carries them. */
export type Variables = Readonly<Record<string, Json>>;

/** What one request to an arm that speaks GraphQL asks. */
export interface Operation {
  /** The document; its text is the same for every set of variables. */
  readonly document: string;
  /** The variables of the operation; those that the item drew when left out. */
  readonly variables?: (drawn: Variables) => Variables;
  /** The answer's data in the form in which the answers of all arms are compared. */
  shape(data: Answered, drawn: Variables): Json;
}

/** Parsed JSON of an answer; looked into without checks, since the comparison is the check. */
export type Answered = any;

/** A row as the driver gives it, by column name. */
export type Row = Readonly<Record<string, Answered>>;

/** Sends one statement; the bare server's only tool. */
export type Read = (cypher: string, parameters: Variables) => Promise<Row[]>;

/** The ceiling: what a person would write by hand for this one item, and nothing else. */
export interface HandWritten {
  /** The JSON that is sent. */
  answer(read: Read, drawn: Variables): Promise<Json>;
  /** The same in the form in which answers are compared; the answer itself when left out. */
  shape?(answer: Answered, drawn: Variables): Json;
}

/** One question of the workload, said once for every arm. */
export interface Item {
  /** As `--only` names it: the number, with a letter where one question is asked in several ways. */
  readonly id: string;
  readonly title: string;
  /** Its group in the picture and the table. */
  readonly sort: 'lookup' | 'page' | 'question' | 'count' | 'network';
  /** Whether its cost must not grow with the data. */
  readonly ordered?: true;
  /** Sets of variables, the same on every run. */
  draw(sample: Sample, random: () => number): Variables[];
  readonly raw: HandWritten;
  readonly product: Operation;
  /** The library's own schema; left out where it cannot say the question, with the reason. */
  readonly library?: Operation;
  readonly notInLibrary?: string;
  /** The library with `@cypher` fields. */
  readonly cypherField?: Operation;
}
