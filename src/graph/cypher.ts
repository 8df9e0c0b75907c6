import { isDeepStrictEqual } from 'node:util';
import neo4j, { type Integer } from 'neo4j-driver';

/** A value that may travel to Neo4j as a parameter. A plain number arrives as a float; use `int` for whole numbers. */
export type CypherValue =
  | string
  | number
  | boolean
  | null
  | Integer
  | readonly CypherValue[]
  | { readonly [key: string]: CypherValue };

/** A label, relationship type or property name that was checked; the only thing besides literals to become text. */
export class CypherName {
  readonly #checked = true;
  private constructor(readonly text: string) {}

  static of(text: string): CypherName {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) {
      throw new RangeError(
        `${JSON.stringify(text)} cannot be a Cypher name: use letters, digits and _ only.`,
      );
    }
    return new CypherName(text);
  }

  static is(value: unknown): value is CypherName {
    return typeof value === 'object' && value !== null && #checked in value;
  }
}

/** Checks and brands a label, relationship type or property name of the model. */
export const nameOf = (text: string): CypherName => CypherName.of(text);

class Named {
  constructor(
    readonly name: string,
    readonly value: CypherValue,
  ) {}
}

/** A parameter under a name of its own: `${param('topic', id)}` becomes `$topic`. */
export const param = (name: string, value: CypherValue): Named => new Named(nameOf(name).text, value);

class Unnamed {
  constructor(readonly value: CypherValue) {}
}

type Interpolation = CypherName | Fragment | Named | CypherValue;
/** Text as it is sent, or a value that becomes a parameter. */
type Part = string | Unnamed | Named;

/** A piece of Cypher with its parameters; made only by `cypher` and `joined`. */
export class Fragment {
  constructor(readonly parts: readonly Part[]) {}
}

/** A whole statement as the door sends it; its text is the same for every set of values, so that its plan is kept. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly params: Readonly<Record<string, CypherValue>>;
}

/** Texts that follow each other are one, so that what a large fragment is put into costs the same as a small one. */
class Parts {
  readonly #parts: Part[] = [];
  #text = '';

  add(part: Part): void {
    if (typeof part === 'string') this.#text += part;
    else {
      if (this.#text !== '') this.#parts.push(this.#text);
      this.#text = '';
      this.#parts.push(part);
    }
  }

  addAll({ parts }: Fragment): void {
    for (const part of parts) this.add(part);
  }

  get fragment(): Fragment {
    return new Fragment(this.#text === '' ? this.#parts : [...this.#parts, this.#text]);
  }
}

/** Cypher as a template: names and fragments become text, every other value a parameter (`$p1`, `$p2` ... in order). */
export function cypher(literals: TemplateStringsArray, ...values: readonly Interpolation[]): Fragment {
  const parts = new Parts();
  for (const [i, literal] of literals.entries()) {
    parts.add(literal);
    if (i === values.length) break;
    const value = values[i];
    if (value === undefined) throw new TypeError('A value in a Cypher template is undefined; use null.');
    if (value instanceof Fragment) parts.addAll(value);
    else if (CypherName.is(value)) parts.add(value.text);
    else parts.add(value instanceof Named ? value : new Unnamed(value));
  }
  return parts.fragment;
}

/** No text at all: for a block that is not asked for. */
export const nothing = new Fragment([]);

/** Fragments in a row with the same text between them. */
export function joined(
  fragments: readonly Fragment[],
  between: ' AND ' | ' OR ' | ', ' | '\n' | ' ',
): Fragment {
  const parts = new Parts();
  for (const [i, fragment] of fragments.entries()) {
    if (i > 0) parts.add(between);
    parts.addAll(fragment);
  }
  return parts.fragment;
}

/** Relationship types, any of which may match: `A|B|C`. */
export const anyOf = (names: readonly CypherName[]): Fragment =>
  new Fragment([names.map(({ text }) => text).join('|')]);

/** Makes the statement that is sent: its name stands in a comment, so that the database's log names the asker. */
export function statement(name: string, fragment: Fragment): Statement {
  const params: Record<string, CypherValue> = {};
  let unnamed = 0;
  let text = '';
  for (const part of fragment.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const key = part instanceof Named ? part.name : `p${++unnamed}`;
    if (Object.hasOwn(params, key) && !isDeepStrictEqual(params[key], part.value)) {
      throw new Error(`Statement ${name}: parameter $${key} is given two different values.`);
    }
    params[key] = part.value;
    text += `$${key}`;
  }
  return { name: nameOf(name).text, text: `CYPHER 5 /* ${name} */ ${text.trim()}`, params };
}

/** A whole number for Neo4j (`LIMIT`, integer properties): a plain JS number would arrive as a float. */
export function int(value: number): Integer {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number within 2^53.`);
  return neo4j.int(value);
}
