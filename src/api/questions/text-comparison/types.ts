import { provisionAct } from '../../../model/entities/proposal.js';
import { strength, successionType } from '../../../model/facts/succession.js';
import { certainty } from '../../../model/values/certainty.js';
import { textSide, textUnit, unitOutcome } from '../../../model/values/text-comparison.js';
import { classNamed, objectType, type FieldPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { aboutAnswer, text, whole } from '../../types/plans.js';

const many = (type: () => object, description: string): FieldPlan => ({ type, list: true, description });
const maybe = (type: () => object, description: string): FieldPlan => ({ type, nullable: true, description });
const actors = (): object => classNamed('Actor');

objectType('UnitAlignment', 'What a unit became in the other text, or was in it, as a reader aligned them.', {
  succession: {
    type: () => classNamed('Succession'),
    description: 'The fact, with its claims.',
  },
  type: maybe(enumOf(successionType), 'What became of the unit.'),
  unit: maybe(
    () => classNamed('Entity'),
    'The unit of the other text, a Paragraph or a Proposal; null when dropped or new.',
  ),
  changed: many(() => String, 'What changed: act, addressee, condition.'),
  strength: maybe(enumOf(strength), 'Whether what it demands became weaker or stronger.'),
  gist: text('What changed, in our own words.', true),
  certainty: { type: enumOf(certainty), description: 'How surely the two belong together.' },
  reason: text('Why the two were aligned; null when a source states it.', true),
  actChanged: {
    type: () => Boolean,
    description: 'For provisions: whether the operative verb differs. `actBefore` and `actAfter` give both.',
  },
  actBefore: maybe(enumOf(provisionAct), 'Operative verb in the earlier text; null when it is no provision.'),
  actAfter: maybe(enumOf(provisionAct), 'Operative verb in the later text; null when it is no provision.'),
  addresseesChanged: {
    type: () => Boolean,
    description:
      'For provisions: whether those addressed differ. `addresseesBefore` and `addresseesAfter` give both.',
  },
  addresseesBefore: many(actors, 'To whom the provision of the earlier text is addressed.'),
  addresseesAfter: many(actors, 'To whom the provision of the later text is addressed.'),
});

objectType('ComparedUnit', 'One unit of one of the two texts, and what became of it.', {
  side: { type: enumOf(textSide), description: 'Which of the two texts it belongs to.' },
  sort: { type: enumOf(textUnit), description: 'Whether it is a paragraph or a provision.' },
  unit: { type: () => classNamed('Entity'), description: 'The unit: a Paragraph or a Proposal.' },
  outcomes: many(
    enumOf(unitOutcome),
    'What became of it, each once; NOT_COMPARED where no alignment is recorded.',
  ),
  alignments: many(
    () => classNamed('UnitAlignment'),
    'What it became in the other text (or was in it), each with its evidence; empty when not compared.',
  ),
});

objectType('ComparedUnitEdge', 'One unit in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('ComparedUnit'), description: 'The unit.' },
});

objectType('OutcomeCount', 'How many units of each text came to an outcome, over both texts whole.', {
  outcome: { type: enumOf(unitOutcome), description: 'What became of them.' },
  sort: { type: enumOf(textUnit), description: 'Paragraphs or provisions.' },
  from: whole('How many units of the earlier text; a unit with several outcomes counts for each.'),
  to: whole('How many units of the later text.'),
});

objectType(
  'TextComparisonConnection',
  'Two versions of a text, unit by unit: first the earlier one in its order, then the later one in its order.',
  {
    from: { type: () => classNamed('Document'), description: 'The earlier version.' },
    to: { type: () => classNamed('Document'), description: 'The later version.' },
    ...aboutAnswer('Why no unit is shown, in words; null when there is one.'),
    alignment: text(
      'How the units were aligned: by inference of a reader, not by the texts; with how many are stated.',
    ),
    counts: many(
      () => classNamed('OutcomeCount'),
      'Outcomes of all units of both texts, whatever the filter; those without any are left out.',
    ),
    notCompared: whole(
      'How many units of both texts have no alignment recorded; that is apart from DROPPED and NEW.',
    ),
    totalCount: {
      type: () => classNamed('Total'),
      description: 'How many units meet the filter, over all pages.',
    },
    edges: many(() => classNamed('ComparedUnitEdge'), 'The units that meet the filter, with their cursors.'),
    nodes: many(() => classNamed('ComparedUnit'), 'The units that meet the filter, without cursors.'),
    pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
  },
);
