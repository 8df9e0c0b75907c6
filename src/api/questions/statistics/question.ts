import type { GraphQLResolveInfo } from 'graphql';
import { Int } from 'type-graphql';
import { countFacts, type CountedBy } from '../../../graph/reads/statistics.js';
import { Fault } from '../../../model/faults.js';
import { ENTITY_KINDS } from '../../../model/kinds.js';
import { dimension, type Dimension } from '../../../model/values/counting.js';
import type { ApiContext } from '../../context.js';
import { projectionOf } from '../../projection-of.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { emptyBecause } from '../../types/empty.js';
import { enumOf } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';
import { Day } from '../../types/scalars.js';
import { factsAsked, type FactsAsked } from '../facts-asked.js';
import { pageAsked } from '../page-asked.js';
import './types.js';

interface Given {
  readonly filter?: FactsAsked | null;
  readonly by: Dimension;
  readonly scheme?: string | null;
  readonly on?: string | null;
  readonly first?: number | null;
}

function countedBy({ by, scheme, on }: Given): CountedBy {
  if (by === 'GROUP' && !scheme) {
    throw new Fault(
      'BAD_USER_INPUT',
      'statistics(scheme:) is needed to count by GROUP, for example UN M49; groups { nodes { scheme } } lists the schemes.',
      { details: { argument: 'scheme' } },
    );
  }
  const stray = by === 'GROUP' ? undefined : scheme ? 'scheme' : on ? 'on' : undefined;
  if (stray) {
    throw new Fault('BAD_USER_INPUT', `statistics(${stray}:) goes with by: GROUP only; leave it out.`, {
      details: { argument: stray },
    });
  }
  return { dimension: by, scheme: scheme ?? null, on: on ?? null };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const filter = factsAsked(given.filter);
  const by = countedBy(given);
  const { first } = pageAsked({ first: given.first }, 'statistics', () => false);
  const wanted = projectionOf(info, ENTITY_KINDS, [['groups', 'node']]);
  const { covers, version, ...counted } = await countFacts(door, asking, filter, by, first, wanted);
  return {
    ...counted,
    by: given.by,
    reading: `Facts that meet the filter, counted by: ${dimension.values[given.by].replace('; give `scheme`', ` ${by.scheme ?? ''}`)}`,
    graphVersion: version,
    emptyBecause: counted.total === 0 ? emptyBecause(filter.kinds ?? [], covers, false) : null,
  };
}

/** Facts counted by a dimension. */
export const StatisticsQuestion = questionsClass('StatisticsQuestion', {
  statistics: {
    type: () => classNamed('Statistics'),
    description:
      'Facts counted by topic, role, country, group, source or what else. For example exchanges by COUNTRY, or cooperations by GROUP of the scheme UN M49.',
    args: {
      filter: {
        type: () => classNamed('FactFilter'),
        nullable: true,
        description: 'Which facts; all when left out.',
      },
      by: { type: enumOf(dimension), description: 'By what they are counted.' },
      scheme: {
        type: () => String,
        nullable: true,
        description: 'For by: GROUP, the scheme of the groups, for example UN M49.',
      },
      on: {
        type: () => Day,
        nullable: true,
        description: 'For by: GROUP, the day on which membership counts; any membership when left out.',
      },
      first: { ...pageArgs.first, type: () => Int, description: `How many groups, from 1 to 100.` },
    },
    resolve,
  },
});
