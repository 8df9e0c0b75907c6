import { Int } from 'type-graphql';
import { capacity } from '../../model/values/capacity.js';
import { certainty } from '../../model/values/certainty.js';
import { classNamed, objectType, type FieldPlan } from './declare.js';
import { enumOf, roles } from './enums.js';
import { Day } from './scalars.js';
import { ID } from 'type-graphql';

const maybe = (type: () => object, description: string): FieldPlan => ({ type, nullable: true, description });

objectType(
  'Party',
  'An actor in one role of a fact, in one capacity; an actor with several roles is several parties.',
  {
    actor: { type: () => classNamed('Actor'), description: 'Who.' },
    role: { type: enumOf(roles), description: 'What it did.' },
    capacity: {
      type: enumOf(capacity),
      description: 'In what capacity it acted; only OWN counts as its own tie.',
    },
    certainty: {
      type: enumOf(certainty),
      description: 'Whether a source states that it was a party, or it was concluded.',
    },
    office: maybe(() => String, 'Office in which somebody acted for it, as the document names it.'),
    officeHolder: maybe(() => String, 'Who held the office, where the document names the person.'),
    through: maybe(() => ID, 'Id of the actor that spoke for it, for example country/zaf for a group.'),
    throughActor: maybe(() => classNamed('Actor'), 'The actor that spoke for it, whose id is `through`.'),
    unnamed: {
      type: () => Boolean,
      description:
        'Whether its source gives only words or a number, so that who was meant by name is not known.',
    },
    low: maybe(() => Int, 'Least number of members meant, for an unnamed or counted party.'),
    high: maybe(() => Int, 'Greatest number of members meant, for an unnamed or counted party.'),
    words: maybe(
      () => String,
      'The words used for the number or the unnamed party, for example "over one hundred".',
    ),
    from: maybe(() => Day, "First day of the role, where it differs from the fact's period."),
    to: maybe(() => Day, "Last day of the role, where it differs from the fact's period."),
  },
);

export const partiesField = (description: string, has: boolean): FieldPlan => ({
  type: () => classNamed('Party'),
  list: true,
  description,
  ...(has ? {} : { resolve: () => [] }),
});
