import { ID, Int } from 'type-graphql';
import { endsOf } from '../../graph/model-names.js';
import { containment, holders } from '../../graph/reads/containment.js';
import type { EntityKind, FactKind, Kind } from '../../model/declaration.js';
import { ENTITY_KINDS, FACT_KINDS } from '../../model/kinds.js';
import { capacity } from '../../model/values/capacity.js';
import { certainty, status } from '../../model/values/certainty.js';
import { groupingEnds } from '../../model/values/grouping.js';
import { identity } from '../../model/values/identity.js';
import { modality } from '../../model/values/modality.js';
import { stage } from '../../model/values/stage.js';
import { attributeType } from './attributes.js';
import { classNamed, inputType, type ArgPlan } from './declare.js';
import { enumOf, factKinds, overlap, roles } from './enums.js';
import { Day } from './scalars.js';
import { may, mayList } from './plans.js';

type Inputs = Record<string, ArgPlan>;

const days = (): Inputs => ({
  from: may(() => Day, 'First day of the range, for example 2013-05-06; open when left out.'),
  to: may(() => Day, 'Last day of the range; open when left out.'),
});

inputType('DayRange', 'A range of days, both included; either side may be left open.', days());

inputType('HoldsRange', 'A range of days in which something held.', {
  ...days(),
  overlap: {
    type: enumOf(overlap),
    defaultValue: 'POSSIBLY',
    description: 'How surely it must have held.',
  },
});

inputType('ActorChoice', 'Actors that must be parties.', {
  ids: mayList(
    () => ID,
    'Ids of countries, agencies or groups, for example country/egy; a country also through its national agencies. Any actor when left out; then say what the party did.',
  ),
  roles: mayList(enumOf(roles), 'Roles, one of which each must hold; any when left out.'),
  capacities: mayList(
    enumOf(capacity),
    'Capacities, in one of which each must act: CHAIR for what a chair does as such; any when left out.',
  ),
  through: mayList(
    () => ID,
    'Ids of speakers, one of whom must have spoken for each: country/zaf finds those for which South Africa spoke.',
  ),
  spokenFor: may(
    () => Boolean,
    'Whether somebody else must have spoken for each (true) or nobody (false); either when left out.',
  ),
  every: {
    type: () => Boolean,
    defaultValue: false,
    description: 'Whether each of them must be a party (at most 10), not only one.',
  },
});

inputType('TopicChoice', 'Topics, one of which a fact must be on.', {
  ids: { type: () => ID, list: true, description: 'Ids of topics, for example topic/patents.' },
  exact: { type: () => Boolean, defaultValue: false, description: 'Whether narrower topics are left out.' },
});

inputType(
  'Grouping',
  'A group to which countries must belong, by recorded memberships. Which countries are "the South" is always such a choice; a group that only has the words of a text has no members. Named countries are the parties that act for themselves or through national agencies.',
  {
    group: {
      type: () => ID,
      description: 'Id of the group, which stands for its scheme, for example group/ldc-list.',
    },
    version: may(
      () => String,
      'Version of the scheme that is meant, as the group gives it in schemeVersion; where the graph holds another one, nothing is found. Any when left out.',
    ),
    date: may(() => Day, 'Day on which the membership must hold; any recorded one when left out.'),
    membership: {
      type: enumOf(overlap),
      defaultValue: 'POSSIBLY',
      description:
        'How surely the membership must have held on `date`: POSSIBLY takes those whose known dates do not rule it out, as those without dates; DEFINITELY only those whose dates settle it.',
    },
    ends: may(
      enumOf(groupingEnds),
      'How many must belong. When left out: BOTH in questions on pairs, such as cooperationAfterExchange, and ONE in a filter over facts.',
    ),
  },
);

inputType('EvidenceFilter', 'Evidence that a fact must have; the same in every question.', {
  minCertainty: may(enumOf(certainty), 'Least certainty: STATED leaves out what was only inferred.'),
  statuses: mayList(
    enumOf(status),
    'ACCEPTED, DISPUTED or both, which is the default; others are reached by id only.',
  ),
  documents: mayList(
    () => ID,
    'Ids of documents or sources, one of which must support it, for example document/a-res-64-222.',
  ),
  paragraphs: mayList(
    () => ID,
    'Ids of paragraphs, one of which, or a part of one, must support it, for example paragraph/a-res-64-222-fn3.',
  ),
  minDocuments: may(() => Int, 'Least number of distinct documents that support it.'),
  mayBePassedOn: may(
    () => Boolean,
    'Whether facts are left out that nothing supports but sources whose licence forbids passing on (`redistribution` FORBIDDEN), as files for others leave them out.',
  ),
  independentOnly: may(
    () => Boolean,
    'In questions of several legs, such as cooperationAfterExchange: whether answers one leg of which is only inferred from another are left out. Changes nothing for single facts.',
  ),
});

type Asks = (kind: FactKind) => boolean;
const always: Asks = () => true;

