import { parse as parseCsv } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { seeded } from '../support/seeded.js';

const FOLDER = resolve(import.meta.dirname, '../../schema/operations');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => basename(name, '.graphql'))
  .sort();

interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  readonly list?: boolean;
}
interface Described {
  readonly row: { readonly path: string };
  readonly columns: readonly Column[];
  readonly evidenceColumns: readonly Column[];
  readonly contentHash: string;
  readonly cite: string;
}
type Line = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;

const linesOf = (text: string): Line[] => parseCsv(text, { columns: true });
const meant = (cell: string): string => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);

/** A cell as the schema of the file says that it is to be read. */
function valueOf(cell: string, { type, list }: Column): unknown {
  const one = (text: string): unknown => {
    if (text === '') return null;
    if (type === 'boolean') return text === 'true';
    return type === 'integer' || type === 'number' ? Number(text) : text;
  };
  if (!list) return one(meant(cell));
  return [...`${meant(cell)}|`.matchAll(/((?:\\[^]|[^\\|])*)\|/g)].map(([, entry = '']) =>
    one(entry.replace(/\\([^])/g, '$1')),
  );
}

/** The slow, obvious way to the same value: down the names of the column, through every list on the way. */
function expected(
  row: unknown,
  [key, ...rest]: readonly string[],
  lists = false,
): { values: unknown[]; lists: boolean } | undefined {
  if (Array.isArray(row)) {
    if (key === 'count' && rest.length === 0) return { values: [row.length], lists };
    if (/^[12]$/.test(key ?? '')) return expected(row[Number(key) - 1], rest, lists);
    const parts = row.map((entry) =>
      key === undefined ? { values: [entry as unknown], lists: true } : expected(entry, [key, ...rest], true),
    );
    if (parts.some((part) => part === undefined)) return undefined;
    return { values: parts.flatMap((part) => part?.values ?? []), lists: true };
  }
  if (key === undefined) return { values: [row], lists };
  if (row === null) return { values: [null], lists };
  const value = (row as Row)[key === 'typename' ? '__typename' : key];
  return value === undefined ? undefined : expected(value, rest, lists);
}

const rowsAt = (data: unknown, path: string): Row[] => {
  const found = path.split('.').reduce<unknown>((value, key) => (value as Row | null)?.[key], data);
  return (Array.isArray(found) ? found : found === null || found === undefined ? [] : [found]) as Row[];
};

