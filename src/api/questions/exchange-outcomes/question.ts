import type { GraphQLResolveInfo } from 'graphql';
import {
  exchangeOutcomes,
  type ExchangeOutcomes,
  type GroupRow,
  type OutcomeProjection,
} from '../../../graph/reads/exchange-outcomes/answer.js';
import { Country } from '../../../model/entities/country.js';
import { Meeting } from '../../../model/entities/meeting.js';
import { Topic } from '../../../model/entities/topic.js';
import { Exchange } from '../../../model/facts/exchange.js';
import { outcomesBy, type OutcomesBy } from '../../../model/values/exchange-outcomes.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { ARGUMENTS } from '../cooperation-after-exchange/arguments.js';
import { questionAsked, type Given } from '../cooperation-after-exchange/asked.js';
import { cursorOf } from '../cursor.js';
import './types.js';
import { emptyBecause, noneInWords, readingOf } from './words.js';

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

function projectionsOf(info: GraphQLResolveInfo, by: OutcomesBy): OutcomeProjection {
  const asked = (paths: readonly (readonly string[])[]): boolean =>
    paths.some((path) => nodesAt(info, path).length > 0);
  const exchanges = below(['exchange'], ['otherExchange']);
  const group = [['groups', by === 'TOPIC' ? 'topic' : 'meeting']];
  const told = (field: string): string[][] => [
    ['all', field],
    ['groups', field],
  ];
  return {
    counts: asked([['all'], ['totalCount']]),
    groups: asked([['groups']]),
    rows: asked([...CONNECTION, ['pageInfo']]),
    leftOut: asked([['leftOut'], ['emptyBecause']]),
    cover: asked([...below(['covered'], ['inWords']), ...told('notCovered'), ...told('inWords')]),
    because: asked(below(['because'], ['inWords'])),
    country: projectionOf(info, [Country], below(['countries'])),
    exchange: asked(exchanges) ? projectionOf(info, [Exchange], exchanges) : null,
    group:
      by !== 'YEAR' && asked(group) ? projectionOf(info, [by === 'TOPIC' ? Topic : Meeting], group) : null,
  };
}

const groupFields = ({ key, row, ...counts }: GroupRow, by: OutcomesBy): object => ({
  ...counts,
  meeting: by === 'MEETING' ? row : null,
  topic: by === 'TOPIC' ? row : null,
  year: by === 'YEAR' && key !== '' ? Number(key) : null,
});

const noneFields = (row: ExchangeOutcomes['none'][number]): object => ({
  countries: row.countries,
  exchange: row.exchanges[0],
  otherExchange: row.exchanges[1] ?? null,
  covered: row.covered,
  because: row.because,
  inWords: noneInWords(row),
});

async function resolve(
  _root: undefined,
  { by: given, ...rest }: Given & { readonly by?: OutcomesBy | null },
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const by = given ?? 'MEETING';
  const question = questionAsked(rest, 'exchangeOutcomes');
  const { filter, demands, page } = question;
  const found = await exchangeOutcomes(door, asking, filter, demands, by, page, projectionsOf(info, by));
  const edges = found.none.map((row) => ({ cursor: cursorOf(row.key), node: noneFields(row) }));
  return {
    all: found.all,
    by,
    groups: found.groups.map((group) => groupFields(group, by)),
    ...pageOf(edges, found.hasNext, page.after, found.end),
    totalCount: found.all && { count: found.all.noneRecorded, more: found.stopped },
    reading: readingOf(question, by, found.topicName),
    graphVersion: found.version,
    leftOut: found.leftOut,
    emptyBecause: found.empty ? emptyBecause(found) : null,
  };
}

/** What came of shared experience: the question that the graph is known by, as counts. */
export const ExchangeOutcomesQuestion = questionsClass('ExchangeOutcomesQuestion', {
  exchangeOutcomes: {
    type: () => classNamed('ExchangeOutcomesConnection'),
    description:
      'Of the pairs of countries that shared experience on a topic, how many have since cooperated, definitely or possibly, and of how many none is recorded: over all, and by meeting, topic or year. The arguments are those of cooperationAfterExchange. For example topic/patents by YEAR.',
    args: {
      by: {
        type: enumOf(outcomesBy),
        defaultValue: 'MEETING',
        description: 'By what the counts are grouped.',
      },
      ...ARGUMENTS,
    },
    resolve,
  },
});
