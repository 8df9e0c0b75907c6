import { SCHEMA } from './constraints.js';
import { cypher, int, nameOf, statement } from './cypher.js';
import type { Asking, Door } from './door.js';
import { schemaDifferences, type SchemaDifference } from './schema-differences.js';

/**
 * Creates what is missing, makes anew what stands under a declared name but is another, and waits until the indexes answer.
 * Gives the differences that it found. Over many millions of nodes, indexes take longer than the `seconds` of a usual start.
 */
export async function applySchema(door: Door, asking: Asking, seconds = 60): Promise<SchemaDifference[]> {
  const found = await schemaDifferences(door, asking);
  // A statement of the schema makes the database forget all plans, even where it changes nothing.
  if (found.length === 0) return found;
  for (const { name, mend, standsAsConstraint } of found) {
    if (mend !== 'REPLACE') continue;
    const of = nameOf(name);
    const dropped = standsAsConstraint ? cypher`DROP CONSTRAINT ${of}` : cypher`DROP INDEX ${of}`;
    await door.write((tx) => tx.run(statement('dropOther', dropped)), asking);
  }
  for (const one of SCHEMA) await door.write((tx) => tx.run(one), asking);
  await door.read(statement('indexesOnline', cypher`CALL db.awaitIndexes(${int(seconds)})`), asking);
  return found;
}
