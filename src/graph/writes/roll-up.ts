import type { Period } from '../../model/values/period.js';
import type { Kind } from '../../model/declaration.js';
import { Fault } from '../../model/faults.js';
import { kindNamed } from '../../model/kinds.js';
import { rollUp, type EventDays, type RolledUp } from '../../model/rules/roll-up.js';
import { cypher, int, statement, type CypherValue } from '../cypher.js';
import { searchFieldsOf } from '../derived/search-fields.js';
import type { WriteTransaction } from '../door.js';
import { attributesOf, endsOf } from '../model-names.js';
import { readRecorded, type Recorded } from './recorded.js';
import {
  writeEnds,
  writeParties,
  writeProperties,
  type EndRow,
  type PartyRow,
  type PropertiesRow,
} from './rolled-up.js';

/** What roll-up writes of entities and facts. */
export interface RolledUpRows {
  readonly properties: PropertiesRow[];
  readonly ends: EndRow[];
  readonly parties: PartyRow[];
}

/** Works out the values of entities and facts from their claims, by the one pure function, and writes them. */
export async function rollUpAll(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  const { properties, ends, parties } = await rolledUpRows(tx, ids);
  await writeProperties(tx, properties);
  await writeEnds(tx, ends);
  await writeParties(tx, parties);
}

/** The same without writing: what should stand, to be written or to be held against what stands. */
export async function rolledUpRows(tx: WriteTransaction, ids: readonly string[]): Promise<RolledUpRows> {
  const recorded = await readRecorded(tx, ids);
  return rowsOf(await resultsOf(tx, recorded));
}

function rowsOf(results: ReadonlyMap<string, Result>): RolledUpRows {
  const properties: PropertiesRow[] = [];
  const ends: EndRow[] = [];
  const parties: PartyRow[] = [];
  for (const [id, { kind, thing, rolled }] of results) {
    properties.push({ id, sort: kind.sort, properties: propertiesOf(kind, thing, rolled) });
    for (const { end, target, certainty } of rolled.ends) {
      const relationship = endsOf(kind)[end]?.relationship;
      if (relationship) ends.push({ id, sort: kind.sort, relationship, target, certainty });
    }
    for (const target of rolled.period?.notBefore ?? [])
      ends.push({ id, sort: kind.sort, relationship: 'NOT_BEFORE', target, certainty: rolled.certainty });
    for (const target of rolled.period?.notAfter ?? [])
      ends.push({ id, sort: kind.sort, relationship: 'NOT_AFTER', target, certainty: rolled.certainty });
    for (const party of rolled.parties) parties.push({ id, party });
  }
  return { properties, ends, parties };
}

interface Result {
  readonly kind: Kind;
  readonly thing: Recorded;
  readonly rolled: RolledUp;
}

async function resultsOf(
  tx: WriteTransaction,
  recorded: ReadonlyMap<string, Recorded>,
): Promise<Map<string, Result>> {
  const elsewhere = await daysElsewhere(tx, recorded);
  const issued = new Map<string, string | null>();
  const results = new Map<string, Result>();
  const underWay = new Set<string>();

  function result(id: string): Result | undefined {
    const thing = recorded.get(id);
    const known = results.get(id);
    if (known || !thing) return known;
    const kind = kindNamed(thing.kind);
    if (!kind) throw new Error(`${id} is of the unknown kind ${thing.kind}.`);
    if (underWay.has(id)) {
      throw new Fault(
        'BAD_USER_INPUT',
        `The dates of ${id} hang on each other in a circle: take one notBefore or notAfter out.`,
      );
    }
    underWay.add(id);
    // A document being touched may be newly dated, so the date just read may be old.
    const claims = thing.claims.map((claim) => ({
      ...claim,
      documentDate: issued.get(claim.source) ?? claim.documentDate,
    }));
    const rolled = rollUp(kind, claims, { listed: thing.listed, eventDays });
    underWay.delete(id);
    const made = { kind, thing, rolled };
    results.set(id, made);
    return made;
  }

  function eventDays(id: string): EventDays | undefined {
    const period = result(id)?.rolled.period;
    return period ? daysOf(period) : elsewhere.get(id);
  }

  const documents = [...recorded.values()].filter(({ kind }) => kind === 'Document').map(({ id }) => id);
  for (const id of documents) {
    const day = result(id)?.rolled.attributes['issuedOn'];
    issued.set(id, typeof day === 'string' ? day : null);
  }
  for (const id of recorded.keys()) result(id);
  return results;
}

/** The last day that an event may at the earliest have, and the first that it may at the latest have. */
const daysOf = (period: Pick<Period, 'startMax' | 'endMin'>): EventDays => ({
  first: period.startMax,
  last: period.endMin,
});

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

function propertiesOf(kind: Kind, thing: Recorded, rolled: RolledUp): Record<string, CypherValue> {
  const declared = attributesOf(kind);
  const attributes = Object.entries(rolled.attributes).map(([name, value]): [string, CypherValue] => [
    name,
    declared[name]?.type === 'integer' && typeof value === 'number' ? int(value) : value,
  ]);
  const values = {
    id: thing.id,
    kind: thing.kind,
    identity: thing.identity,
    occasion: thing.occasion,
    status: rolled.status,
    certainty: rolled.certainty,
    conflicts: rolled.conflicts.length > 0 ? rolled.conflicts : null,
    documents: int(rolled.documents),
    ...(kind.sort === 'fact' ? { reportedBy: rolled.reportedBy } : {}),
    ...Object.fromEntries(attributes),
    ...(rolled.period ? { ...rolled.period, periodConflict: rolled.periodConflict } : {}),
  };
  return kind.sort === 'entity' ? { ...values, ...searchFieldsOf(kind, values) } : values;
}
