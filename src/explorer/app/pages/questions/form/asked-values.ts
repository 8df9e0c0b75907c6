import type { SavedInput, SavedVariable } from '../saved.js';
import { typeAsked, type TypeAsked } from './type-asked.js';

/** What a form holds: by variable, a text, a number, yes or no, a list, or an object of such by member. */
export type Values = Readonly<Record<string, unknown>>;

type Entry = readonly [name: string, text: string];

/** The values that an address gives to variables, else those saved with the question. */
export function valuesIn(
  address: Iterable<Entry>,
  variables: readonly SavedVariable[],
  inputs: readonly SavedInput[],
): Values {
  const given = [...address];
  return Object.fromEntries(
    variables.map((variable) => {
      const entries = given.filter(([name]) => isOf(variable, name));
      const type = typeAsked(variable, inputs);
      return [variable.name, entries.length === 0 ? variable.default : read(entries, type, inputs)];
    }),
  );
}

/** Whether a parameter gives a variable or a part of it, as `filter.topics.ids` does of `filter`. */
export const isOf = ({ name }: Pick<SavedVariable, 'name'>, parameter: string): boolean =>
  parameter === name || parameter.startsWith(`${name}.`);

function read(entries: readonly Entry[], type: TypeAsked, inputs: readonly SavedInput[]): unknown {
  const texts = entries.map(([, text]) => text);
  if (type.input && !type.list && entries.some(([name]) => name.includes('.')))
    return membersOf(
      entries.map(([name, text]) => [name.slice(name.indexOf('.') + 1), text]),
      type.input,
      inputs,
    );
  if (texts.every((text) => text === '')) return undefined;
  if (type.input) return type.list ? texts.map(jsonIn) : jsonIn(texts[0]!);
  if (!type.list) return scalar(texts[0]!, type.named);
  // Words may hold commas; ids, codes and numbers do not.
  const all = type.named === 'String' ? texts : texts.flatMap((text) => text.split(','));
  return all.filter((text) => text !== '').map((text) => scalar(text, type.named));
}

function membersOf(
  entries: readonly Entry[],
  input: SavedInput,
  inputs: readonly SavedInput[],
): Record<string, unknown> {
  return Object.fromEntries(
    input.members.flatMap((member) => {
      const own = entries.filter(([name]) => isOf(member, name));
      return own.length === 0 ? [] : [[member.name, read(own, typeAsked(member, inputs), inputs)]];
    }),
  );
}

function scalar(text: string, named: string): unknown {
  if ((named === 'Int' || named === 'Float') && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (named === 'Boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** An address may hold anything; what is no JSON leaves the field empty, and the answer says what is wrong. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is said by a value: without members, lists and texts that are empty; undefined where nothing is left. */
export function said(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(said).filter((each) => each !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const each = said(inner);
    return each === undefined ? [] : [[name, each] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The parameters of an address that give a variable this value; none where it is the saved one. */
export function parametersOf({ name, default: saved }: SavedVariable, value: unknown): [string, string][] {
  const now = said(value);
  if (JSON.stringify(now) === JSON.stringify(said(saved))) return [];
  // An empty parameter takes away the saved value too.
  return now === undefined ? [[name, '']] : written(name, now);
}

function written(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value))
    return value.map((each) => [name, typeof each === 'object' ? JSON.stringify(each) : String(each)]);
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([member, inner]) => written(`${name}.${member}`, inner));
}
