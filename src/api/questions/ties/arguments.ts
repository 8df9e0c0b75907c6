import { ID, Int } from 'type-graphql';
import { TIE_KINDS, TIE_PARTIES } from '../../../model/rules/ties.js';
import { countMode, tieGrouping } from '../../../model/values/ties.js';
import { classNamed, type ArgPlan } from '../../types/declare.js';
import { enumOf, factKinds } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';
import { may } from '../../types/plans.js';

/** Named countries that `maxParties` may name at most. */
export const PARTIES_MOST = 300;

/** Which facts make links and how they are weighed; the same for ties and networks. */
export const COUNTED_ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  filter: may(
    () => classNamed('FactFilter'),
    'Which facts are looked at; all when left out. Those planned, agreed or given up make no tie unless `stages` asks for them.',
  ),
  tieKinds: {
    ...may(
      enumOf(factKinds),
      `Kinds of facts that tie the countries named in one of them; ${TIE_KINDS.join(' and ')} when left out. Attending the same meeting is a tie only where Participation is named and one fact names both; being named in one paragraph or report only where Mention is.`,
    ),
    list: true,
  },
  maxParties: {
    type: () => Int,
    defaultValue: TIE_PARTIES,
    description: `Facts with more named countries than this make no tie and are counted; 2 to ${PARTIES_MOST}. Cooperations tie whatever their number, and in a network of two modes it asks nothing.`,
  },
  countMode: { type: enumOf(countMode), defaultValue: 'FACTS', description: 'What the weight counts.' },
};

/** Arguments of `ties`. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  ...COUNTED_ARGUMENTS,
  by: may(
    enumOf(tieGrouping),
    'Under which headings to count: fills `groups` of the answer and of each tie; none when left out.',
  ),
  regions: {
    ...may(
      () => ID,
      'With `by: REGION`: the groups that stand for regions, for example group/m49-africa and group/m49-asia; their members are their recorded memberships.',
    ),
    list: true,
  },
  sharedInitiatives: may(
    () => classNamed('FactFilter'),
    'Only pairs whose two countries also both stand, for themselves, in one initiative, by facts under this filter: { kinds: [Involvement], actors: { roles: [party] } } for parties to the same treaty. Fills `sharedInitiatives` of each tie; asks nothing when left out.',
  ),
  ...pageArgs,
};
