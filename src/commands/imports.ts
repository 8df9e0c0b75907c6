import type { Config } from '../config.js';
import { LARGE, type Large } from '../graph/writes/batch.js';
import { readBatches, type RecordedBatch } from '../graph/reads/batches.js';
import { undoBatch } from '../intake/4-apply/undo-batch.js';
import { modelHash } from '../model/shape.js';
import { withGraph } from './connect.js';
import { commandAsking, requireGraph, type Say } from './prepare-graph.js';

const HEADER = ['batch', 'register', 'applied (UTC)', 'claims made', 'again', 'replaced', 'withdrawn', ''];

/** Texts in columns, each as wide as its widest. */
function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = HEADER.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const rowOf = (batch: RecordedBatch): string[] => [
  batch.id,
  batch.register,
  batch.appliedAt.slice(0, 19).replace('T', ' '),
  ...[batch.created, batch.revived, batch.ended, batch.withdrawn].map((count) => count.toLocaleString('en')),
  batch.undoes === null
    ? batch.undoneBy === null
      ? ''
      : `taken back by ${batch.undoneBy}`
    : `took back ${batch.undoes}`,
];

/** Lists every batch: id, register, when, how many claims it made, made again, replaced and took back. */
export const listImports = (config: Config, say: Say): Promise<string> =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('imports');
    await requireGraph(door, asking);
    return inColumns([HEADER, ...(await readBatches(door, asking)).map(rowOf)]);
  });

/** Takes one batch back. */
export const undoImport = (config: Config, say: Say, id: string, large: Large = LARGE): Promise<string> =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('undo');
    await requireGraph(door, asking);
    const {
      batch,
      id: own,
      version,
    } = await undoBatch(door, id, { model: modelHash() }, asking, {
      large,
    });
    const [withdrawn, again] = [batch.withdraw.length, batch.revive.length].map((count) =>
      count.toLocaleString('en'),
    );
    return `Took ${id} back as ${own}: ${withdrawn} claims withdrawn, ${again} made again; the graph is at version ${version}.`;
  });
