import { ID, Int } from 'type-graphql';
import { provisionAct } from '../../../model/entities/proposal.js';
import { strength } from '../../../model/facts/succession.js';
import { textSide, textUnit, unitOutcome } from '../../../model/values/text-comparison.js';
import { classNamed, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { PAGE_MOST, pageArgs } from '../../types/page-args.js';
import { may, mayList } from '../../types/plans.js';

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  from: { type: () => ID, description: 'Id of the earlier version, for example document/nairobi-draft.' },
  to: { type: () => ID, description: 'Id of the later version, for example document/nairobi-outcome.' },
  sides: mayList(enumOf(textSide), 'Units of which text are shown; both when left out.'),
  units: mayList(enumOf(textUnit), 'What sort of units are shown; all when left out.'),
  outcomes: mayList(
    enumOf(unitOutcome),
    'What must have become of a unit, for example DROPPED; any when left out.',
  ),
  strength: mayList(enumOf(strength), 'Whether it must have become weaker or stronger; any when left out.'),
  changed: mayList(
    () => String,
    'What must have changed: act, addressee or condition; anything when left out.',
  ),
  act: mayList(enumOf(provisionAct), 'Operative verb that a provision must have in one of the texts.'),
  addressees: mayList(
    () => ID,
    'Ids of actors, to one of which a provision must be addressed in one of the texts.',
  ),
  fromUnits: mayList(
    () => ID,
    'Ids of units of the earlier text, for example paragraph/nairobi-draft-d4: the earlier unit must be one, or stand beneath one.',
  ),
  toUnits: mayList(
    () => ID,
    'Ids of units of the later text, for example paragraph/a-res-64-222-a20: the later unit must be one, or stand beneath one.',
  ),
  fromPart: may(
    () => String,
    'Words of the name of a part of the earlier text in which the earlier unit must stand, for example opening.',
  ),
  toPart: may(
    () => String,
    'Words of the name of a part of the later text in which the later unit must stand, for example Annex.',
  ),
  evidence: may(
    () => classNamed('EvidenceFilter'),
    'Evidence that each alignment must have; units whose alignments lack it read as not compared.',
  ),
  first: { ...pageArgs.first, type: () => Int, defaultValue: PAGE_MOST },
  after: pageArgs.after,
};
