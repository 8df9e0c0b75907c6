import type { GraphQLResolveInfo } from 'graphql';
import { refuseUnknownRegions, tieFacts, type TieFacts } from '../../../graph/reads/ties/tie-facts.js';
import { Country } from '../../../model/entities/country.js';
import { linked, tiesOfFact, type Linked } from '../../../model/rules/links.js';
import { sharedInitiatives, type SharedBy } from '../../../model/rules/shared-initiatives.js';
import {
  countsOf,
  headingsOf,
  heaviestFirst,
  type Link,
  type TieSum,
} from '../../../model/rules/tie-sums.js';
import type { LeftOut } from '../../../model/values/left-out.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { tiesAsked, type Given, type TiesAsked } from './asked.js';
import { GROUPS_MOST } from './bounds.js';
import { countRow, type CountRow } from './count-fields.js';
import { tieRow, weightSum } from './rows.js';
import { partsAsked, toldBeside } from './selected.js';
import './types.js';
import { emptyBecause, readingOf } from './words.js';

const NONE = { TOPIC: 'no topic', YEAR: 'date unknown', MODALITY: 'no cooperation', REGION: 'no region' };

const below = (field: string): string[][] => CONNECTION.map((row) => [...row, field]);

const keyOf = ({ weight, a, b }: TieSum): string => `${weight}|${a}|${b}`;

/** Whether a tie stands after the one that a cursor names. */
function isAfter(sum: TieSum, after: string | null): boolean {
  if (after === null) return true;
  const [weight = '', a = '', b = ''] = after.split('|');
  return heaviestFirst({ a, b, weight: Number(weight) }, sum) < 0;
}

/** Counts of links under the asked headings; years in their order, the unknown last. */
function groupsOf(links: readonly Link[], { by, mode }: TiesAsked, { cards, regions }: TieFacts): CountRow[] {
  if (by === null) return [];
  const counts = countsOf(links, mode, headingsOf(by, regions));
  if (by === 'YEAR') counts.sort((x, y) => ((x.key ?? '~') < (y.key ?? '~') ? -1 : 1));
  return counts.map((count) => countRow(count, cards, NONE[by]));
}

/** The ties whose countries stand in one initiative as asked, and how many others there are. */
function sharing(asked: TiesAsked, { shared }: TieFacts, found: Linked): Linked & { readonly by: SharedBy } {
  const by = sharedInitiatives(shared);
  if (asked.shared === null) return { ...found, by };
  const sums = found.sums.filter(({ a, b }) => by(a, b).length > 0);
  const count = found.sums.length - sums.length;
  const none: LeftOut[] = count > 0 ? [{ reason: 'NO_SHARED_INITIATIVE', count }] : [];
  return { ...found, sums, leftOut: [...found.leftOut, ...none], by };
}

function answerOf(asked: TiesAsked, read: TieFacts, found: Linked): object {
  const { page } = asked;
  const { sums, tied, leftOut, by } = sharing(asked, read, found);
  const rest = sums.filter((sum) => isAfter(sum, page.after));
  const shown = rest.slice(0, page.first);
  const groups = groupsOf(sums, asked, read);
  const edges = shown.map((sum) => ({
    cursor: cursorOf(keyOf(sum)),
    node: {
      countries: [sum.a, sum.b].flatMap((id) => read.cards.get(id) ?? []),
      ...tieRow(sum, asked.mode, read.cards),
      groups: groupsOf([sum], asked, read),
      shared: by(sum.a, sum.b),
    },
  }));
  const onPage = new Set(shown);
  const cut = groups.length - GROUPS_MOST;
  return {
    ...pageOf(edges, rest.length > shown.length, page.after),
    totalCount: { count: sums.length, more: false },
    other: sums.filter((sum) => !onPage.has(sum)),
    groups: groups.slice(0, GROUPS_MOST),
    facts: read.matched,
    tied,
    weight: weightSum(sums),
    leftOut: cut > 0 ? [...leftOut, { reason: 'HEADINGS_BEYOND_CAP', count: cut }] : leftOut,
    reading: readingOf(asked),
    graphVersion: read.version,
    emptyBecause: sums.length === 0 ? emptyBecause(leftOut, read.matched) : null,
  };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const asked = tiesAsked(given);
  const { filter, demands, mode, by, regions, shared } = asked;
  const read = await tieFacts(
    door,
    asking,
    {
      filter,
      kinds: demands.kinds,
      parts: partsAsked(info, CONNECTION, mode, by),
      ...toldBeside(info),
      regions,
      shared,
      with: null,
    },
    projectionOf(info, [Country], below('countries')),
  );
  refuseUnknownRegions(regions, read.cards);
  return answerOf(
    asked,
    read,
    linked(read, (fact) => tiesOfFact(fact, demands, mode), mode),
  );
}

/** Which countries are tied, by what, and how strongly. */
export const TiesQuestion = questionsClass('TiesQuestion', {
  ties: {
    type: () => classNamed('TieConnection'),
    description:
      'Pairs of countries that facts tie, with counts, topics, first and last date; by topic, year, form of cooperation or region; also those named together, or in the same initiatives. For example ties(filter: {topics: {ids: ["topic/patents"]}}, by: YEAR).',
    args: ARGUMENTS,
    resolve,
  },
});
