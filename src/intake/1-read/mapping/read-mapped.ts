import { Faults, type FaultPlace } from '../../faults.js';
import { kindNamed } from '../../../model/kinds.js';
import type { WhoIsWho } from '../../who-is-who/who-is-who.js';
import type { Register } from '../register.js';
import type { Row } from '../row.js';
import type { Record } from '../tables/records.js';
import { flatOf } from '../tables/flat.js';
import { CellValues, type RowAt } from './cell-values.js';
import { fill } from './fill.js';
import { inputsOf, type Input } from './inputs.js';
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

/** Reads the files of one register into rows, and counts what it leaves out. */
class MappedReading {
  readonly rows: Row[] = [];
  readonly faults: FaultPlace[] = [];
  readonly passedOver = new Map<string, number>();
  /** Rows already made, so that what many rows of a file state alike is stated once. */
  private readonly made = new Set<string>();

  constructor(
    private readonly register: string,
    private readonly who: WhoIsWho,
    private readonly infer: 'none' | 'rules',
  ) {}

  async read(input: Input): Promise<void> {
    const { table, file, bytes } = input;
    const flat = await flatOf(file, bytes, table);
    if ('faults' in flat) {
      this.faults.push(...flat.faults);
      return;
    }
    for (const name of missing(table, flat.header))
      this.faults.push({
        file,
        line: null,
        column: name,
        message: `The column is missing; the file has ${flat.header.slice(0, 30).join(', ')}. Name its separator or sheet in the mapping if these are not columns.`,
      });
    if (this.faults.length > 0) return;
    this.rows.push(sourceRow(this.register, input));
    const stating = table.states.flatMap((rule): Stating[] => {
      const kind = kindNamed(rule.kind);
      const inferred = rule.cells['certainty']?.includes('INFERRED') === true;
      return kind && !(inferred && this.infer === 'none')
        ? [{ rule, kind, columns: ownColumns(table, rule) }]
        : [];
    });
    for (const record of flat.rows) this.readRow(input, flat.header, record, stating);
    this.countUnread(table, flat.header, flat.rows);
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
    const content = JSON.stringify([...row.cells]);
    if (this.made.has(content)) return;
    this.made.add(content);
    this.rows.push(row);
  }

  private count(reason: string, by: number): void {
    this.passedOver.set(reason, (this.passedOver.get(reason) ?? 0) + by);
  }

  /** Counts the filled cells of columns that are not taken in. */
  private countUnread(table: TableRule, header: readonly string[], records: readonly Record[]): void {
    const read = new Set(Object.entries(table.columns).map(([name, rule]) => rule?.from ?? name));
    for (const [index, name] of header.entries()) {
      if (read.has(name)) continue;
      const filled = records.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length;
      const reason = table.passedOver?.[name] ?? 'the mapping does not name them';
      if (filled > 0) this.count(`cells of "${name.slice(0, 60)}" (${reason})`, filled);
    }
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
}

/** Reads the files of a register through its mapping; throws `Faults` that lists everything that cannot be read. */
export async function readMapped(
  { mapping, files, as, infer = 'rules' }: MappedAsked,
  who: WhoIsWho,
): Promise<Register> {
  const name = as ?? mapping.register;
  const { inputs, passedOver } = await inputsOf(mapping, files);
  const reading = new MappedReading(name, who, infer);
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
