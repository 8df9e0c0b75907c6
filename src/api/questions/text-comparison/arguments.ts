import { ID, Int } from 'type-graphql';
import { provisionAct } from '../../../model/entities/proposal.js';
import { strength } from '../../../model/facts/succession.js';
import { textSide, textUnit, unitOutcome } from '../../../model/values/text-comparison.js';
import { classNamed, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { PAGE_MOST, pageArgs } from '../../types/page-args.js';

const one = (type: () => object, description: string): ArgPlan => ({ type, nullable: true, description });
const some = (type: () => object, description: string): ArgPlan => ({
  ...one(type, description),
  list: true,
});

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  from: { type: () => ID, description: 'Id of the earlier version, for example document/nairobi-draft.' },
  to: { type: () => ID, description: 'Id of the later version, for example document/nairobi-outcome.' },
  sides: some(enumOf(textSide), 'Units of which text are shown; both when left out.'),
  units: some(enumOf(textUnit), 'What sort of units are shown; all when left out.'),
  outcomes: some(
    enumOf(unitOutcome),
    'What must have become of a unit, for example DROPPED; any when left out.',
  ),
  strength: some(enumOf(strength), 'Whether it must have become weaker or stronger; any when left out.'),
  changed: some(() => String, 'What must have changed: act, addressee or condition; anything when left out.'),
  act: some(enumOf(provisionAct), 'Operative verb that a provision must have in one of the texts.'),
  addressees: some(
    () => ID,
    'Ids of actors, to one of which a provision must be addressed in one of the texts.',
  ),
  fromUnits: some(
    () => ID,
    'Ids of units of the earlier text, for example paragraph/nairobi-draft-d4: the earlier unit must be one, or stand beneath one.',
  ),
  toUnits: some(
    () => ID,
    'Ids of units of the later text, for example paragraph/a-res-64-222-a20: the later unit must be one, or stand beneath one.',
  ),
  fromPart: one(
    () => String,
    'Words of the name of a part of the earlier text in which the earlier unit must stand, for example opening.',
  ),
  toPart: one(
    () => String,
    'Words of the name of a part of the later text in which the later unit must stand, for example Annex.',
  ),
  evidence: one(
    () => classNamed('EvidenceFilter'),
    'Evidence that each alignment must have; units whose alignments lack it read as not compared.',
  ),
  first: { ...pageArgs.first, type: () => Int, defaultValue: PAGE_MOST },
  after: pageArgs.after,
};
