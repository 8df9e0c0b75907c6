import { ID } from 'type-graphql';
import type { NodeRow } from '../../graph/reads/projection.js';
import { NAMES } from '../../model/names.js';
import { language, type Language } from '../../model/values/language.js';
import { reportedBy } from '../../model/values/reported-by.js';
import { factsOf } from '../loaders/facts-of.js';
import { classNamed, interfaceType, type ArgPlan, type FieldPlan, type Fields } from './declare.js';
import { enumOf } from './enums.js';
import { evidenceFields } from './evidence-fields.js';
import { neighboursField } from './neighbour.js';
import { shownName } from './names.js';
import { pageArgs } from './page-args.js';
import { partiesField } from './party.js';
import { periodField } from './period.js';

const id = (form: string): FieldPlan => ({
  type: () => ID,
  description: `Readable id that never changes, ${form}.`,
});

const lang: Readonly<Record<string, ArgPlan>> = {
  lang: {
    type: enumOf(language),
    defaultValue: 'EN',
    description: 'The language asked for, for example FR.',
  },
};

/** Fields of every entity. */
export const entityFields = (form: string): Fields => ({
  id: id(form),
  name: {
    type: () => String,
    args: lang,
    description:
      'Its name in the asked language. Where none is known: as the first document gives it, else in English, else in any language, else the id; `nameLanguage` says which it was.',
    resolve: (row: NodeRow, args: { lang: Language | null }) => shownName(row, args.lang ?? 'EN').name,
  },
  nameLanguage: {
    type: enumOf(language),
    nullable: true,
    args: lang,
    description:
      'The language in which `name` with the same `lang` is given; null when it is the wording of a document or the id.',
    resolve: (row: NodeRow, args: { lang: Language | null }) => shownName(row, args.lang ?? 'EN').language,
  },
  otherNames: {
    type: () => String,
    list: true,
    description: NAMES['otherNames']?.description ?? '',
    resolve: (row: NodeRow) => row['otherNames'] ?? [],
  },
  ...evidenceFields,
  facts: {
    type: () => classNamed('FactConnection'),
    description:
      'The facts that name it, newest first, unknown dates last. A country also has those of its national agencies, a topic those of narrower topics.',
    args: {
      filter: {
        type: () => classNamed('FactFilter'),
        nullable: true,
        description: 'Which facts; all when left out.',
      },
      ...pageArgs,
    },
    resolve: factsOf,
  },
  neighbours: neighboursField,
});

/** Fields of every fact; what a kind cannot have is empty there, so that lists of mixed kinds can ask for it. */
export const factFields = (
  form: string,
  {
    parties = 'Who took part, each with role and capacity.',
    hasParties = true,
    hasTopics = true,
    dated = true,
  } = {},
): Fields => ({
  id: id(form),
  occasion: {
    type: () => String,
    nullable: true,
    description: 'Row key of the register (course, activity, transaction); null where the source has none.',
  },
  period: periodField(
    dated
      ? 'When it was, as far as its sources say.'
      : 'Always null: facts of this kind have no time of their own.',
    dated,
  ),
  reportedBy: { type: enumOf(reportedBy), nullable: true, description: 'Whose words it rests on.' },
  ...evidenceFields,
  parties: partiesField(parties, hasParties),
  topics: {
    type: () => classNamed('Topic'),
    list: true,
    description: 'What it is about, as its sources say; empty for kinds of facts that have no topics.',
    ...(hasTopics ? {} : { resolve: () => [] }),
  },
});

const Node = interfaceType('Node', 'Anything with an id of its own: an entity or a fact.', {
  id: id('for example country/egy'),
});

const Entity = interfaceType(
  'Entity',
  'A thing that facts are about: a country, an agency, a meeting, a topic, a document ...',
  entityFields('for example meeting/cairo-2013'),
  [Node],
);

const Actor = interfaceType(
  'Actor',
  'What may be a party of a fact: a Country, an Agency or a Group.',
  entityFields('for example country/egy'),
  [Entity, Node],
);

const Fact = interfaceType(
  'Fact',
  'One evidenced statement that ties things together. Its values are worked out from its claims.',
  {
    ...factFields('for example cooperation/egy-ind-pharma-patents'),
    period: periodField(
      'When it was, as far as its sources say; null for kinds of facts that have no time.',
      true,
    ),
  },
  [Node],
);

export const INTERFACES = { Node, Entity, Actor, Fact };
