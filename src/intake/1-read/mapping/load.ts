import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { Faults, type FaultPlace } from '../../faults.js';
import { mappingSchema, type Mapping } from './schema.js';
import { senseFaults, type Path } from './sense.js';

/** Largest mapping, in bytes. */
const SIZE_LIMIT = 1_000_000;

/** Where the value, or else the nearest thing above it, starts. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!pair) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
      offset = range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** What zod says, each with its path; of a choice the branch that comes nearest to what is there. */
function issuesIn(issues: readonly z.core.$ZodIssue[], above: Path = []): { path: Path; message: string }[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...(issue.path as Path)];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `Nothing is known of "${key.slice(0, 60)}" here; docs/mappings.md lists what may stand here.`,
      }));
    if (issue.code === 'invalid_union') {
      const branch = issue.errors.find(
        (one) => !one.some(({ code, path: deep }) => code === 'invalid_type' && deep.length === 0),
      );
      if (branch) return issuesIn(branch, path);
      return [{ path, message: 'Something else must stand here; docs/mappings.md says what.' }];
    }
    const name = path.at(-1);
    if (name !== undefined && issue.message.endsWith('received undefined'))
      return [{ path, message: `"${name}" is missing; add it.` }];
    return [{ path, message: `${name ?? 'The mapping'}: ${issue.message.replace(/\.$/, '')}.` }];
  });
}

/** Reads a mapping from its YAML; throws `Faults` that lists everything that is wrong, each with its line. */
export function mappingIn(file: string, yaml: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): FaultPlace => {
    return { file, line: lines.linePos(offset).line, column: null, message };
  };
  if (document.errors.length > 0)
    throw new Faults(
      document.errors.map(({ pos, message }) => at(pos[0], `${message.split('\n')[0] ?? message}.`)),
    );
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new Faults([at(0, 'The aliases of the file lead to more than 100 copies; write them out.')]);
  }
  const read = mappingSchema.safeParse(value);
  const wrong = read.success ? senseFaults(read.data) : issuesIn(read.error.issues);
  if (wrong.length > 0 || !read.success)
    throw new Faults(wrong.map(({ path, message }) => at(offsetOf(document, path), message)));
  return read.data;
}

/** Reads a mapping from its file. */
export async function loadMapping(path: string): Promise<Mapping> {
  const file = basename(path);
  const refused = (message: string): Faults => new Faults([{ file, line: null, column: null, message }]);
  const bytes = await readFile(path).catch(() => {
    throw refused('The mapping cannot be read; name a YAML file, or a mapping that is shipped.');
  });
  if (bytes.length > SIZE_LIMIT) throw refused(`The mapping is larger than ${SIZE_LIMIT} bytes; shorten it.`);
  return mappingIn(file, bytes.toString('utf8'));
}
