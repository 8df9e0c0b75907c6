import type { GraphQLResolveInfo } from 'graphql';
import { Int } from 'type-graphql';
import type { NodeRow } from '../../../graph/reads/projection.js';
import { Initiative } from '../../../model/entities/initiative.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import type { SharedInitiative } from '../../../model/rules/shared-initiatives.js';
import type { TieSum } from '../../../model/rules/tie-sums.js';
import { certainty } from '../../../model/values/certainty.js';
import type { ApiContext } from '../../context.js';
import { nodesOf } from '../../loaders/nodes-of.js';
import { classNamed, objectType, type FieldPlan, type Fields } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { Day } from '../../types/scalars.js';
import { numberAsked } from './asked.js';
import { FACTS_OF_TIE, INITIATIVES_OF_TIE, TOPICS_OF_TIE, type Bound } from './bounds.js';
import './count-fields.js';
import { countsByKind, countsByTopic, newestFirst, otherRow, type TieRow } from './rows.js';
import { tieInWords } from './words.js';
import { aboutAnswer, many, one, text, whole } from '../../types/plans.js';

const firstArg = ({ most, fallback }: Bound): FieldPlan['args'] => ({
  first: { type: () => Int, defaultValue: fallback, description: `How many at most, from 1 to ${most}.` },
});

/** Fields of ties and of edges alike. */
export const tieFields: Fields = {
  weight: whole('What it weighs, by `countMode`.'),
  factCount: whole('How many facts make it.'),
  kinds: { ...many('TieCount', 'The same by kind of fact.'), resolve: countsByKind },
  topics: {
    ...many('TieCount', 'The same by topic of the facts, heaviest first; facts without a topic under null.'),
    args: firstArg(TOPICS_OF_TIE) ?? {},
    resolve: (row: TieRow, { first }: { first: number | null }) =>
      countsByTopic(row).slice(
        0,
        numberAsked(first, TOPICS_OF_TIE.fallback, [1, TOPICS_OF_TIE.most], 'topics', 'first'),
      ),
  },
  topicCount: {
    ...whole('How many topics its facts have; `topics` names the first of them.'),
    resolve: ({ sum }: TieRow) => new Set(sum.facts.flatMap(({ topics }) => topics)).size,
  },
  first: {
    type: () => Day,
    nullable: true,
    description:
      'Date of its first fact: its earliest known start, else the latest possible one; null when none is known.',
  },
  last: { type: () => Day, nullable: true, description: 'Date of its last fact, in the same way.' },
  undated: whole('How many of its facts have no date.'),
  certainty: { type: enumOf(certainty), description: 'The best certainty of its facts.' },
  facts: {
    ...many('Fact', 'The facts that make it, newest first, unknown dates last; `factCount` counts all.'),
    args: firstArg(FACTS_OF_TIE) ?? {},
    resolve: (
      row: TieRow,
      { first }: { first: number | null },
      context: ApiContext,
      info: GraphQLResolveInfo,
    ): Promise<NodeRow[]> =>
      nodesOf(
        newestFirst(row).slice(
          0,
          numberAsked(first, FACTS_OF_TIE.fallback, [1, FACTS_OF_TIE.most], 'facts', 'first'),
        ),
        FACT_KINDS,
        context,
        info,
      ),
  },
  inWords: {
    ...text('The same as one English sentence.'),
    resolve: ({ sum, cards }: TieRow) => tieInWords(sum, cards),
  },
};

/** What ties and networks both say of the whole. */
export const answerFields: Fields = {
  facts: whole('Facts under the filter: as many as `facts(filter)` lists.'),
  tied: whole(
    'Those of them that make a tie; with those left out (KIND_... and FACT_...) they add up to `facts`.',
  ),
  weight: whole('What all ties weigh together.'),
  leftOut: {
    ...leftOut,
    description:
      'Facts that make no tie, what bounds cut off and, where days are asked for, the facts without a date (which are not among `facts`), by reason.',
  },
  ...aboutAnswer('Why there is no tie, in words; null when there is one.'),
};

objectType('TieInitiative', 'An initiative in which both countries of a tie stand.', {
  initiative: {
    ...one('Initiative', 'The initiative; null where it was taken back meanwhile.', true),
    resolve: async (
      { initiative }: SharedInitiative,
      _args: object,
      context: ApiContext,
      info: GraphQLResolveInfo,
    ): Promise<NodeRow | null> => (await nodesOf([initiative], [Initiative], context, info))[0] ?? null,
  },
  facts: {
    ...many('Fact', 'The facts by which they stand in it, by id; `factCount` counts all.'),
    args: firstArg(FACTS_OF_TIE) ?? {},
    resolve: (
      { facts }: SharedInitiative,
      { first }: { first: number | null },
      context: ApiContext,
      info: GraphQLResolveInfo,
    ): Promise<NodeRow[]> =>
      nodesOf(
        facts.slice(0, numberAsked(first, FACTS_OF_TIE.fallback, [1, FACTS_OF_TIE.most], 'facts', 'first')),
        FACT_KINDS,
        context,
        info,
      ),
  },
  factCount: {
    ...whole('How many facts those are.'),
    resolve: ({ facts }: SharedInitiative) => facts.length,
  },
});

/** A tie with the initiatives in which both countries stand. */
interface WithShared {
  readonly shared: readonly SharedInitiative[];
}

objectType('Tie', 'Two countries and the facts that tie them.', {
  countries: many('Country', 'The two countries, in the order of their ids.'),
  ...tieFields,
  sharedInitiatives: {
    ...many(
      'TieInitiative',
      'The initiatives in which both stand as `sharedInitiatives` asks, by id; empty without it.',
    ),
    args: firstArg(INITIATIVES_OF_TIE) ?? {},
    resolve: ({ shared }: WithShared, { first }: { first: number | null }) =>
      shared.slice(
        0,
        numberAsked(
          first,
          INITIATIVES_OF_TIE.fallback,
          [1, INITIATIVES_OF_TIE.most],
          'sharedInitiatives',
          'first',
        ),
      ),
  },
  sharedInitiativeCount: {
    ...whole('How many initiatives those are; 0 where `sharedInitiatives` asks nothing.'),
    resolve: ({ shared }: WithShared) => shared.length,
  },
  groups: many('TieCount', 'The same by the headings asked for with `by`; empty without.'),
});

objectType('TieEdge', 'One tie in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('Tie'), description: 'The tie.' },
});

objectType('TieConnection', 'One page of ties, heaviest first, equal ones by the ids of the countries.', {
  edges: many('TieEdge', 'The ties with their cursors.'),
  nodes: many('Tie', 'The ties, without cursors.'),
  pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
  totalCount: {
    type: () => classNamed('Total'),
    description: 'How many ties there are over all pages; always exact.',
  },
  other: {
    type: () => classNamed('TieCount'),
    description: 'All ties that are not on this page, in sum.',
    resolve: ({ other }: { readonly other: readonly TieSum[] }) => otherRow(other),
  },
  groups: many(
    'TieCount',
    'All ties, of every page, by the headings asked for with `by`, heaviest first (years in their order); at most 500.',
  ),
  ...answerFields,
});
