import type { GraphQLResolveInfo } from 'graphql';
import {
  DEEDS,
  proposalTrails,
  type Trail,
  type TrailProjection,
} from '../../../graph/reads/proposal-trail/trails.js';
import { kindsAt } from '../../../graph/reads/projection.js';
import { Proposal } from '../../../model/entities/proposal.js';
import { DocumentAct } from '../../../model/facts/document-act.js';
import { Position } from '../../../model/facts/position.js';
import { Succession } from '../../../model/facts/succession.js';
import { absent } from '../../../model/faults.js';
import { standingInWords, standingOf } from '../../../model/rules/standing.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { countingOf } from '../../selection.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { cursorOf } from '../cursor.js';
import { ARGUMENTS } from './arguments.js';
import { trailAsked, type Given } from './asked.js';
import { STEPS } from './types.js';
import { emptyBecause, readingOf, trailInWords } from './words.js';

const below = (...fields: string[][]): string[][] =>
  CONNECTION.flatMap((row) => fields.map((field) => [...row, ...field]));

function projectionsOf(info: GraphQLResolveInfo): TrailProjection {
  const actors = kindsAt(['Country', 'Agency', 'Group']);
  return {
    proposal: projectionOf(info, [Proposal], below(['proposal'])),
    addressee: projectionOf(info, actors, below(['addressees', 'actor'])),
    position: projectionOf(info, [Position], below(...Object.keys(STEPS).map((field) => [field]))),
    deed: projectionOf(info, DEEDS, below(['deeds'], ['actedOn'], ['delivered'])),
    endorsement: projectionOf(info, [DocumentAct], below(['endorsed'])),
    succession: projectionOf(info, [Succession], below(['predecessors'], ['successors'])),
  };
}

function trailFields(trail: Trail, version: number): object {
  const { positions, deeds, endorsements, ...rest } = trail;
  const standing = standingOf(deeds.map(({ what }) => what));
  const reached = (...standings: string[]): object[] =>
    deeds.filter(({ what }) => standings.includes(standingOf([what]))).map(({ node }) => node);
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(STEPS).map(([field, [act]]) => [
        field,
        positions.filter(({ what }) => what === act).map(({ node }) => node),
      ]),
    ),
    endorsed: endorsements,
    deeds: deeds.map(({ node }) => node),
    actedOn: reached('ACTED_ON', 'DELIVERED'),
    delivered: reached('DELIVERED'),
    standing,
    standingInWords: standingInWords(standing, version),
    inWords: trailInWords(trail, version),
  };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const { filter, page } = trailAsked(given);
  const found = await proposalTrails(door, asking, filter, page, countingOf(info), projectionsOf(info));
  const { rows, hasNext, total } = found.page;
  const edges = rows.flatMap(({ key }) => {
    const trail = found.trails.get(key);
    return trail ? [{ cursor: cursorOf(key), node: trailFields(trail, found.version) }] : [];
  });
  if (!found.known) throw absent('proposal', filter.proposal ?? 'proposal', 'proposals');
  return {
    ...pageOf(edges, hasNext, page.after),
    reading: readingOf(filter),
    graphVersion: found.version,
    totalCount: total,
    emptyBecause: edges.length === 0 ? emptyBecause(page.after !== null) : null,
  };
}

/** What became of proposals. */
export const ProposalTrailQuestion = questionsClass('ProposalTrailQuestion', {
  proposalTrail: {
    type: () => classNamed('ProposalTrailConnection'),
    description:
      'What became of one proposal, or of all that match: who made it, where and for whom, who repeated, supported or took it up, and what deeds grew out of it. For example those made at meeting/cairo-2013 and addressed to exactly agency/wipo.',
    args: ARGUMENTS,
    resolve,
  },
});
