import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One code of a code list of IATI. */
export interface Code {
  readonly list: string;
  readonly code: string;
  /** Names as the list gives them; empty where it gives none that are kept. */
  readonly name: string;
  readonly nameFr: string;
  /** Id of what the graph has for it, where it has one. */
  readonly means: string;
}

const PATH = new URL('../../../../codelists/iati.csv', import.meta.url);
const keyOf = (list: string, code: string): string => `${list} ${code}`;

let lists: ReadonlyMap<string, Code> | undefined;

/** The code of a list; undefined when the list has no such code. */
export function codeIn(list: string, code: string): Code | undefined {
  lists ??= new Map(
    parse<Code>(readFileSync(PATH), { columns: true }).map((one) => [keyOf(one.list, one.code), one]),
  );
  return lists.get(keyOf(list, code));
}

/** The code of a list that has this English or French name, in any capitals: files of 1.x write names for codes. */
export function codeNamed(list: string, name: string): Code | undefined {
  codeIn(list, '');
  const wanted = name.toLowerCase();
  return [...(lists?.values() ?? [])].find(
    (one) => one.list === list && (one.name.toLowerCase() === wanted || one.nameFr.toLowerCase() === wanted),
  );
}
