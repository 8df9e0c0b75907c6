import { Agency } from '../../../model/entities/agency.js';
import { Country } from '../../../model/entities/country.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import type { Certainty } from '../../../model/values/certainty.js';
import type { PartnerReason } from '../../../model/values/partners.js';
import { cypher, int, type Fragment } from '../../cypher.js';
import { project, VISIBLE_NODE, type NodeRow, type Projection } from '../projection.js';

/** Facts shown for one reason, newest first; all are counted. */
export const FACTS_SHOWN = 20;
/** Third countries shown for a partner two steps away, by id; all are counted. */
export const THROUGH_SHOWN = 5;
/** Agencies shown of a partner, by id. */
export const CONTACTS_SHOWN = 20;

/** What the client selected of each partner. */
export interface PartnerProjection {
  readonly country: Projection;
  readonly fact: Projection;
  readonly agency: Projection;
}

/** One reason as it was found. */
export interface ReasonRow {
  readonly reason: PartnerReason;
  /** How many facts say so; the newest are in `facts`. */
  readonly factCount: number;
  readonly certainty: Certainty;
  readonly facts: readonly NodeRow[];
}

/** A third country that both worked with. */
export interface ThroughRow {
  readonly country: NodeRow;
  readonly withAsked: readonly NodeRow[];
  readonly withPartner: readonly NodeRow[];
}

/** One partner, 1 step away or 2. */
export interface PartnerRow {
  readonly key: string;
  readonly steps: number;
  readonly score: number;
  readonly country: NodeRow;
  readonly reasons: readonly ReasonRow[];
  readonly through: readonly ThroughRow[];
  readonly throughCount: number;
  readonly contacts: readonly NodeRow[];
}

/** How the partners of a page are read. */
export interface PartnerPart {
  /** Reads the partners of the list `page` as `rows`, and each fact that they name once as `facts`. */
  readonly text: Fragment;
  decode(rows: readonly unknown[][], facts: readonly unknown[][]): PartnerRow[];
}

type Columns = readonly [
  key: string,
  steps: number,
  score: number,
  country: unknown[],
  reasons: readonly [PartnerReason, number, Certainty, string[]][],
  through: readonly [unknown[], string[], string[]][],
  throughCount: number,
  contacts: readonly unknown[][],
];

/** What is read of each partner, by what the client selected. */
export function partOf(wanted: PartnerProjection): PartnerPart {
  const country = project('n', [Country], wanted.country);
  const third = project('q', [Country], wanted.country);
  const fact = project('f', FACT_KINDS, wanted.fact);
  const agency = project('g', [Agency], wanted.agency);
  const most = int(FACTS_SHOWN);
  const thirds = int(THROUGH_SHOWN);
  return {
    text: cypher`CALL (direct, page) {
UNWIND page AS one
WITH direct, one, one.p AS n
CALL (one) {
  UNWIND one.ties AS tie
  WITH tie.reason AS reason, tie.f AS f ORDER BY f.key DESC
  WITH reason, collect(f) AS facts, max(f.certainty) AS certainty
  RETURN collect([reason, size(facts), certainty, [f IN facts[..${most}] | f.id]]) AS reasons,
    collect(facts[..${most}]) AS shown
}
CALL (one, direct) {
  UNWIND one.through AS tie
  WITH direct, tie.q AS q, tie.f AS f ORDER BY f.key DESC
  WITH direct, q, collect(f)[..${most}] AS facts ORDER BY q.id
  WITH q, facts, [tie IN head([other IN direct WHERE other.p = q]).ties WHERE tie.reason IN ['COOPERATED', 'EXCHANGED'] | tie.f] AS asked
  CALL (asked) { UNWIND asked AS f WITH f ORDER BY f.key DESC LIMIT ${most} RETURN collect(f) AS newest }
  WITH collect([q, newest, facts]) AS thirds
  RETURN size(thirds) AS throughCount, thirds[..${thirds}] AS thirds
}
RETURN collect([one.key, one.steps, one.score, ${country.expression}, reasons,
  COLLECT { UNWIND thirds AS third WITH third, third[0] AS q
    RETURN [${third.expression}, [f IN third[1] | f.id], [f IN third[2] | f.id]] }, throughCount,
  COLLECT { MATCH (g:Agency)-[:OF_COUNTRY]->(n)
    WHERE ${VISIBLE_NODE('g')} AND (g.contactOffice IS NOT NULL OR g.contactAddress IS NOT NULL
      OR EXISTS { MATCH (g)<-[:PARTY]-(f:Fact) WHERE any(tie IN one.ties WHERE tie.f = f) })
    WITH g ORDER BY g.id LIMIT ${int(CONTACTS_SHOWN)} RETURN ${agency.expression} }]) AS rows,
  collect(shown + [third IN thirds | third[1] + third[2]]) AS shown
}
CALL (shown) {
UNWIND shown AS lists UNWIND lists AS list UNWIND list AS f
WITH DISTINCT f
RETURN collect(${fact.expression}) AS facts
}`,
    decode(rows, facts) {
      const known = new Map(facts.map((list) => fact.decode(list)).map((row) => [row.id, row]));
      const named = (ids: readonly string[]): NodeRow[] => ids.flatMap((id) => known.get(id) ?? []);
      return (rows as unknown as Columns[]).map(
        ([key, steps, score, own, reasons, through, throughCount, contacts]) => ({
          key,
          steps,
          score,
          country: country.decode(own),
          reasons: reasons.map(([reason, factCount, certainty, ids]) => ({
            reason,
            factCount,
            certainty,
            facts: named(ids),
          })),
          through: through.map(([q, asked, partner]) => ({
            country: third.decode(q),
            withAsked: named(asked),
            withPartner: named(partner),
          })),
          throughCount,
          contacts: contacts.map((row) => agency.decode(row)),
        }),
      );
    },
  };
}
