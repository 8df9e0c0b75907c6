import { canonical, type Claim } from '../../../src/model/claim.js';
import { isFactId } from '../../../src/model/kinds.js';
import type { Status } from '../../../src/model/values/certainty.js';
import { int } from '../../../src/graph/cypher.js';
import { derivedProperties, partyOf } from '../../../src/graph/derived/derive.js';
import { derivedOf, type DerivedFact } from '../../../src/graph/derived/keys.js';
import type { Batch } from '../../../src/graph/writes/batch.js';
import {
  batchProperties,
  touchedOf,
  touchedProperties,
  type Applied,
} from '../../../src/graph/writes/change-record.js';
import { claimProperties } from '../../../src/graph/writes/claims.js';
import type { Recorded } from '../../../src/graph/writes/recorded.js';
import { partyProperties } from '../../../src/graph/writes/rolled-up.js';
import { rolledUpFrom, type RolledUpRows } from '../../../src/graph/writes/worked-out.js';
import { Known } from './known.js';
import type { Tables } from './tables.js';

/**
 * Writes imports as the rows that an apply of each would leave, worked out by the same functions. Only for imports of new
 * things, each of which names what it or one before it brings, and speaks of what it brings itself.
 */
export class Taken {
  readonly #known = new Known();

  constructor(readonly tables: Tables) {}

  take(batch: Batch, applied: Applied): void {
    const recorded = this.#recorded(batch, applied);
    const rows = rolledUpFrom(recorded, this.#known.days);
    this.#known.remember(rows);
    this.#writeThings(rows);
    this.#writeListings(batch);
    for (const claim of batch.create) this.#writeClaim(claim, batch.register, applied);
    this.#writeRecord(batch, rows, applied);
  }

  /** Writes what hangs on all topics together. */
  end(): void {
    for (const [topic, broader] of this.#known.within)
      for (const [target, distance] of broader)
        this.tables.edge('WITHIN', topic, target, { distance: int(distance) });
  }

  #recorded({ register, entities, facts, create }: Batch, { recordedAt }: Applied): Map<string, Recorded> {
    const claims = new Map<string, Recorded['claims'][number][]>();
    const none = { identity: null, occasion: null, listed: {} };
    const recorded = new Map<string, Recorded>();
    for (const { id, ...entry } of [...entities, ...facts]) {
      const own: Recorded['claims'][number][] = [];
      claims.set(id, own);
      const listed = 'listed' in entry ? (entry.listed?.values ?? {}) : {};
      recorded.set(id, { ...none, ...entry, id, listed, claims: own });
    }
    for (const claim of create) {
      const own = claims.get(claim.target);
      if (!own) throw new Error(`${claim.id} speaks of ${claim.target}, which its import does not bring.`);
      const documentDate = this.#known.issued.get(claim.source) ?? null;
      own.push({ ...claim, documentDate, endedAt: null, register, recordedAt });
    }
    return recorded;
  }

  #writeThings({ properties, ends, parties }: RolledUpRows): void {
    const byId = <T extends { readonly id: string }>(rows: readonly T[]): Map<string, T[]> => {
      const found = new Map<string, T[]>();
      for (const row of rows) {
        const own = found.get(row.id);
        if (own) own.push(row);
        else found.set(row.id, [row]);
      }
      return found;
    };
    const [endsOf, partiesOf] = [byId(ends), byId(parties)];
    for (const { id, properties: of } of properties) {
      const { id: _id, ...own } = of;
      const kind = own['kind'] as string;
      const derived = isFactId(id) ? this.#derived(id, own, endsOf.get(id), partiesOf.get(id)) : null;
      this.tables.node(kind, id, { ...own, ...(derived && derivedProperties(derived)) });
      for (const { country, ...edge } of derived?.for ?? []) this.tables.edge('FOR', id, country, edge);
      for (const { topic, ...edge } of derived?.under ?? []) this.tables.edge('UNDER', id, topic, edge);
      // Two ends may be one relationship to one target; the last says how sure it is.
      const tied = new Map((endsOf.get(id) ?? []).map((end) => [`${end.relationship} ${end.target}`, end]));
      for (const { relationship, target, certainty } of tied.values())
        this.tables.edge(relationship, id, target, { certainty });
      for (const { party } of partiesOf.get(id) ?? [])
        this.tables.edge('PARTY', id, party.actor, partyProperties(party));
    }
  }

  #derived(
    id: string,
    of: RolledUpRows['properties'][number]['properties'],
    ends: RolledUpRows['ends'] = [],
    parties: RolledUpRows['parties'] = [],
  ): DerivedFact {
    const under = new Set<string>();
    for (const { relationship, target } of ends)
      if (relationship === 'ON')
        for (const topic of this.#known.within.get(target)?.keys() ?? []) under.add(topic);
    return derivedOf({
      id,
      kind: of['kind'] as string,
      status: of['status'] as Status,
      startMin: (of['startMin'] as string | null | undefined) ?? null,
      startMax: (of['startMax'] as string | null | undefined) ?? null,
      parties: parties.map(({ party: { actor, role, capacity } }) => {
        const known = this.#known.actors.get(actor);
        if (!known) throw new Error(`${id} has the party ${actor}, which no import brought.`);
        return partyOf({ actor, role, capacity, ...known });
      }),
      under: [...under],
    });
  }

  #writeListings({ entities, register }: Batch): void {
    for (const { id, listed } of entities)
      if (listed)
        this.tables.edge('LISTED_IN', id, listed.source, {
          register,
          locator: listed.locator,
          listed: canonical(listed.values),
        });
  }

  #writeClaim(claim: Claim, register: string, applied: Applied): void {
    const { id: _id, ...properties } = claimProperties(claim, register, applied);
    const { id, source, locator } = claim;
    this.tables.node('Claim', id, properties);
    this.tables.edge('STATES', id, claim.target, { about: claim.about });
    for (const cited of [source, ...(this.#known.paragraphs.get(`${source}|${locator}`) ?? [])])
      this.tables.edge('CITES', id, cited, { locator });
    if (claim.voice !== null) this.tables.edge('BY', id, claim.voice, { capacity: claim.voiceCapacity });
    claim.relayedBy.forEach((by, i) => this.tables.edge('RELAYED_BY', id, by, { order: int(i + 1) }));
    for (const premise of new Set(claim.inferredFrom)) this.tables.edge('INFERRED_FROM', id, premise);
    this.tables.edge('CREATED', applied.id, id);
  }

  #writeRecord(batch: Batch, { properties }: RolledUpRows, applied: Applied): void {
    this.tables.node('Batch', applied.id, batchProperties(batch, applied));
    const after = properties.map(({ id, properties: of }) => ({
      id,
      kind: of['kind'] as string,
      status: of['status'] as Status,
      properties: {},
      ties: [],
    }));
    const touched = touchedOf(new Map(), new Map(after.map((one) => [one.id, one])), new Set());
    for (const one of touched)
      this.tables.edge('TOUCHED', applied.id, one.id, touchedProperties(one, applied.version));
  }
}
