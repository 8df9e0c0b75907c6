import type { GraphQLResolveInfo } from 'graphql';
import { priorPartners } from '../../../graph/reads/prior-partners/partners.js';
import type { PartnerProjection, PartnerRow } from '../../../graph/reads/prior-partners/rows.js';
import { Agency } from '../../../model/entities/agency.js';
import { Country } from '../../../model/entities/country.js';
import { absent } from '../../../model/faults.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import { PARTNER_WEIGHTS, partnerReason, type PartnerWeights } from '../../../model/values/partners.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { nodesAt } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { partnersAsked, type Given } from './asked.js';
import './types.js';
import { emptyBecause, partnerInWords, readingOf } from './words.js';

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

const projectionsOf = (info: GraphQLResolveInfo): PartnerProjection => ({
  country: projectionOf(info, [Country], below(['country'], ['through', 'country'])),
  agency: projectionOf(info, [Agency], below(['contacts'])),
  fact: projectionOf(
    info,
    FACT_KINDS,
    below(['reasons', 'facts'], ['through', 'factsWithAsked'], ['through', 'factsWithPartner']),
  ),
});

const ORDER = Object.keys(partnerReason.values);

const partnerFields = (row: PartnerRow, weights: PartnerWeights, asked: string | null): object => {
  const reasons = row.reasons
    .map((one) => ({ ...one, weight: weights[one.reason] }))
    .sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
  return {
    ...row,
    reasons,
    through: row.through.map(({ country, withAsked, withPartner }) => ({
      country,
      factsWithAsked: withAsked,
      factsWithPartner: withPartner,
    })),
    inWords: partnerInWords({ ...row, reasons }, asked),
  };
};

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = partnersAsked(given, PARTNER_WEIGHTS);
  const survey = nodesAt(info, ['leftOut']).length > 0;
  const found = await priorPartners(door, asking, filter, page, survey, projectionsOf(info));
  if (found.topicName === null) throw absent('topic', filter.topic, 'topics');
  if (filter.country !== null && found.countryName === null)
    throw absent('country', filter.country, 'countries');
  const edges = found.partners.map((row) => ({
    cursor: cursorOf(row.key),
    node: partnerFields(row, filter.weights, found.countryName),
  }));
  return {
    ...pageOf(edges, found.hasNext, page.after),
    reading: readingOf(filter, found),
    graphVersion: found.version,
    totalCount: { count: found.total, more: false },
    directCount: found.direct,
    recentFrom: found.recentFrom,
    leftOut: found.leftOut,
    emptyBecause: edges.length === 0 ? emptyBecause(page.after !== null, found) : null,
  };
}

/** Who has worked with whom on a topic, with reasons. */
export const PriorPartnersQuestion = questionsClass('PriorPartnersQuestion', {
  priorPartners: {
    type: () => classNamed('PriorPartnerConnection'),
    description:
      'Who has worked with a country, or with any, on a topic: sorted by stated reasons, each with its facts, and who is two steps away. For example with country/egy on topic/patents.',
    args: ARGUMENTS,
    resolve,
  },
});
