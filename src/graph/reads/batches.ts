import { cypher, statement } from '../cypher.js';
import type { Asking, Door } from '../door.js';

/** A batch as it was recorded when it was applied. */
export interface RecordedBatch {
  readonly id: string;
  readonly register: string;
  /** Version that the graph had once it stood; 0 for batches of before versions were kept. */
  readonly version: number;
  /** When it was applied, as an ISO time in UTC. */
  readonly appliedAt: string;
  /** How many claims it made, made again, replaced and took back. */
  readonly created: number;
  readonly revived: number;
  readonly ended: number;
  readonly withdrawn: number;
  /** Id of the batch that it took back. */
  readonly undoes: string | null;
  /** Id of the batch that took it back. */
  readonly undoneBy: string | null;
}

const BATCHES = statement(
  'batches',
  cypher`MATCH (b:Batch)
RETURN b.id AS id, b.register AS register, b.version AS version, b.appliedAt AS appliedAt, b.created AS created,
  b.revived AS revived, b.ended AS ended, b.withdrawn AS withdrawn, b.undoes AS undoes, b.undoneBy AS undoneBy
ORDER BY b.version, b.appliedAt`,
);

/** Every batch that was applied, the oldest first. */
export const readBatches = (door: Door, asking: Asking): Promise<RecordedBatch[]> =>
  door.read<RecordedBatch>(BATCHES, asking);
