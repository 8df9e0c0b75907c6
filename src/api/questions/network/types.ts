import type { GraphQLResolveInfo } from 'graphql';
import { ID } from 'type-graphql';
import type { NodeRow } from '../../../graph/reads/projection.js';
import { kindsAt } from '../../../graph/reads/projection.js';
import type { NetworkNode, ShownNetwork } from '../../../model/rules/network.js';
import { kindOfId } from '../../../model/kinds.js';
import { language, type Language } from '../../../model/values/language.js';
import type { ApiContext } from '../../context.js';
import { nodesOf } from '../../loaders/nodes-of.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { shownName } from '../../types/names.js';
import { otherRow, type TieRow } from '../ties/rows.js';
import { answerFields, tieFields } from '../ties/types.js';
import { many, whole } from '../../types/plans.js';

/** A node with the card that names it. */
export interface NodeFields extends NetworkNode {
  readonly card: NodeRow;
}

objectType('NetworkNode', 'A country, or what countries are linked with, in a network.', {
  id: { type: () => ID, description: 'Its id, for example country/egy.' },
  kind: {
    type: () => String,
    description: 'Its kind: Country, Topic, Meeting, Initiative or Agency.',
    resolve: ({ id }: NodeFields) => kindOfId(id)?.kind,
  },
  name: {
    type: () => String,
    args: {
      lang: {
        type: enumOf(language),
        defaultValue: 'EN',
        description: 'The language asked for, for example FR.',
      },
    },
    description: 'Its name in the asked language, else as `name` of the entity falls back.',
    resolve: ({ card }: NodeFields, args: { lang: Language | null }) =>
      shownName(card, args.lang ?? 'EN').name,
  },
  degree: whole('Nodes to which it is linked in the whole network, shown or not.'),
  weight: whole('What its edges weigh together in the whole network, shown or not.'),
  entity: {
    type: () => classNamed('Entity'),
    nullable: true,
    description: 'The thing itself, with codes, evidence and facts; read in a statement of its own.',
    resolve: async (
      { id }: NodeFields,
      _args: object,
      context: ApiContext,
      info: GraphQLResolveInfo,
    ): Promise<NodeRow | null> =>
      (
        await nodesOf([id], kindsAt(['Country', 'Topic', 'Meeting', 'Initiative', 'Agency']), context, info)
      )[0] ?? null,
  },
});

objectType('NetworkEdge', 'A link between two nodes of a network, and the facts that make it.', {
  from: {
    type: () => ID,
    description: 'Id of one end: of the country, or of the country with the lower id.',
    resolve: ({ sum }: TieRow) => sum.a,
  },
  to: { type: () => ID, description: 'Id of the other end.', resolve: ({ sum }: TieRow) => sum.b },
  ...tieFields,
});

objectType('Network', 'Nodes and edges of a filtered graph, bounded, and what the bounds cut.', {
  nodes: many('NetworkNode', 'The shown nodes, the focus first, then the heaviest, equal ones by id.'),
  edges: many(
    'NetworkEdge',
    'The edges between shown nodes, heaviest first, equal ones by the ids of their ends.',
  ),
  nodeCount: whole('Nodes of the whole network.'),
  edgeCount: whole('Edges of the whole network.'),
  other: {
    type: () => classNamed('TieCount'),
    description: 'All edges that are not shown, in sum.',
    resolve: ({ other }: ShownNetwork) => otherRow(other),
  },
  ...answerFields,
});
