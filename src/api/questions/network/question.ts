import type { GraphQLResolveInfo } from 'graphql';
import { CARD } from '../../../graph/reads/projection.js';
import { tieFacts, type TieFacts } from '../../../graph/reads/ties/tie-facts.js';
import { Fault } from '../../../model/faults.js';
import { linked, linksOfFact, tiesOfFact } from '../../../model/rules/links.js';
import { shownNetwork, type ShownNetwork } from '../../../model/rules/network.js';
import type { LeftOut, LeftOutReason } from '../../../model/values/left-out.js';
import type { ApiContext } from '../../context.js';
import { ROWS_OF_A_LIST, STATEMENT_COST } from '../../limits/figures.js';
import { classNamed, questionsClass, type Complexity } from '../../types/declare.js';
import { tieRow, weightSum } from '../ties/rows.js';
import { partsAsked, toldBeside } from '../ties/selected.js';
import { emptyBecause } from '../ties/words.js';
import { ARGUMENTS } from './arguments.js';
import { networkAsked, type Given, type NetworkAsked } from './asked.js';
import './types.js';
import { readingOf } from './words.js';

const cutBy = ({ beyondFocus, nodesCut, edgesCut }: ShownNetwork): LeftOut[] =>
  (
    [
      ['NODES_BEYOND_STEPS', beyondFocus],
      ['NODES_BEYOND_CAP', nodesCut],
      ['EDGES_BEYOND_CAP', edgesCut],
    ] as const satisfies readonly (readonly [LeftOutReason, number])[]
  ).flatMap(([reason, count]) => (count > 0 ? [{ reason, count }] : []));

function answerOf(asked: NetworkAsked, read: TieFacts): object {
  const { demands, kinds, mode, bounds } = asked;
  const found = linked(
    read,
    (fact) =>
      asked.with === null
        ? tiesOfFact(fact, demands, mode)
        : linksOfFact(fact, { kinds, stages: demands.stages }, mode),
    mode,
  );
  const shown = shownNetwork(found.sums, bounds);
  return {
    nodes: shown.nodes.flatMap((node) => {
      const card = read.cards.get(node.id);
      return card ? [{ ...node, card }] : [];
    }),
    edges: shown.edges.map((sum) => tieRow(sum, mode, read.cards)),
    nodeCount: shown.nodeCount,
    edgeCount: shown.edgeCount,
    other: shown.other,
    facts: read.matched,
    tied: found.tied,
    weight: weightSum(found.sums),
    leftOut: [...found.leftOut, ...cutBy(shown)],
    reading: readingOf(asked),
    graphVersion: read.version,
    emptyBecause:
      found.sums.length === 0
        ? emptyBecause(found.leftOut, read.matched)
        : shown.edges.length === 0
          ? `Nothing is linked with ${bounds.focus?.id ?? 'the shown nodes'} within the asked steps and bounds.`
          : null,
  };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const asked = networkAsked(given);
  const read = await tieFacts(
    door,
    asking,
    {
      filter: asked.filter,
      kinds: asked.kinds,
      parts: partsAsked(info, [['edges']], asked.mode, null),
      ...toldBeside(info),
      regions: [],
      focus: asked.bounds.focus?.id ?? null,
      with: asked.with,
    },
    CARD,
  );
  const focus = asked.bounds.focus?.id;
  if (focus !== undefined && !read.cards.has(focus))
    throw new Fault('NOT_FOUND', `There is no ${focus}; search for it by name.`, {
      details: { argument: 'focus' },
    });
  return answerOf(asked, read);
}

/** The lists are bounded by arguments of the question, of which the rule by rows knows nothing. */
const complexity: Complexity = ({ args: { nodes, edges }, childComplexity }) => {
  const rows = Math.max(
    ...[nodes, edges].map((one) => (typeof one === 'number' && one > 0 ? one : 0)),
    ROWS_OF_A_LIST,
  );
  return STATEMENT_COST + Math.ceil(rows / ROWS_OF_A_LIST) * childComplexity;
};

/** Nodes and edges of a filtered graph. */
export const NetworkQuestion = questionsClass('NetworkQuestion', {
  network: {
    type: () => classNamed('Network'),
    description:
      'Nodes and edges of a filtered graph, of countries alone or of countries with topics, meetings, initiatives or agencies; bounded, with what was cut. For example network(filter: {topics: {ids: ["topic/patents"]}}, focus: "country/egy", steps: 2).',
    args: ARGUMENTS,
    complexity,
    resolve,
  },
});
