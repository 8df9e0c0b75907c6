import { print, type GraphQLSchema } from 'graphql';
import { LIST_MOST } from '../../api/questions/ids.js';
import type { Address } from '../../publish/address.js';
import { evidenceCells, evidencedIds, evidenceDocument, EVIDENCE_COLUMNS } from '../../publish/evidence.js';
import { cellsOf, csvLines, rowsIn, type Row } from '../../publish/rows.js';
import type { Ask } from './asked.js';
import type { Arguments } from './parameters.js';
import { Spool } from './spool.js';
import { walk, type Walked } from './walk.js';

/** A file, whole, with what can be said of it in its headers. */
export interface MadeFile extends Walked {
  readonly spool: Spool;
}

interface FileParts {
  readonly schema: GraphQLSchema;
  readonly address: Address;
  readonly args: Arguments;
  readonly ask: Ask;
}

/** The rows of an operation, one line each. */
export const tableFile = (parts: FileParts): Promise<MadeFile> => {
  const { columns } = parts.address;
  return made(parts, columns, (rows) => Promise.resolve(rows.map((row) => cellsOf(row, columns))));
};

const EVIDENCE = print(evidenceDocument);

/** The claims behind the same rows, one line each; what several rows name is told once. */
export const evidenceFile = (parts: FileParts): Promise<MadeFile> => {
  const told = new Set<string>();
  return made(parts, EVIDENCE_COLUMNS, async (rows) => {
    const ids = evidencedIds(rows, parts.address.evidenced).filter((id) => !told.has(id));
    ids.forEach((id) => told.add(id));
    const lines: string[][] = [];
    for (let i = 0; i < ids.length; i += LIST_MOST) {
      const { data } = await parts.ask(EVIDENCE, { ids: ids.slice(i, i + LIST_MOST) });
      lines.push(...evidenceCells(rowsIn(data, ['nodes'])));
    }
    return lines;
  });
};

async function made(
  { schema, address, args, ask }: FileParts,
  columns: readonly { readonly name: string }[],
  linesOf: (rows: readonly Row[]) => Promise<readonly (readonly string[])[]>,
): Promise<MadeFile> {
  const spool = new Spool();
  try {
    await spool.append(csvLines([columns.map(({ name }) => name)]));
    const walked = await walk(schema, address, args, ask, async (rows) =>
      spool.append(csvLines(await linesOf(rows))),
    );
    return { ...walked, spool };
  } catch (error) {
    await spool.drop();
    throw error;
  }
}
