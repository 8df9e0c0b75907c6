import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Bytes that a file may take in memory before it goes to disk. */
export const IN_MEMORY = 1024 * 1024;

/**
 * Keeps a file until it is whole, so that its headers can tell the truth and a fault on the way is a plain error. Memory stays
 * flat however long the file is and however slowly it is read; its place on disk has no name, so nothing is left behind.
 */
export class Spool {
  #held: Buffer[] = [];
  #bytes = 0;
  #written = 0;
  #file: FileHandle | undefined;

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  async append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#held.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes - this.#written > IN_MEMORY) await this.#spill();
  }

  async #spill(): Promise<void> {
    if (!this.#file) {
      const path = join(tmpdir(), `cooperation-graph-${randomUUID()}`);
      this.#file = await open(path, 'wx+', 0o600);
      await unlink(path);
    }
    const bytes = Buffer.concat(this.#held);
    this.#held = [];
    await this.#file.appendFile(bytes);
    this.#written += bytes.length;
  }

  /** The whole, once; reading it to its end or destroying it gives everything up. */
  async read(): Promise<Readable> {
    if (!this.#file) return Readable.from([Buffer.concat(this.#held)], { objectMode: false });
    await this.#spill();
    return this.#file.createReadStream({ start: 0 });
  }

  /** Gives up what was never read. */
  async drop(): Promise<void> {
    this.#held = [];
    await this.#file?.close().catch(() => undefined);
  }
}