/** What any fact may be asked by, and which kinds can answer to it. */
export const SHARED: Readonly<Record<string, ArgPlan & { readonly asks: Asks }>> = {
  actors: {
    ...may(() => classNamed('ActorChoice'), 'Who must be a party.'),
    asks: ({ parties }) => parties.most !== 0,
  },
  topics: {
    ...may(() => classNamed('TopicChoice'), 'What it must be about.'),
    asks: ({ ends }) => 'topics' in ends,
  },
  grouping: {
    ...may(
      () => classNamed('Grouping'),
      'A group to which its named countries must belong. It chooses facts, not pairs: under BOTH a fact that names two members and one other country counts whole.',
    ),
    asks: ({ parties }) => parties.most !== 0,
  },
  meeting: {
    ...may(() => ID, 'Id of the meeting at which it was, or of one that that is part of.'),
    asks: ({ ends }) => 'meeting' in ends,
  },
  initiative: {
    ...may(() => ID, 'Id of the initiative within which it was, or of one that that is part of.'),
    asks: ({ ends }) => 'initiative' in ends,
  },
  dated: {
    ...may(
      () => classNamed('DayRange'),
      'Days in which its date lies: the earliest known start, else the latest.',
    ),
    asks: ({ time }) => time !== 'timeless',
  },
  holds: {
    ...may(() => classNamed('HoldsRange'), 'Days at some time of which it held, surely or possibly.'),
    asks: ({ time }) => time !== 'timeless',
  },
  stages: {
    ...mayList(enumOf(stage), 'How far it must have come; any when left out.'),
    asks: ({ attributes }) => 'stage' in attributes,
  },
  modalities: {
    ...mayList(enumOf(modality), 'Forms of cooperation; finds cooperations only.'),
    asks: ({ kind }) => kind === 'Cooperation',
  },
  evidence: { ...may(() => classNamed('EvidenceFilter'), 'Evidence that it must have.'), asks: always },
  identity: {
    type: enumOf(identity),
    defaultValue: 'APART',
    description:
      'Whether whatever this filter names by id (actors, topics, meeting, initiative, group, documents, other ends) is taken together with what is recorded as possibly the same: initiative/un-fund-south-south then also finds what is recorded of initiative/voluntary-trust-fund-south-south.',
    asks: always,
  },
};

/** What a filter over any kind leaves to the kind's own filter: what a shared field asks already. */
const COVERED: Readonly<Record<string, string>> = {
  stage: 'stages',
  topics: 'topics',
  meeting: 'meeting',
  initiative: 'initiative',
};

inputType('FactFilter', 'Which facts, of any kind; what is left out asks nothing.', {
  kinds: mayList(enumOf(factKinds), 'Kinds of facts; all when left out.'),
  ...withoutAsks(SHARED),
});

function withoutAsks(plans: typeof SHARED): Inputs {
  return Object.fromEntries(Object.entries(plans).map(([name, { asks: _asks, ...plan }]) => [name, plan]));
}

/** Declared attributes and ends by which a kind is asked in its own filter. */
export function declaredInputs(kind: Kind): {
  readonly values: readonly string[];
  readonly ends: readonly string[];
  /** Ends that may hold several targets, so that "these and no others" says more than "one of these". */
  readonly exactly: readonly string[];
  /** Ends whose targets lie beneath others: paragraphs in documents, topics in topics. */
  readonly beneath: readonly string[];
} {
  const free = (name: string): boolean => kind.sort === 'entity' || !(name in COVERED);
  const ends = Object.entries(endsOf(kind));
  const named = (of: readonly (readonly [string, unknown])[]): string[] => of.map(([name]) => name);
  return {
    values: Object.keys(kind.attributes).filter(free),
    ends: named(ends).filter(free),
    exactly: named(ends.filter(([, { many }]) => many)),
    beneath: named(ends.filter(([, end]) => containment(end).length > 0)).filter(free),
  };
}

/** Input fields that ask for exactly, or for beneath, what an end holds. */
export const exactlyInput = (end: string): string => `${end}Exactly`;
export const beneathInput = (end: string): string => `${end}OrBeneath`;

function ownInputs(kind: Kind): Inputs {
  const { values, ends, exactly, beneath } = declaredInputs(kind);
  const inputs: Inputs = {};
  for (const name of values) {
    const attribute = kind.attributes[name];
    if (attribute)
      inputs[name] = mayList(attributeType(attribute), `One of these values. ${attribute.description}`);
  }
  for (const name of ends) {
    const end = endsOf(kind)[name];
    if (end)
      inputs[name] = mayList(() => ID, `One of these, by id (${end.to.join(', ')}). ${end.description}`);
  }
  for (const name of exactly) {
    const told = `These and no others, by id. ${endsOf(kind)[name]?.description ?? ''}`;
    inputs[exactlyInput(name)] = mayList(() => ID, told);
  }
  for (const name of beneath) {
    const end = endsOf(kind)[name];
    if (end)
      inputs[beneathInput(name)] = mayList(
        () => ID,
        `One of these or what lies beneath it, by id (${holders(end).join(', ')}). ${end.description}`,
      );
  }
  return inputs;
}

function entityFilter(kind: EntityKind): void {
  inputType(`${kind.kind}Filter`, `Which ${kind.plural}; what is left out asks nothing.`, ownInputs(kind));
}

function kindFilter(kind: FactKind): void {
  const shared = Object.fromEntries(Object.entries(SHARED).filter(([, { asks }]) => asks(kind)));
  const told = `Which facts of kind ${kind.kind}; what is left out asks nothing.`;
  inputType(`${kind.kind}Filter`, told, { ...withoutAsks(shared), ...ownInputs(kind) });
}

ENTITY_KINDS.forEach(entityFilter);
FACT_KINDS.forEach(kindFilter);
