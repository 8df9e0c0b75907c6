import { LeftOut } from '../../ask/left-out.js';
import { useTexts } from '../../texts/use-texts.js';
import { greatestOf, Measured } from './measured.js';
import { saysItself, Sentences } from './sentences.js';
import { isRecord, Value } from './value.js';
import { headingOf } from './worded.js';

/** Said of the whole list beside its rows. */
interface Told {
  readonly reading?: string;
  readonly emptyBecause?: string | null;
  readonly leftOut?:
    readonly { readonly inWords?: string; readonly reason?: string; readonly count?: number }[] | null;
}

/** The rows of an answer as a table, with how the question was read, why it is empty, and what it left out. */
export function AnswerRows({ data, path }: { readonly data: unknown; readonly path: string }) {
  const { questions } = useTexts();
  const steps = path.split('.');
  const rows = at(data, steps);
  const told = (at(data, steps.slice(0, 1)) ?? {}) as Told;
  const leftOut = (told.leftOut ?? []).map(({ inWords, reason, count }) => ({
    inWords: inWords ?? `${reason}: ${count}`,
  }));
  return (
    <section className="answer">
      {told.reading !== undefined && (
        <p className="reading" lang="en" dir="ltr">
          {told.reading}
        </p>
      )}
      {Array.isArray(rows) && rows.length > 0 && <RowsOrSentences rows={rows.filter(isRecord)} />}
      {Array.isArray(rows) && rows.length === 0 && <p className="empty">{questions.none}</p>}
      {rows !== null && !Array.isArray(rows) && <Value value={rows} />}
      <LeftOut because={told.emptyBecause ?? null} leftOut={leftOut} />
    </section>
  );
}

const at = (data: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : null), data);

function RowsOrSentences({ rows }: { readonly rows: readonly Record<string, unknown>[] }) {
  return rows.every(saysItself) ? <Sentences rows={rows} /> : <Rows rows={rows} />;
}

function Rows({ rows }: { readonly rows: readonly Record<string, unknown>[] }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    // The row's own id is what its link says.
    (name) => !(name === 'id' && rows.some((row) => 'name' in row)),
  );
  const greatest = new Map(columns.map((name) => [name, greatestOf(rows.map((row) => row[name]))]));
  return (
    <div className="wide">
      <table className="rows">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" lang="en" dir="ltr">
                {headingOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
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
