import { ID } from 'type-graphql';
import { proposalForm, proposalNature, provisionAct } from '../../../model/entities/proposal.js';
import { positionAct } from '../../../model/facts/position.js';
import { capacity } from '../../../model/values/capacity.js';
import { standing } from '../../../model/values/standing.js';
import { classNamed, inputType, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';
import { may, mayList } from '../../types/plans.js';

inputType('AddresseeChoice', 'To whom a proposal must be addressed; give one of the two.', {
  anyOf: mayList(() => ID, 'Ids of actors, to one of which it must be addressed, for example agency/wipo.'),
  exactly: mayList(() => ID, 'Ids of the actors to which, and to no other, it must be addressed.'),
});

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  proposal: may(() => ID, 'One proposal by id, for example proposal/cairo-languages; all when left out.'),
  meeting: may(
    () => ID,
    'Id of the meeting, or of one that that is part of, at which it must have been made (or what `acts` says).',
  ),
  maker: may(
    () => ID,
    'Id of the country, agency or group that must have made it (or what `acts` says); a country also through its national agencies.',
  ),
  acts: {
    ...mayList(enumOf(positionAct), 'What must have been done about it at `meeting` by `maker`.'),
    nullable: false,
    defaultValue: ['MAKES'],
  },
  form: mayList(enumOf(proposalForm), 'What the text calls it; any when left out.'),
  nature: mayList(enumOf(proposalNature), 'Whether it asks, offers or states; any when left out.'),
  provisionAct: mayList(enumOf(provisionAct), 'Operative verb of a provision; any when left out.'),
  addressees: may(() => classNamed('AddresseeChoice'), 'To whom it must be addressed.'),
  statedIn: may(
    () => ID,
    'Id of the paragraph or document that states it, itself or in a part, for example paragraph/a-res-64-222-a20.',
  ),
  topic: may(() => ID, 'Id of a topic that it must be about; narrower topics count.'),
  takenUp: may(() => Boolean, 'Whether somebody must have taken it up (true) or nobody (false).'),
  takenUpAs: mayList(
    enumOf(capacity),
    'Capacities in which taking up counts for `takenUp`, for example CHAIR; any when left out.',
  ),
  standing: mayList(enumOf(standing), 'How far it must have come; any when left out.'),
  evidence: may(
    () => classNamed('EvidenceFilter'),
    'Evidence that each step must have; steps without it are not shown and do not count.',
  ),
  ...pageArgs,
};
