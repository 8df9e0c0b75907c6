import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
} from 'graphql';
import { getNamedType } from 'graphql';

/** An operation with its variables, made from the schema. */
export interface MadeOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const IDS = [
  'country/egy',
  'ind',
  'topic/patents',
  'meeting/cairo-2013',
  'initiative/itpgrfa',
  'agency/none',
];
const TEXTS = ['patents', 'Égypte', '', "x' OR 1=1", 'ı ß e\u0301'];
const WRONG: readonly unknown[] = [
  {},
  [],
  [[]],
  -1,
  1e300,
  2 ** 31,
  'x',
  '',
  true,
  null,
  { id: {} },
  '2013-02-30',
  ['x', null],
];

/** Numbers from 0 up to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Makes valid operations, and sets of variables that do not fit them. */
export class Operations {
  #variables: Record<string, unknown> = {};
  #declared: string[] = [];
  #names = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly random: () => number,
  ) {}

  /** One or two root fields with random arguments and selections; every value is a variable. */
  next(): MadeOperation {
    this.#variables = {};
    this.#declared = [];
    this.#names = 0;
    const query = this.schema.getQueryType();
    if (!query) throw new Error('The schema has no query.');
    const fields = this.#fields(query, 4, this.random() < 0.8 ? 1 : 2);
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    return { text: `query Made${declared} ${fields}`, variables: this.#variables };
  }

  /** The same operation with one or all of its variables wrong. */
  wrong({ text, variables }: MadeOperation): MadeOperation {
    const names = Object.keys(variables);
    const all = this.random() < 0.2;
    const hit = this.#pick(names);
    const changed = names.map((name) => [name, all || name === hit ? this.#pick(WRONG) : variables[name]]);
    return { text, variables: { ...(Object.fromEntries(changed) as object), surplus: 'x' } };
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  #fields(type: GraphQLNamedOutputType, depth: number, most: number): string {
    if (isAbstractType(type)) {
      const made = this.#pick(this.schema.getPossibleTypes(type));
      return `{ ${this.#alias()}: __typename ... on ${made.name} ${this.#fields(made, depth, most)} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields());
    const usable = depth > 1 ? fields : fields.filter((field) => isLeafType(getNamedType(field.type)));
    const chosen = Array.from({ length: usable.length > 0 ? most : 0 }, () => this.#pick(usable));
    const told = chosen.map((field) => {
      const below = getNamedType(field.type);
      const selection = isLeafType(below)
        ? ''
        : this.#fields(below, depth - 1, 1 + Math.floor(this.random() * 3));
      return `${this.#alias()}: ${field.name}${this.#args(field.args)} ${selection}`;
    });
    return `{ ${this.#alias()}: __typename ${told.join(' ')} }`;
  }

  #args(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => this.#wanted(arg));
    const told = given.map((arg) => {
      const name = `v${Object.keys(this.#variables).length}`;
      this.#variables[name] =
        arg.name === 'first' ? 1 + Math.floor(this.random() * 5) : this.#value(arg.type, 2);
      this.#declared.push(`$${name}: ${String(arg.type)}`);
      return `${arg.name}: $${name}`;
    });
    return told.length > 0 ? `(${told.join(', ')})` : '';
  }

  #wanted({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean {
    return (isNonNullType(type) && defaultValue === undefined) || this.random() < 0.25;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    const plain = getNullableType(type);
    if (isListType(plain)) return [this.#value(plain.ofType, depth)];
    if (isEnumType(plain)) return this.#pick(plain.getValues()).name;
    if (isInputObjectType(plain)) {
      const fields = Object.values(plain.getFields()).filter(
        (field) =>
          (isNonNullType(field.type) && field.defaultValue === undefined) ||
          (depth > 0 && this.#wanted(field)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, depth - 1)]));
    }
    const values: Record<string, readonly unknown[]> = {
      ID: IDS,
      String: TEXTS,
      Int: [0, 1, 3, 12],
      Float: [0, 0.5],
      Boolean: [true, false],
      Day: ['2013-05-08', '1900-02-28', '2020-02-29'],
    };
    return this.#pick(values[String(plain)] ?? ['x']);
  }

  // Every field has an alias of its own: two of one name with different arguments could not stand side by side.
  #alias(): string {
    return `a${this.#names++}`;
  }
}
