import type { RecordedOrigin } from '../../../model/rules/after-exchange.js';
import type { Certainty } from '../../../model/values/certainty.js';
import { cypher, type Fragment } from '../../cypher.js';

/** What is known of exchanges apart from who shared: their meetings, and what grew out of both. */
export interface Surroundings {
  /** By exchange: its meetings. */
  readonly at: ReadonlyMap<string, readonly string[]>;
  /** By meeting: itself and those that it is part of, and which of these are series. */
  readonly parts: ReadonlyMap<string, readonly (readonly [id: string, series: boolean | null])[]>;
  /** By cooperation: the exchanges and meetings that it grew out of. */
  readonly origins: ReadonlyMap<string, readonly RecordedOrigin[]>;
}

/**
 * The ties of the exchanges in the list `named`, and those of their meetings, each once. What a cooperation grew out of is
 * read from this end: a pair has many cooperations, of which few say so.
 */
export const surroundingsText = (named: Fragment): Fragment => cypher`CALL (${named}) {
  UNWIND ${named} AS e
  MATCH (e)-[t:AT|GREW_OUT_OF]-(o:Meeting|Cooperation)
  WITH collect([e.id, o.id, t.certainty]) AS ties, [o IN collect(DISTINCT o) WHERE o:Meeting] AS held
  RETURN ties, COLLECT {
    UNWIND held AS m
    RETURN [m.id, COLLECT {
      MATCH (m)-[:PART_OF*0..6]->(p:Meeting)
      RETURN [p.id, p.meetingForm = 'SERIES', COLLECT { MATCH (p)<-[g:GREW_OUT_OF]-(c:Cooperation) RETURN [c.id, g.certainty] }]
    }]
  } AS meetings
}`;

/** The columns of `surroundingsText`. */
export interface SurroundingsRow {
  readonly ties: readonly [exchange: string, other: string, certainty: Certainty][];
  readonly meetings: readonly [string, [string, boolean | null, [string, Certainty][]][]][];
}

const add = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

/** Reads them back. */
export function surroundingsOf({ ties, meetings }: SurroundingsRow): Surroundings {
  const at = new Map<string, string[]>();
  const origins = new Map<string, RecordedOrigin[]>();
  const held = new Map(meetings);
  for (const [exchange, other, certainty] of ties)
    if (held.has(other)) add(at, exchange, other);
    else add(origins, other, { id: exchange, certainty });
  const grown = new Map(meetings.flatMap(([, parts]) => parts.map(([id, , some]) => [id, some] as const)));
  for (const [id, some] of grown) for (const [one, certainty] of some) add(origins, one, { id, certainty });
  return {
    at,
    parts: new Map(
      meetings.map(([id, parts]) => [id, parts.map(([part, series]) => [part, series] as const)]),
    ),
    origins,
  };
}
