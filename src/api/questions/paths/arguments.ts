import { ID, Int } from 'type-graphql';
import { language } from '../../../model/values/language.js';
import { pathKind, STEPS_MOST } from '../../../model/values/paths.js';
import { classNamed, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';

/** Facts of an entity above which no path leads through it, unless asked otherwise. */
export const HUB_DEGREE = 200;
/** Named countries that a joining fact may have, unless asked otherwise. */
export const PATH_PARTIES = 12;

const number = (defaultValue: number, description: string): ArgPlan => ({
  type: () => Int,
  defaultValue,
  description,
});

/** Arguments of the root field, in the order in which people ask. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  from: {
    type: () => ID,
    description:
      'One end: id of a country, agency, meeting, initiative or topic, for example country/egy or egy.',
  },
  to: { type: () => ID, description: 'The other end, for example country/ind.' },
  maxSteps: number(
    STEPS_MOST,
    `How many facts a path may lead through, 1 to ${STEPS_MOST}; a fact is two edges of the graph.`,
  ),
  connecting: {
    type: enumOf(pathKind),
    list: true,
    defaultValue: ['COUNTRY', 'AGENCY', 'MEETING', 'INITIATIVE'],
    description: 'Kinds of entities through which a path may lead; topics only when asked for.',
  },
  maxHubDegree: number(
    HUB_DEGREE,
    'No path leads through an entity with more facts than this, unless `throughHubs`; 1 to 100,000. The answer counts those next to an end.',
  ),
  throughHubs: {
    type: () => Boolean,
    defaultValue: false,
    description: 'Whether paths may lead through any entity; may take long in a large graph.',
  },
  maxParties: number(
    PATH_PARTIES,
    'Facts with more named countries than this join nobody, and are counted; 2 to 300.',
  ),
  filter: {
    type: () => classNamed('FactFilter'),
    nullable: true,
    description:
      'What each fact on a path must meet: kinds, topics, dates, evidence. Unless it gives stages, what was only planned, agreed or given up does not count.',
  },
  lang: {
    type: enumOf(language),
    defaultValue: 'EN',
    description: 'Language of the names in `inWords`, with the fallback that `name` has.',
  },
  ...pageArgs,
};
