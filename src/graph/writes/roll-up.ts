import type { Period } from '../../model/values/period.js';
import type { EventDays } from '../../model/rules/roll-up.js';
import { cypher, statement } from '../cypher.js';
import type { WriteTransaction } from '../door.js';
import { readRecorded, type Recorded } from './recorded.js';
import { writeEdges, writeProperties } from './rolled-up.js';
import { daysOf, rolledUpFrom, type RolledUpRows } from './worked-out.js';

/** Works out the values of entities and facts from their claims, by the one pure function, and writes them. */
export async function rollUpAll(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  const { properties, ends, parties } = await rolledUpRows(tx, ids);
  await writeProperties(tx, properties);
  await writeEdges(tx, properties, ends, parties);
}

/** The same without writing: what should stand, to be written or to be held against what stands. */
export async function rolledUpRows(tx: WriteTransaction, ids: readonly string[]): Promise<RolledUpRows> {
  const recorded = await readRecorded(tx, ids);
  return rolledUpFrom(recorded, await daysElsewhere(tx, recorded));
}

/** Days of events that claims name and that are not being rolled up now. */
async function daysElsewhere(
  tx: WriteTransaction,
  recorded: ReadonlyMap<string, Recorded>,
): Promise<Map<string, EventDays>> {
  const named = new Set<string>();
  for (const { claims } of recorded.values()) {
    for (const { about, value } of claims) {
      if (about !== 'period' || value === null) continue;
      const period = value as Period;
      for (const id of [...period.notBefore, ...period.notAfter]) if (!recorded.has(id)) named.add(id);
    }
  }
  if (named.size === 0) return new Map();
  const rows = await tx.run<{ id: string; startMax: string | null; endMin: string | null }>(
    statement(
      'daysOfEvents',
      cypher`UNWIND ${[...named].sort()} AS id
CALL (id) {
  MATCH (n:Entity {id: id}) RETURN n
  UNION MATCH (n:Fact {id: id}) RETURN n
  UNION MATCH (n:Staged {id: id}) RETURN n
}
RETURN n.id AS id, n.startMax AS startMax, n.endMin AS endMin`,
    ),
  );
  return new Map(rows.map((row) => [row.id, daysOf(row)]));
}
