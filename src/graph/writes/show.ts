import { chunks } from '../chunks.js';
import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';

// Ids a statement.
const CHUNK = 10_000;

/** Gives staged claims the label by which reads find them. */
export async function showClaims(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids, CHUNK))
    await tx.run(
      statement(
        'showClaims',
        cypher`UNWIND ${some} AS id
MATCH (c:Staged {id: id})
SET c:Claim
REMOVE c:Staged`,
      ),
    );
}

/** The same for the batch itself. */
export async function showBatch(tx: WriteTransaction, id: string): Promise<void> {
  await tx.run(statement('showBatch', cypher`MATCH (b:Staged {id: ${id}}) SET b:Batch REMOVE b:Staged`));
}
