import { ID, Int } from 'type-graphql';
import { chainLetter, stepOrder, together } from '../../../model/values/chain.js';
import { order } from '../../../model/values/order.js';
import { classNamed, inputType, type ArgPlan } from '../../types/declare.js';
import { enumOf, roles } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';

/** Steps that a chain may have. */
export const STEPS_MOST = 4;

inputType('ChainParty', 'A country of a step, by the letter that stands for it through all steps.', {
  as: {
    type: enumOf(chainLetter),
    description: 'Its letter: the same letter is the same country in every step.',
  },
  roles: {
    type: enumOf(roles),
    list: true,
    nullable: true,
    description:
      'Roles, one of which it must hold. When left out, any by which it shared or worked together: two that both only received, or one that only paid, helped or hosted, do not count.',
  },
  countries: {
    type: () => ID,
    list: true,
    nullable: true,
    description:
      'Ids or codes of countries, one of which it must be, for example country/egy or egy; any when left out. Said in one step, it holds in all.',
  },
});

inputType('ChainStep', 'One step of a chain: which facts, whose, and how it stands to the step before.', {
  facts: {
    type: () => classNamed('FactFilter'),
    description:
      'Which facts: kinds must be given, for example { kinds: [Exchange], topics: { ids: ["topic/patents"] } }. Planned, agreed and cancelled ones do not count unless stages asks for them.',
  },
  who: {
    type: () => classNamed('ChainParty'),
    list: true,
    nullable: true,
    description:
      'One or two countries; A and B when left out. Each step after the first names one of an earlier present step.',
  },
  together: {
    type: enumOf(together),
    nullable: true,
    description:
      'What ties two countries. When left out: the meeting for kinds: [Participation], the initiative for kinds: [Involvement], since each of these facts is of one actor; else one fact.',
  },
  order: {
    type: enumOf(stepOrder),
    defaultValue: 'THEN',
    description: 'How it stands to the present step before; means nothing in the first step.',
  },
  withinMonths: {
    type: () => Int,
    nullable: true,
    description:
      'Leaves out what definitely started later than so many months after the step before; with order: ANY, also so much earlier; 0 to 1200.',
  },
  absent: {
    type: () => Boolean,
    defaultValue: false,
    description:
      'Whether the countries must not have it: after the step before, and before the next one where that is THEN. The first step cannot be absent.',
  },
});

const choice = (type: () => object, defaultValue: unknown, description: string): ArgPlan => ({
  type,
  defaultValue,
  description,
});

/** Arguments of the root field. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  steps: {
    type: () => classNamed('ChainStep'),
    list: true,
    description: `The steps in turn, from one to ${STEPS_MOST}.`,
  },
  maxParties: choice(
    () => Int,
    40,
    'Facts, and meetings or initiatives where they tie a step, with more named countries than this are left out and counted; 2 to 300.',
  ),
  order: {
    ...choice(
      enumOf(order),
      ['DEFINITE', 'POSSIBLE'],
      'Orders over all steps that count: DEFINITE, POSSIBLE or both.',
    ),
    list: true,
  },
  evidence: {
    type: () => classNamed('EvidenceFilter'),
    nullable: true,
    description:
      'Evidence that the facts of every step must have, beside what the step itself asks; in an absent step, weaker facts count as none.',
  },
  baseline: choice(
    () => Boolean,
    false,
    'Whether to say also how often a chain of two steps would occur by chance; see the field baseline.',
  ),
  ...pageArgs,
};
