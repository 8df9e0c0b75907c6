import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import type { RecordedBatch } from './batches.js';

/** A batch with what stands in the way of taking it back, and the claims that it changed. */
export interface BatchToUndo extends Pick<
  RecordedBatch,
  'id' | 'register' | 'version' | 'undoes' | 'undoneBy'
> {
  /** Later batches of the same register that stand, the last first. */
  readonly later: readonly string[];
}

/** Finds a batch by its id; undefined when there is none. */
export async function readBatchToUndo(tx: WriteTransaction, id: string): Promise<BatchToUndo | undefined> {
  const [row] = await tx.run<BatchToUndo>(
    statement(
      'batchToUndo',
      cypher`MATCH (b:Batch {id: ${id}})
RETURN b.id AS id, b.register AS register, b.version AS version, b.undoes AS undoes, b.undoneBy AS undoneBy,
  COLLECT {
    MATCH (l:Batch) USING INDEX SEEK l:Batch(version)
    WHERE l.version > b.version AND l.register = b.register AND l.undoneBy IS NULL AND l.undoes IS NULL
    RETURN l.id ORDER BY l.version DESC
  } AS later`,
    ),
  );
  return row;
}

/** Claims that a batch made, and claims that it replaced or took back. */
export async function readClaimsOfBatch(
  tx: WriteTransaction,
  id: string,
): Promise<{ readonly made: readonly string[]; readonly dropped: readonly string[] }> {
  const rows = await tx.run<{ id: string; made: boolean; stands: boolean }>(
    statement(
      'claimsOfBatch',
      cypher`MATCH (:Batch {id: ${id}})-[r:CREATED|REVIVED|ENDED|WITHDREW]->(c:Claim)
RETURN c.id AS id, type(r) IN ['CREATED', 'REVIVED'] AS made, c.endedAt IS NULL AS stands`,
    ),
  );
  return {
    made: rows.filter(({ made, stands }) => made && stands).map((row) => row.id),
    dropped: rows.filter(({ made, stands }) => !made && !stands).map((row) => row.id),
  };
}
