import { createHash } from 'node:crypto';
import { Faults, type FaultPlace } from '../../faults.js';
import type { Growing } from '../../spooled.js';
import { kindNamed } from '../../../model/kinds.js';
import type { WhoIsWho } from '../../who-is-who/who-is-who.js';
import type { Register } from '../register.js';
import type { Row } from '../row.js';
import type { Record } from '../tables/records.js';
import { readFlat } from '../tables/flat.js';
import { CellValues, type RowAt } from './cell-values.js';
import { fill } from './fill.js';
import { contentOf, inputsOf, type Input } from './inputs.js';
import type { Mapping, TableRule } from './schema.js';
import { sourceId, sourceRow } from './source-row.js';
import { columnsIn, ownColumns } from './origin.js';
import { stated, type Stating } from './state.js';

/** Why a statement was not made: a person settles it in the list of doubts. */
export const IN_DOUBT = 'statements or parts of them, until it is settled who is meant';

/** Columns that the mapping rests on and the file has not. */
function missing(table: TableRule, header: readonly string[]): string[] {
  const wanted = Object.entries(table.columns).flatMap(([name, rule]) =>
    rule?.optional === true ? [] : [rule?.from ?? name],
  );
  return [...new Set(wanted)].filter((name) => !header.includes(name.normalize('NFC')));
}

/** Columns that are not taken in, and why. */
const unreadIn = (table: TableRule, header: readonly string[]): { index: number; reason: string }[] => {
  const read = new Set(Object.entries(table.columns).map(([name, rule]) => rule?.from ?? name));
  return header.flatMap((name, index) => {
    const why = table.passedOver?.[name] ?? 'the mapping does not name them';
    return read.has(name) ? [] : [{ index, reason: `cells of "${name.slice(0, 60)}" (${why})` }];
  });
};

/** Reads the files of one register into rows, and counts what it leaves out. */
class MappedReading {
  readonly faults: FaultPlace[] = [];
  readonly passedOver = new Map<string, number>();
  /** Hashes of the rows already made, so that what many rows of a file state alike is stated once. */
  private readonly made = new Set<string>();

  constructor(
    readonly rows: Growing<Row>,
    private readonly register: string,
    private readonly who: WhoIsWho,
    private readonly infer: 'none' | 'rules',
  ) {}

  async read(input: Input): Promise<void> {
    const before = this.faults.length;
    const bytes = await contentOf(input);
    const unreadable = Buffer.isBuffer(bytes)
      ? await readFlat(input.file, bytes, input.table, (header) => this.open(input, header))
      : [bytes];
    // Of a file that cannot be read as a table, what its cells say is not told.
    if (unreadable.length > 0) this.faults.splice(before, Infinity, ...unreadable);
  }

  /** Starts the reading of a file whose header is known; answers who takes its rows. */
  private open(input: Input, header: readonly string[]): (record: Record) => void {
    const { table, file } = input;
    for (const name of missing(table, header))
      this.faults.push({
        file,
        line: null,
        column: name,
        message: `The column is missing; the file has ${header.slice(0, 30).join(', ')}. Name its separator or sheet in the mapping if these are not columns.`,
      });
    if (this.faults.length > 0) return () => undefined;
    this.rows.push(sourceRow(this.register, input));
    const stating = table.states.flatMap((rule): Stating[] => {
      const kind = kindNamed(rule.kind);
      const inferred = rule.cells['certainty']?.includes('INFERRED') === true;
      return kind && !(inferred && this.infer === 'none')
        ? [{ rule, kind, columns: ownColumns(table, rule) }]
        : [];
    });
    const unread = unreadIn(table, header);
    return (record) => {
      this.readRow(input, header, record, stating);
      for (const { index, reason } of unread)
        if ((record.cells[index] ?? '').trim() !== '') this.count(reason, 1);
    };
  }

  private readRow(
    input: Input,
    header: readonly string[],
    record: Record,
    stating: readonly Stating[],
  ): void {
    const { file, table } = input;
    const { line } = record;
    if (record.cells.every((cell) => cell.trim() === '')) return;
    const raw = new Map(header.map((name, index) => [name, record.cells[index] ?? '']));
    const fault = (column: string | null, message: string): void =>
      void this.faults.push({ file, line, column, message });
    const at: RowAt = { file, line, raw, header, cells: record.cells, fault };
    const values = new CellValues(table, at, this.who);
    const plain = new Map(
      Object.keys(table.columns).flatMap((name): [string, string][] => {
        const text = values.raw(name);
        return text === '' ? [] : [[name, text]];
      }),
    );
    // The key is the row's own, as written: it must not change because somebody settles who is meant.
    const key = fill(table.key, { values, bound: new Map([...plain, ['row', String(line)]]) }, false)
      .texts[0];
    if (key === undefined) {
      const columns = columnsIn(table, [table.key]);
      fault(columns.join(', ') || null, 'The key of the row is empty; fill the columns that make it.');
      return;
    }
    for (const one of stating) {
      const { rows, doubtful } = stated(one, values, at, { source: sourceId(this.register, input), key });
      if (doubtful > 0) this.count(IN_DOUBT, doubtful);
      for (const row of rows) this.add(row);
    }
  }

  private add(row: Row): void {
    const content = createHash('sha256')
      .update(JSON.stringify([...row.cells]))
      .digest('base64');
    if (this.made.has(content)) return;
    this.made.add(content);
    this.rows.push(row);
  }

  private count(reason: string, by: number): void {
    this.passedOver.set(reason, (this.passedOver.get(reason) ?? 0) + by);
  }
}

/** What is asked of a mapping. */
export interface MappedAsked {
  readonly mapping: Mapping;
  /** Paths of the files. */
  readonly files: readonly string[];
  /** Name of the register where it is not the mapping's own. */
  readonly as?: string | null;
  /** Whether statements that the mapping marks as INFERRED are made. */
  readonly infer?: 'none' | 'rules';
  /** Where the rows go; left out, they are held in memory. */
  readonly rows?: Growing<Row>;
}

/** Reads the files of a register through its mapping; throws `Faults` that lists everything that cannot be read. */
export async function readMapped(
  { mapping, files, as, infer = 'rules', rows = [] }: MappedAsked,
  who: WhoIsWho,
): Promise<Register> {
  const name = as ?? mapping.register;
  const { inputs, passedOver } = await inputsOf(mapping, files);
  const reading = new MappedReading(rows, name, who, infer);
  for (const reason of passedOver) reading.passedOver.set(reason, 1);
  for (const input of inputs) await reading.read(input);
  if (reading.faults.length > 0) throw new Faults(reading.faults);
  return {
    name,
    sources: inputs.map((input) => sourceId(name, input)),
    rows: reading.rows,
    passedOver: reading.passedOver,
  };
}
