import { Country } from '../../../model/entities/country.js';
import { Exchange } from '../../../model/facts/exchange.js';
import { becauseOf, type PairAtRisk, type Way } from '../../../model/rules/exchange-outcomes.js';
import type { LeftOutReason } from '../../../model/values/left-out.js';
import { cypher, joined, statement, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { project, type NodeRow, type Projection } from '../projection.js';
import { cooperationsOf, cooperationsText, type CooperationsRow, type Looking } from './looks.js';

/** What the client selected of a pair with none recorded. */
export interface NoneProjection {
  readonly country: Projection;
  /** Null where no exchange is selected. */
  readonly exchange: Projection | null;
  /** Whether it is told why what is recorded does not count; the cooperations of other forms and stages are read for it. */
  readonly because: boolean;
}

/** A pair of which none is recorded, with the ways in which it shared. */
export interface PairWithNone {
  readonly pair: PairAtRisk;
  readonly ways: readonly Way[];
}

/** The same with the rows that were asked for. */
export interface NoneRow {
  /** The cursor. */
  readonly key: string;
  readonly countries: readonly [NodeRow, NodeRow];
  readonly exchanges: readonly NodeRow[];
  readonly because: LeftOutReason | null;
}

interface Row {
  readonly countries: unknown[][];
  readonly exchanges?: unknown[][];
  readonly pairs?: CooperationsRow;
}

const BLOCKS = ({ country, exchange }: NoneProjection) => ({
  country: project('a', [Country], country),
  exchange: exchange && project('e', [Exchange], exchange),
});

/** The statement that reads what is shown, each node once. */
export function noneStatement(
  none: readonly PairWithNone[],
  wanted: NoneProjection,
  { depth }: Pick<Looking, 'depth'>,
): Statement {
  const { country, exchange } = BLOCKS(wanted);
  const pairs = none.map(({ pair: { pair } }) => pair);
  const countries = [...new Set(pairs.flat())];
  const exchanges = [...new Set(none.flatMap(({ ways }) => (ways[0] ?? []).map(({ id }) => id)))];
  const parts = [
    cypher`CALL () {
  UNWIND ${countries} AS id
  MATCH (a:Entity {id: id})
  RETURN collect(${country.expression}) AS countries
}`,
    ...(exchange
      ? [
          cypher`CALL () {
  UNWIND ${exchanges} AS id
  MATCH (e:Fact {id: id})
  RETURN collect(${exchange.expression}) AS exchanges
}`,
        ]
      : []),
    ...(wanted.because ? [cypher`CALL () {\n${cooperationsText(pairs, null, depth)}\n}`] : []),
  ];
  const columns = [
    cypher`countries`,
    ...(exchange ? [cypher`exchanges`] : []),
    ...(wanted.because ? [cypher`pairs`] : []),
  ];
  return statement('pairsWithNone', cypher`${joined(parts, '\n')}\nRETURN ${joined(columns, ', ')}`);
}

/** Reads what the client asked to see of these pairs, and of nothing else. */
export async function readNone(
  door: Door,
  asking: Asking,
  none: readonly PairWithNone[],
  wanted: NoneProjection,
  looking: Looking,
): Promise<NoneRow[]> {
  if (none.length === 0) return [];
  const [row] = await door.read<Row>(noneStatement(none, wanted, looking), asking);
  const { country, exchange } = BLOCKS(wanted);
  const nodes = new Map(
    [
      ...(row?.countries ?? []).map((list) => country.decode(list)),
      ...(exchange ? (row?.exchanges ?? []).map((list) => exchange.decode(list)) : []),
    ].map((node) => [node.id, node]),
  );
  const cooperations = cooperationsOf(row?.pairs ?? [], looking);
  return none.map(({ pair, ways }) => {
    const [a, b] = pair.pair;
    const shown = (kind: string, id: string): NodeRow => nodes.get(id) ?? { kind, id };
    return {
      key: pair.key,
      countries: [shown('Country', a), shown('Country', b)],
      exchanges: (ways[0] ?? []).map(({ id }) => shown('Exchange', id)),
      because: becauseOf(pair, ways, cooperations.get(`${a}|${b}`) ?? [], looking.demands),
    };
  });
}
