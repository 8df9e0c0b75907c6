import { Country } from '../../../model/entities/country.js';
import { Cooperation } from '../../../model/facts/cooperation.js';
import { Exchange } from '../../../model/facts/exchange.js';
import {
  toldOf,
  type Combination,
  type CooperationLeg,
  type Demands,
  type ExchangeLeg,
  type FactLeg,
} from '../../../model/rules/after-exchange.js';
import { cypher, nothing, statement, type Fragment, type Statement } from '../../cypher.js';
import type { Asking, Door } from '../../door.js';
import { project, type NodeRow, type Projection } from '../projection.js';
import {
  cooperationExpression,
  cooperationFact,
  exchangeExpression,
  factLeg,
  topicsOf,
  type Depth,
} from './legs.js';
import type { Pair } from './pairs.js';

/** What the client selected of each pair. */
export interface PairProjection {
  readonly country: Projection;
  readonly exchange: Projection;
  readonly cooperation: Projection;
  /** How many further combinations; all exchanges of a pair are read for them. */
  readonly alternatives: number;
  readonly priorTies: boolean;
  /** Whether it is told if a combination is on the same topic and independent, and in what words its dates are given. */
  readonly told: boolean;
}

/** A leg with the row of the fact that the client asked for. */
export type WithNode<L> = L & { readonly node: NodeRow };

/** A combination whose legs carry the rows that were asked for. */
export type CombinationRow = Combination & {
  readonly exchanges: readonly WithNode<ExchangeLeg>[];
  readonly cooperation: WithNode<CooperationLeg>;
};

/** One pair that meets the question, as it is weighed. */
export interface Weighed {
  /** Its place in the order of answers; the cursor. */
  readonly key: string;
  readonly pair: Pair;
  readonly best: Combination;
  readonly alternatives: readonly Combination[];
  readonly priorTies: readonly CooperationLeg[];
}

/** One pair that meets the question, as it is shown. */
export interface Answer {
  readonly key: string;
  readonly countries: readonly [NodeRow, NodeRow];
  readonly best: CombinationRow;
  readonly alternatives: readonly CombinationRow[];
  readonly priorTies: readonly WithNode<CooperationLeg>[];
}

interface Ids {
  readonly countries: readonly string[];
  readonly exchanges: readonly string[];
  readonly cooperations: readonly string[];
}

interface ShownRow {
  readonly countries: readonly unknown[][];
  readonly exchanges: readonly (readonly [node: unknown[], leg?: unknown[]])[];
  readonly cooperations: readonly (readonly [node: unknown[], leg?: unknown[]])[];
}

const BLOCKS = ({ country, exchange, cooperation }: PairProjection) => ({
  country: project('a', [Country], country),
  exchange: project('e', [Exchange], exchange),
  cooperation: project('c', [Cooperation], cooperation),
});

/** The statement that reads what is shown, each node once; with `depth`, the facts also as legs that deep. */
export function shownStatement(
  { countries, exchanges, cooperations }: Ids,
  wanted: PairProjection,
  depth: Depth | null,
): Statement {
  const blocks = BLOCKS(wanted);
  const also = (leg: (depth: Depth) => Fragment): Fragment => (depth ? cypher`, ${leg(depth)}` : nothing);
  return statement(
    'answersShown',
    cypher`CALL () {
  UNWIND ${countries} AS id
  MATCH (a:Entity {id: id})
  RETURN collect(${blocks.country.expression}) AS countries
}
CALL () {
  UNWIND ${exchanges} AS id
  MATCH (e:Fact {id: id})
  RETURN collect([${blocks.exchange.expression}${also(exchangeExpression)}]) AS exchanges
}
CALL () {
  UNWIND ${cooperations} AS id
  MATCH (c:Fact {id: id})
  RETURN collect([${blocks.cooperation.expression}${also(cooperationExpression)}]) AS cooperations
}
RETURN countries, exchanges, cooperations`,
  );
}

const idsOf = (answers: readonly Weighed[]): Ids => {
  const combinations = answers.flatMap(({ best, alternatives }) => [best, ...alternatives]);
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  return {
    countries: distinct(answers.flatMap(({ pair }) => pair)),
    exchanges: distinct(combinations.flatMap(({ exchanges }) => exchanges.map(({ id }) => id))),
    cooperations: distinct([
      ...combinations.map(({ cooperation }) => cooperation.id),
      ...answers.flatMap(({ priorTies }) => priorTies.map(({ id }) => id)),
    ]),
  };
};

/** Reads what the client asked to see of the answers, and of nothing else. */
export async function readShown(
  door: Door,
  asking: Asking,
  weighed: readonly Weighed[],
  demands: Demands,
  together: boolean,
  wanted: PairProjection,
): Promise<Answer[]> {
  if (weighed.length === 0) return [];
  const depth = wanted.told ? { evidence: true, topics: topicsOf(demands), together } : null;
  const [row] = await door.read<ShownRow>(shownStatement(idsOf(weighed), wanted, depth), asking);
  const blocks = BLOCKS(wanted);
  const countries = new Map(
    (row?.countries ?? []).map((list) => {
      const node = blocks.country.decode(list);
      return [node.id, node];
    }),
  );
  const facts = new Map(
    [
      ...(row?.exchanges ?? []).map(([node, leg]) => ({
        node: blocks.exchange.decode(node),
        ...(leg && depth ? factLeg(leg, depth) : {}),
      })),
      ...(row?.cooperations ?? []).map(([node, leg]) => ({
        node: blocks.cooperation.decode(node),
        ...(leg && depth ? cooperationFact(leg, depth) : {}),
      })),
    ].map((fact) => [fact.node.id, fact]),
  );
  const country = (id: string): NodeRow => countries.get(id) ?? { kind: 'Country', id };
  const shown = <L extends FactLeg>(leg: L, kind: string): WithNode<L> => ({
    ...leg,
    ...(facts.get(leg.id) ?? { node: { kind, id: leg.id } }),
  });
  const combination = (one: Combination): CombinationRow => {
    const exchanges = one.exchanges.map((leg) => shown(leg, 'Exchange'));
    const cooperation = shown(one.cooperation, 'Cooperation');
    return { ...one, exchanges, cooperation, ...(depth ? toldOf(exchanges, cooperation, demands) : {}) };
  };
  return weighed.map(({ key, pair: [a, b], best, alternatives, priorTies }) => ({
    key,
    countries: [country(a), country(b)],
    best: combination(best),
    alternatives: alternatives.map(combination),
    priorTies: priorTies.map((leg) => shown(leg, 'Cooperation')),
  }));
}
