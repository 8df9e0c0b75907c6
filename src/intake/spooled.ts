import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Many } from '../graph/chunks.js';
import { Fault } from '../model/faults.js';

/** A list that is read from any place; an array is one too. */
export interface Sequence<T> extends Many<T> {
  /** The one at an index, counted from 0. */
  at(index: number): T | undefined;
}

/** The same, and it grows at its end. */
export interface Growing<T> extends Sequence<T> {
  push(...more: T[]): unknown;
}

/** How one of a list is written as JSON. */
export interface Written<T> {
  readonly toJson: (one: T) => unknown;
  readonly fromJson: (json: unknown) => T;
}

/** Bytes that are held before they go to disk, and that are read from it at once where they are read in order. */
const PIECE = 256 * 1024;
const GLANCE = 16 * 1024;

/**
 * A list of which only the end and a piece under the reader's eyes are in memory, and eight bytes for each of the rest,
 * which lies in a file that has no name: nothing is left behind, however the process ends.
 */
export class Spooled<T> implements Growing<T> {
  /** Where each one starts. */
  private starts = new Float64Array(1024);
  private count = 0;
  /** Bytes in all, and bytes on disk. */
  private bytes = 0;
  private written = 0;
  private readonly end = Buffer.allocUnsafe(PIECE);
  private file: number | null = null;
  private piece = { from: 0, bytes: Buffer.alloc(0) };

  constructor(private readonly as: Written<T>) {}

  get length(): number {
    return this.count;
  }

  push(...more: T[]): void {
    for (const one of more) this.add(one);
  }

  private add(one: T): void {
    const json = Buffer.from(JSON.stringify(this.as.toJson(one)));
    if (this.count === this.starts.length) {
      const more = new Float64Array(2 * this.count);
      more.set(this.starts);
      this.starts = more;
    }
    this.starts[this.count] = this.bytes;
    if (this.bytes - this.written + json.length > PIECE) this.write();
    if (json.length > PIECE) {
      this.writeOut(json);
      this.written += json.length;
    } else json.copy(this.end, this.bytes - this.written);
    this.bytes += json.length;
    this.count += 1;
  }

  at(index: number): T | undefined {
    const start = this.starts[index];
    if (start === undefined || index >= this.count) return undefined;
    const stop = index + 1 < this.count ? (this.starts[index + 1] ?? this.bytes) : this.bytes;
    return this.as.fromJson(JSON.parse(this.read(start, stop)));
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; index < this.count; index += 1) yield this.at(index) as T;
  }

  /** Gives up the file; nothing can be read afterwards. */
  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    this.count = 0;
  }

  private read(start: number, stop: number): string {
    if (start >= this.written) return this.end.toString('utf8', start - this.written, stop - this.written);
    const { from, bytes } = this.piece;
    const end = from + bytes.length;
    if (start < from || stop > end)
      this.load(start, Math.max(stop - start, start <= end && stop > end ? PIECE : GLANCE));
    const at = start - this.piece.from;
    return this.piece.bytes.toString('utf8', at, at + stop - start);
  }

  private load(from: number, size: number): void {
    if (this.file === null) throw new Error('A spooled list was read after it was closed.');
    const bytes = Buffer.allocUnsafe(Math.min(size, this.written - from));
    for (let done = 0; done < bytes.length;) {
      const got = readSync(this.file, bytes, done, bytes.length - done, from + done);
      if (got === 0) throw new Error('A spooled list ends too early.');
      done += got;
    }
    this.piece = { from, bytes };
  }

  private write(): void {
    this.writeOut(this.end.subarray(0, this.bytes - this.written));
    this.written = this.bytes;
  }

  private writeOut(bytes: Buffer): void {
    try {
      this.file ??= nameless();
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.file, bytes, done, bytes.length - done, this.written + done);
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      throw new Fault(
        'BAD_USER_INPUT',
        `The folder of temporary files, ${tmpdir()}, does not take what an import keeps there (${code}); make room in it, or name another in TMPDIR. Nothing was taken in.`,
        { cause: error },
      );
    }
  }
}

/** Opens a file that has no name, and that only this process can read. */
function nameless(): number {
  const path = join(tmpdir(), `cooperation-graph-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}
