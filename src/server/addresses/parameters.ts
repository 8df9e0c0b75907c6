import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { Fault } from '../../model/faults.js';
import type { Variable } from '../../publish/variables.js';

/** Values of a saved operation's variables by name. */
export type Arguments = Readonly<Record<string, unknown>>;

interface Entry {
  /** What follows the variable's name after dots. */
  readonly path: readonly string[];
  readonly text: string;
}

const wrong = (message: string, argument: string, details: object = {}): Fault =>
  new Fault('BAD_USER_INPUT', message, { details: { argument, ...details } });

/** Shown in messages only where it cannot be a secret or a way to write into them. */
const shown = (name: string): string => (/^[\w.-]{1,60}$/.test(name) ? name : 'one of them');

/** Reads the variables of an operation from the parameters of its address; what is not given takes the saved default. */
export function argumentsAsked(
  query: URLSearchParams,
  variables: readonly Variable[],
  defaults: Arguments,
): Arguments {
  const given = entriesOf(query, variables);
  const read: Record<string, unknown> = {};
  for (const variable of variables) {
    const { name, required, written } = variable;
    const entries = given.get(name);
    const value = entries ? valueOf(variable, entries) : defaults[name];
    if (value !== undefined) read[name] = value;
    else if (required) throw wrong(`The parameter ${name} is missing; it takes ${written}.`, name);
  }
  return read;
}

function entriesOf(query: URLSearchParams, variables: readonly Variable[]): Map<string, Entry[]> {
  const given = new Map<string, Entry[]>();
  for (const [whole, text] of query) {
    const [name = '', ...path] = whole.split('.');
    const variable = variables.find((known) => known.name === name);
    if (!variable || (path.length > 0 && (variable.list || !isInputObjectType(variable.named)))) {
      const allowed = variables.map((known) => known.name);
      throw wrong(
        `There is no parameter ${shown(whole)} here; there ${allowed.length === 0 ? 'are none' : `are ${allowed.join(', ')}`}.`,
        shown(whole),
        { allowed },
      );
    }
    given.set(name, [...(given.get(name) ?? []), { path, text }]);
  }
  return given;
}

/** Undefined for an empty parameter, which leaves a variable out and its saved default too. */
function valueOf({ name, type, required, written }: Variable, entries: readonly Entry[]): unknown {
  if (entries.length === 1 && entries[0]?.text === '' && entries[0].path.length === 0) {
    if (required) throw wrong(`The parameter ${name} is empty; it takes ${written}.`, name);
    return undefined;
  }
  const dotted = entries.filter(({ path }) => path.length > 0);
  if (dotted.length > 0 && dotted.length < entries.length)
    throw wrong(`Give ${name} as JSON or by dotted parameters, not both.`, name);
  const value =
    dotted.length > 0
      ? objectOf(getNamedType(type) as GraphQLInputObjectType, dotted, name)
      : readAs(
          type,
          entries.map(({ text }) => text),
          name,
        );
  coerceInputValue(value, type, (path, _value, error) => {
    const at = [name, ...path].join('.');
    throw wrong(`The parameter ${at} does not fit: ${withoutValue(error.message)}`, at);
  });
  return value;
}

// A value may be a secret put in the wrong place.
const withoutValue = (message: string): string =>
  message
    .replace(/(cannot represent[^:"]*): [^]*$/, '$1.')
    .replace(/^(Expected value of type "[^"]*")[^]*$/, '$1.');

function objectOf(type: GraphQLInputObjectType, entries: readonly Entry[], at: string): object {
  const fields = type.getFields();
  const groups = new Map<string, Entry[]>();
  for (const { path, text } of entries) {
    const [name = '', ...rest] = path;
    if (!Object.hasOwn(fields, name) || !fields[name]) {
      const allowed = Object.keys(fields);
      throw wrong(`${at} has no ${shown(name)}; it has ${allowed.join(', ')}.`, `${at}.${shown(name)}`, {
        allowed,
      });
    }
    groups.set(name, [...(groups.get(name) ?? []), { path: rest, text }]);
  }
  return Object.fromEntries(
    [...groups].map(([name, inner]) => {
      const inside = `${at}.${name}`;
      const field = (fields[name] as { type: GraphQLInputType }).type;
      const named = getNullableType(field);
      const deeper = inner.filter(({ path }) => path.length > 0);
      if (deeper.length === 0)
        return [
          name,
          readAs(
            field,
            inner.map(({ text }) => text),
            inside,
          ),
        ];
      if (!isInputObjectType(named) || deeper.length < inner.length)
        throw wrong(`${inside} cannot be given in parts.`, inside);
      return [name, objectOf(named, deeper, inside)];
    }),
  );
}

function readAs(type: GraphQLInputType, texts: readonly string[], at: string): unknown {
  const nullable = getNullableType(type);
  if (!isListType(nullable)) {
    if (texts.length > 1) throw wrong(`The parameter ${at} is given more than once; it takes one value.`, at);
    return readOne(nullable, texts[0] ?? '', at);
  }
  const inner = getNullableType(nullable.ofType);
  // Words may hold commas, and so may JSON; ids, codes and numbers do not.
  const whole = isInputObjectType(inner) || ('name' in inner && inner.name === 'String');
  return texts
    .flatMap((text) => (whole ? [text] : text.split(',')))
    .map((text) => readOne(inner, text.trim(), at));
}

function readOne(type: GraphQLInputType, text: string, at: string): unknown {
  if (text === '') throw wrong(`The parameter ${at} holds an empty value.`, at);
  if (isInputObjectType(type)) return jsonOf(text, at);
  if (isEnumType(type)) {
    const allowed = type.getValues().map(({ name }) => name);
    if (allowed.includes(text)) return text;
    throw wrong(`The parameter ${at} takes ${allowed.join(', ')}.`, at, { allowed });
  }
  const name = getNamedType(type).name;
  if (name === 'Boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw wrong(`The parameter ${at} takes true or false.`, at, { allowed: ['true', 'false'] });
  }
  if (name !== 'Int' && name !== 'Float') return text;
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  throw wrong(`The parameter ${at} takes a number.`, at);
}

function jsonOf(text: string, at: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong(
      `The parameter ${at} takes JSON, for example {"minCertainty":"STATED"}, or dotted parameters.`,
      at,
    );
  }
}
