import type { FaultPlace } from '../../faults.js';
import type { Record } from './records.js';

const COLUMN_LIMIT = 2_000;

/** Text of a value that is not nested; null for one that is. */
function textOf(value: unknown): string | null {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value);
}

/** Records of a JSON array of flat objects, the header first; rows are counted as elements, from 1, and a key that is left out is empty. */
export function jsonRecords(file: string, text: string): { records: Record[] } | { faults: FaultPlace[] } {
  const fault = (line: number | null, column: string | null, message: string): FaultPlace => {
    return { file, line, column, message };
  };
  let array: unknown;
  try {
    array = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : '';
    return { faults: [fault(null, null, `The file is not JSON (${why}); mend it there.`)] };
  }
  if (!Array.isArray(array))
    return { faults: [fault(null, null, 'The file is not a JSON array; write the rows as [{...}, {...}].')] };
  const columns = new Map<string, number>();
  const faults: FaultPlace[] = [];
  const rows = (array as unknown[]).map((element, index): Record => {
    const line = index + 1;
    const cells: string[] = [];
    if (typeof element !== 'object' || element === null || Array.isArray(element))
      faults.push(fault(line, null, 'The element is not an object; write it as {"column": "value"}.'));
    else
      for (const [name, value] of Object.entries(element)) {
        const column = columns.get(name) ?? columns.size;
        columns.set(name, column);
        const cell = textOf(value);
        if (cell === null)
          faults.push(
            fault(
              line,
              name.slice(0, 60),
              'The value is nested; write it as one text, a list with a separator.',
            ),
          );
        cells[column] = cell ?? '';
      }
    return { line, cells };
  });
  if (columns.size > COLUMN_LIMIT)
    faults.push(
      fault(null, null, `There are more than ${COLUMN_LIMIT} keys; leave out those that are not needed.`),
    );
  if (faults.length > 0) return { faults };
  const whole = rows.map(({ line, cells }) => ({
    line,
    cells: Array.from(columns.values(), (at) => cells[at] ?? ''),
  }));
  return { records: [{ line: 1, cells: [...columns.keys()] }, ...whole] };
}