describe('addresses of the saved operations', () => {
  const graph = seeded();
  // A busy machine may plan a statement that it has not seen for longer than one may take.
  const get = async (
    path: string,
    tries = 4,
  ): Promise<{ status: number; headers: Headers; text: string }> => {
    const answer = await fetch(`${graph.address}/q/${path}`);
    const text = await answer.text();
    if ((answer.status === 503 || answer.status === 504) && tries > 1) return get(path, tries - 1);
    return { status: answer.status, headers: answer.headers, text };
  };
  const json = async <T>(path: string): Promise<T> => JSON.parse((await get(path)).text) as T;

  it.each(names)('%s answers as JSON as it is recorded, and as CSV with the same rows', async (name) => {
    const recorded = JSON.parse(readFileSync(join(FOLDER, `${name}.answer.json`), 'utf8')) as {
      data: object;
    };
    const answer = await json<{ data: object; extensions: { address: { complete: boolean } } }>(
      `${name}.json`,
    );
    expect(answer).toMatchObject({ data: expect.anything() });
    expect({ data: answer.data }).toEqual(recorded);

    const schema = await json<Described>(`${name}.schema.json`);
    const { status, headers, text } = await get(`${name}.csv`);
    expect([status, headers.get('graph-complete')]).toEqual([200, 'true']);
    expect(text.split('\r\n')[0]).toBe(schema.columns.map((column) => column.name).join(','));
    const lines = linesOf(text);
    // A page of JSON may be shorter than the file.
    const rows = rowsAt(answer.data, schema.row.path);
    if (answer.extensions.address.complete) expect(lines).toHaveLength(rows.length);
    const added = new Set<string>();
    rows.forEach((row, i) => {
      for (const column of schema.columns) {
        const found = expected(row, column.name.split('_'));
        // A fragment on one kind gives nothing for rows of another.
        if (!found && rows.some((other) => expected(other, column.name.split('_'))))
          expect(lines[i]?.[column.name]).toBe('');
        else if (!found) added.add(column.name);
        // An empty list and a list of one null look alike in a cell; its count tells them apart.
        else if (found.lists && found.values.length === 0) expect(lines[i]?.[column.name]).toBe('');
        else
          expect(valueOf(lines[i]?.[column.name] ?? '', column), column.name).toEqual(
            found.lists ? found.values : (found.values[0] ?? null),
          );
      }
    });
    expect([...added].filter((column) => !/(^|_)(id|alpha3|m49|hasNextPage)$/.test(column))).toEqual([]);
  });

  it.each(names)('%s gives one line for each claim behind the facts of its rows', async (name) => {
    const { row, evidenceColumns } = await json<Described>(`${name}.schema.json`);
    const { status, text } = await get(`${name}/evidence.csv`);
    expect([status, text.split('\r\n')[0]]).toEqual([
      200,
      evidenceColumns.map((column) => column.name).join(','),
    ]);
    const claims = linesOf(text);
    const told = new Set(claims.map((line) => `${line['target_id']} ${line['claim_id']}`));
    expect(told.size).toBe(claims.length);
    // Whatever the recorded answer says about claims stands there, once.
    const { data } = JSON.parse(readFileSync(join(FOLDER, `${name}.answer.json`), 'utf8')) as {
      data: object;
    };
    const wanted = new Map<string, string[]>();
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(collect);
      if (value === null || typeof value !== 'object') return;
      const { id, claims: listed } = value as { id?: string; claims?: { says?: string }[] };
      if (id !== undefined && listed)
        wanted.set(
          id,
          listed.map(({ says }) => says ?? ''),
        );
      Object.values(value).forEach(collect);
    };
    rowsAt(data, row.path).forEach(collect);
    for (const [id, says] of wanted) {
      const lines = claims.filter((line) => line['target_id'] === id);
      expect(lines, id).toHaveLength(says.length);
      if (says.every((text) => text !== ''))
        expect(lines.map((line) => meant(line['says'] ?? '')).sort()).toEqual([...says].sort());
    }
    for (const line of claims) expect(line['source_id']).toMatch(/^(document|source)\//);
  });

  it('takes a bare id, a whole one, and a country by either code', async () => {
    const rows = async (query: string): Promise<string> => (await get(query)).text;
    expect(await rows('cq-13-shared-experience-in-patents.csv?topic=patents')).toBe(
      await rows('cq-13-shared-experience-in-patents.csv?topic=topic/patents'),
    );
    const whole = await rows('cq-05-japan-in-footnote-3.csv?country=country/jpn');
    expect(whole.split('\r\n').length).toBeGreaterThan(2);
    for (const country of ['JP', 'jp', 'JPN', 'jpn'])
      expect(await rows(`cq-05-japan-in-footnote-3.csv?country=${country}`)).toBe(whole);
    expect(linesOf(await rows('cq-05-japan-in-footnote-3.csv?country=EG'))).toEqual([]);
  });

  it('gives both ends of a pair with id, name, ISO3 and M49', async () => {
    const [line] = linesOf((await get('cooperation-after-exchange.csv?topic=patents')).text);
    expect(line).toMatchObject({
      countries_1_id: 'country/egy',
      countries_1_name: 'Egypt',
      countries_1_alpha3: 'EGY',
      countries_1_m49: '818',
      countries_2_id: 'country/ind',
      countries_2_alpha3: 'IND',
      countries_2_m49: '356',
    });
  });

  it('tells the version, the hash that the command prints, and how to cite', async () => {
    const hash = await contentHash(graph.door, graph.asking);
    const { data } = await graph.ask('{ graph { version } }');
    const version = (data as { graph: { version: number } }).graph.version;
    for (const path of [
      'cq-13-shared-experience-in-patents.json',
      'cq-13-shared-experience-in-patents.csv',
      'cq-13-shared-experience-in-patents/evidence.csv',
    ]) {
      const { headers } = await get(path);
      expect([headers.get('graph-version'), headers.get('graph-content-hash')]).toEqual([
        String(version),
        hash,
      ]);
      expect(headers.get('graph-cite')).toContain(hash);
    }
    const told = await json<Described>('cq-13-shared-experience-in-patents.schema.json?topic=patents');
    expect(told).toMatchObject({
      graphVersion: version,
      contentHash: hash,
      arguments: { topic: 'topic/patents' },
    });
    expect(told.cite).toContain('/q/cq-13-shared-experience-in-patents.schema.json?topic=patents');
  });

  it('gives the faults of the API with a status', async () => {
    const answer = await get('cooperation-after-exchange.csv?after=nonsense');
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }] },
    ]);
    const most = await get('cooperation-after-exchange.json?first=101');
    expect([most.status, JSON.parse(most.text)]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_USER_INPUT', limit: 100 } }] },
    ]);
  });

  it('walks a list in small pages to the same lines as in one', async () => {
    const all = linesOf((await get('cq-49-how-many-were-in-cairo.csv')).text);
    const walked: Line[] = [];
    let path: string | undefined = 'cq-49-how-many-were-in-cairo.csv?first=3';
    while (path) {
      const { text, headers } = await get(path);
      walked.push(...linesOf(text));
      path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(walked).toEqual(all);
  });
});
