import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Faults, type FaultPlace } from '../../faults.js';
import type { Mapping, TableRule } from './schema.js';
import { FILE_LIMIT } from '../files.js';

/** One file of a register, and the table that it is. */
export interface Input {
  readonly table: TableRule;
  /** Its name; where it lies on this machine is nobody's concern. */
  readonly file: string;
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

const whole = (file: string, message: string): FaultPlace => ({ file, line: null, column: null, message });

/** Whether a name fits a pattern in which * stands for anything; without a regular expression, since both come from outside. */
function fits(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  let left = name.toLowerCase();
  if (rest.length === 0) return left === first;
  if (!left.startsWith(first)) return false;
  left = left.slice(first.length);
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const at = left.indexOf(part);
    if (at === -1) return false;
    left = left.slice(at + part.length);
  }
  return left.endsWith(last);
}

/** The table that a file is: by its name, or, where the mapping has one table, that one. */
function tableFor(mapping: Mapping, file: string): TableRule | null {
  const named = mapping.tables.find((table) => fits(table.file, file));
  return named ?? (mapping.tables.length === 1 ? (mapping.tables[0] ?? null) : null);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function bytesOf(path: string): Promise<Buffer | FaultPlace> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > FILE_LIMIT) return whole(file, `The file is larger than ${FILE_LIMIT} bytes; split it.`);
    return await readFile(path);
  } catch {
    return whole(file, 'The file cannot be read; name one that is there.');
  }
}

/** The bytes of an input, read again: of several files one is in memory at a time. */
export async function contentOf({ file, path, hash }: Input): Promise<Buffer | FaultPlace> {
  const bytes = await bytesOf(path);
  if (!Buffer.isBuffer(bytes) || hashOf(bytes) === hash) return bytes;
  return whole(file, 'The file changed while it was read; import it again.');
}

/** The files of a register: those with a table, and why the others are not taken in. */
export interface Inputs {
  readonly inputs: readonly Input[];
  /** One entry a file. */
  readonly passedOver: readonly string[];
}

/** Tells the files of a register, each with its table; throws `Faults` for those that cannot be told or read. */
export async function inputsOf(mapping: Mapping, paths: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = [];
  const passedOver: string[] = [];
  const faults: FaultPlace[] = [];
  for (const path of paths) {
    const file = basename(path);
    const table = tableFor(mapping, file);
    const other = inputs.find((one) => one.table === table || one.file === file);
    const patterns = mapping.tables.map((one) => one.file).join(', ');
    const [, reason] = Object.entries(mapping.passedOver ?? {}).find(([name]) => fits(name, file)) ?? [];
    if (reason !== undefined) {
      if (paths.length === 1)
        faults.push(whole(file, `Nothing of the file is taken in (${reason}); name ${patterns} as well.`));
      passedOver.push(`file, ${file} (${reason})`);
    } else if (!table)
      faults.push(whole(file, `No table of the mapping has this file; they are named ${patterns}.`));
    else if (other?.file === file)
      faults.push(whole(file, 'Two files have this name, and could not be told apart; rename one.'));
    else if (other && table.sourcePerFile !== true)
      faults.push(
        whole(
          file,
          `The table ${table.table} is one file, and ${other.file} is given too; import one, or set sourcePerFile in the mapping.`,
        ),
      );
    else {
      const bytes = await bytesOf(path);
      if (!Buffer.isBuffer(bytes)) faults.push(bytes);
      else inputs.push({ table, file, path, hash: hashOf(bytes) });
    }
  }
  if (faults.length > 0) throw new Faults(faults);
  return { inputs, passedOver };
}
