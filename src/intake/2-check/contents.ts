import { LIST_SEPARATOR } from '../../model/columns.js';
import type { Many } from '../../graph/chunks.js';
import type { Row } from '../1-read/row.js';

/** One thing of which rows speak. */
interface Entry {
  /** Indexes of all rows that speak of it. */
  readonly rows: number[];
  /** Whether one of them states it, and not only a claim of it. */
  stated: boolean;
  /** Ids of the things whose claims its own are inferred from; null where none are. */
  from: Set<string> | null;
}

/** What is where in the rows of an import: enough to check it thing by thing, with only the rows of one in memory. */
export class Contents {
  /** Names of the files, in the order of reading. */
  readonly files: readonly string[];
  private readonly entries = new Map<string, Entry>();
  private readonly premises = new Set<string>();

  constructor(rows: Many<Row>) {
    const files = new Set<string>();
    let index = 0;
    for (const row of rows) {
      files.add(row.file);
      this.note(row, index);
      index += 1;
    }
    this.files = [...files];
  }

  /** Whether a row states a thing. */
  states(id: string): boolean {
    return this.entries.get(id)?.stated === true;
  }

  /** Whether a row says that it is inferred from a claim of a thing. */
  isPremise(id: string): boolean {
    return this.premises.has(id);
  }

  /**
   * Indexes of rows in groups that can be checked one after the other: all of a thing together, what others are inferred
   * from before these, and things that are inferred from one another in one group.
   */
  *groups(): Generator<readonly number[]> {
    for (const { rows, from } of this.entries.values()) if (from === null) yield rows;
    for (const ids of this.inferredInOrder())
      yield ids.flatMap((id) => this.entries.get(id)?.rows ?? []).sort((a, b) => a - b);
  }

  private note(row: Row, index: number): void {
    const own = row.kind === 'claim' ? 'target' : 'id';
    const key = (row.cells.get(own) ?? '').trim();
    let entry = this.entries.get(key);
    if (!entry) this.entries.set(key, (entry = { rows: [], stated: false, from: null }));
    entry.rows.push(index);
    if (row.kind !== 'claim') entry.stated = true;
    for (const written of (row.cells.get('inferredFrom') ?? '').split(LIST_SEPARATOR)) {
      const target = written.trim().split('#', 1)[0] ?? '';
      if (target === '') continue;
      (entry.from ??= new Set()).add(target);
      this.premises.add(target);
    }
  }

  /** Tarjan's strongly connected components of what is inferred: each comes after those that it rests on. */
  private *inferredInOrder(): Generator<readonly string[]> {
    const met = new Map<string, { readonly order: number; low: number; open: boolean }>();
    const waiting: string[] = [];
    const nextOf = (id: string): Iterator<string> => {
      const from = [...(this.entries.get(id)?.from ?? [])];
      return from.filter((other) => this.entries.get(other)?.from)[Symbol.iterator]();
    };
    const meet = (id: string): { id: string; next: Iterator<string> } => {
      met.set(id, { order: met.size, low: met.size, open: true });
      waiting.push(id);
      return { id, next: nextOf(id) };
    };
    for (const [start, { from }] of this.entries) {
      if (from === null || met.has(start)) continue;
      // An explicit stack: a chain may be longer than the call stack.
      const way = [meet(start)];
      for (let step = way.at(-1); step; step = way.at(-1)) {
        const own = met.get(step.id);
        const next = step.next.next();
        if (!own) break;
        if (next.done !== true) {
          const other = met.get(next.value);
          if (!other) way.push(meet(next.value));
          else if (other.open) own.low = Math.min(own.low, other.order);
          continue;
        }
        way.pop();
        const before = met.get(way.at(-1)?.id ?? '');
        if (before) before.low = Math.min(before.low, own.low);
        if (own.low !== own.order) continue;
        const ids = waiting.splice(waiting.indexOf(step.id));
        for (const id of ids) Object.assign(met.get(id) ?? {}, { open: false });
        yield ids;
      }
    }
  }
}
