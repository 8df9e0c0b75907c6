import type { Kind } from '../../model/declaration.js';
import { Fault } from '../../model/faults.js';
import { kindNamed } from '../../model/kinds.js';
import { rollUp, type EventDays, type RolledUp } from '../../model/rules/roll-up.js';
import { isVisible } from '../../model/values/certainty.js';
import type { Period } from '../../model/values/period.js';
import { int, type CypherValue } from '../cypher.js';
import { allNamesOf } from '../derived/all-names.js';
import { evidenceOf, placeOf } from '../derived/evidence.js';
import { searchFieldsOf } from '../derived/search-fields.js';
import { attributesOf, endsOf } from '../model-names.js';
import type { Recorded } from './recorded.js';
import type { EndRow, PartyRow, PropertiesRow } from './rolled-up.js';

/** What roll-up writes of entities and facts. */
export interface RolledUpRows {
  readonly properties: PropertiesRow[];
  readonly ends: EndRow[];
  readonly parties: PartyRow[];
}

/**
 * Works out what should stand on things from all that is recorded of them, without a database; `elsewhere` holds the days
 * of the events that their claims name and that are not among them.
 */
export function rolledUpFrom(
  recorded: ReadonlyMap<string, Recorded>,
  elsewhere: ReadonlyMap<string, EventDays>,
): RolledUpRows {
  return rowsOf(resultsOf(recorded, elsewhere));
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

function resultsOf(
  recorded: ReadonlyMap<string, Recorded>,
  elsewhere: ReadonlyMap<string, EventDays>,
): Map<string, Result> {
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
export const daysOf = (period: Pick<Period, 'startMax' | 'endMin'>): EventDays => ({
  first: period.startMax,
  last: period.endMin,
});

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
    ...evidenceOf(thing.claims),
    ...(kind.kind === 'Paragraph' ? { citedAs: citedAs(rolled) } : {}),
  };
  return kind.sort === 'entity'
    ? { ...values, ...searchFieldsOf(kind, values), allNames: allNamesOf(values) }
    : values;
}

/** How claims cite a paragraph; null while readers do not see it. */
function citedAs({ status, ends, attributes }: RolledUp): string | null {
  const document = ends.find(({ end }) => end === 'document')?.target;
  const { locator } = attributes;
  return isVisible(status) && document && typeof locator === 'string' ? placeOf(document, locator) : null;
}
