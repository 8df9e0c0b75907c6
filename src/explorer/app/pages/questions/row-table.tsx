import { isId } from './answer-at.js';
import { FieldName } from './field-name.js';
import { greatestOf, Measured } from './measured.js';
import { Value } from './value.js';

/** The rows of an answer as a table, a column for each field. */
export function RowTable({
  rows,
  placed = false,
}: {
  readonly rows: readonly Record<string, unknown>[];
  /** Whether a picture leads to these lines; where sentences stand above, it leads there. */
  readonly placed?: boolean;
}) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    // The row's own id is what its link says; an id that it counts by already stands by its name.
    (name) =>
      !(name === 'id' && rows.some((row) => 'name' in row)) &&
      !(name === 'node' && rows.every((row) => isId(row['value']))),
  );
  const greatest = new Map(columns.map((name) => [name, greatestOf(rows.map((row) => row[name]))]));
  return (
    <div className="wide">
      <table className="rows">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                <FieldName field={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} {...(placed ? { id: `row-${index}`, tabIndex: -1 } : {})}>
              {columns.map((name) => (
                <td key={name}>
                  {name === 'name' && typeof row['id'] === 'string' ? (
                    <Value value={row} />
                  ) : (greatest.get(name) ?? 0) > 0 ? (
                    <Measured value={row[name]} greatest={greatest.get(name) ?? 0} />
                  ) : (
                    <Value value={row[name]} field={name} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
