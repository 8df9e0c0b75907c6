import type { MatchFilter } from '../../src/graph/reads/matches/conditions.js';
import { matchScore, RELATIONS, weighedMatches } from '../../src/model/rules/matches.js';
import type { MatchReason, TopicRelation } from '../../src/model/values/matches.js';
import { standingOf } from '../../src/model/rules/standing.js';
import type { Stage } from '../../src/model/values/stage.js';
import type { Cells, World } from '../intake/world.js';
import { COUNTRIES, partyInRules, TOPICS, type RandomFact, type RandomWorld } from './random-world.js';
import { certaintyOf, named, rolesOf, workedTogether } from './reference.js';

/** A proposal and the positions on it, beside what a random world tells. */
export interface RandomProposal {
  readonly nature: 'ASK' | 'OFFER' | 'STATEMENT';
  readonly form: 'NEED' | 'CALL' | 'OFFER' | 'PROVISION';
  readonly topics: readonly string[];
  readonly positions: readonly { readonly actor: string; readonly act: string; readonly chair: boolean }[];
  /** Stage of a deed that grew out of it; null where there is none. */
  readonly deed: 'DONE' | 'PLANNED' | null;
}

const said = { source: 'document/chronicle', locator: '1' };
const idOf = (i: number): string => `proposal/p${String(i).padStart(2, '0')}`;
const positionId = (i: number, j: number): string => `position/p${i}-${j}`;

/** Rows that tell proposals, positions and deeds. */
export const proposalsTold = (proposals: readonly RandomProposal[]): World => ({
  'entities/proposals.csv': proposals.map(({ nature, form, topics }, i) => ({
    id: idOf(i),
    name: idOf(i),
    nature,
    proposalForm: form,
    topics: topics.join(' | '),
    ...said,
  })),
  'facts/positions.csv': proposals.flatMap(({ positions }, i) =>
    positions.map(({ actor, act, chair }, j): Cells => ({
      id: positionId(i, j),
      occasion: positionId(i, j),
      party: `${actor}:holder`,
      capacity: chair ? 'CHAIR' : 'OWN',
      positionAct: act,
      proposal: idOf(i),
      ...said,
    })),
  ),
  'facts/fundings.csv': proposals.flatMap(({ deed }, i): Cells[] =>
    deed === null
      ? []
      : [
          {
            id: `funding/p${i}`,
            occasion: `p${i}`,
            party: 'country/r12:funder',
            grewOutOf: idOf(i),
            stage: deed,
            ...said,
          },
        ],
  ),
});

/** One match in one line, the same for the reference and the product. */
export const matchLine = (one: {
  readonly need: string;
  readonly makers: readonly string[];
  readonly count: number;
  readonly candidates: readonly {
    readonly actor: string;
    readonly score: number;
    readonly reasons: readonly {
      readonly reason: string;
      readonly relation: string | null;
      readonly facts: readonly string[];
    }[];
  }[];
}): string =>
  `${one.need} of ${one.makers.join('+')} ${one.count}: ${one.candidates
    .map(
      ({ actor, score, reasons }) =>
        `${actor} ${score} ${reasons.map(({ reason, relation, facts }) => `${reason}/${relation ?? '-'}=${[...facts].sort().join('+')}`).join(' ')}`,
    )
    .join('; ')}`;

const above = (topic: string): string[] => [topic, ...(TOPICS[topic] ?? []).flatMap(above)];

function relationOf(topics: readonly string[], asked: string, broader: boolean): TopicRelation | null {
  if (topics.includes(asked)) return 'SAME';
  if (topics.some((one) => above(one).includes(asked))) return 'NARROWER';
  return broader && topics.some((one) => above(asked).includes(one)) ? 'BROADER' : null;
}

const closest = (relations: readonly (TopicRelation | null)[]): TopicRelation | null =>
  RELATIONS.find((one) => relations.includes(one)) ?? null;

/** The actors for whom somebody acted in its own capacity: countries, and agencies that act for none, with their roles. */
function actorsOf(
  parties: readonly { actor: string; role: string; capacity: string }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const party of parties) {
    if (party.capacity !== 'OWN') continue;
    const actor = partyInRules({ ...party, capacity: 'OWN' }).country ?? party.actor;
    found.set(actor, [...(found.get(actor) ?? []), party.role]);
  }
  return found;
}

interface Said {
  readonly actor: string;
  readonly reason: MatchReason;
  readonly relation: TopicRelation | null;
  readonly fact: string;
}

/** Every need held against every offer and every fact: what the question means, and nothing clever. */
export function matchesByHand(
  world: RandomWorld,
  proposals: readonly RandomProposal[],
  filter: MatchFilter,
): string[] {
  const counts = (fact: RandomFact): boolean =>
    (filter.facts.evidence?.minCertainty !== 'STATED' || certaintyOf(fact) === 'STATED') &&
    (fact.id.startsWith('exchange/') ||
      filter.stages === null ||
      filter.stages.includes((fact.stage ?? 'UNKNOWN') as Stage));
  const facts = [...world.exchanges, ...world.cooperations].filter(counts);
  const holders = (i: number, acts: readonly string[]): [string, string][] =>
    (proposals[i]?.positions ?? []).flatMap(({ actor, act, chair }, j) =>
      acts.includes(act)
        ? [...actorsOf([{ actor, role: 'holder', capacity: chair ? 'CHAIR' : 'OWN' }]).keys()].map(
            (one): [string, string] => [one, positionId(i, j)],
          )
        : [],
    );
  const isNeed = ({ nature, form, topics, deed, positions }: RandomProposal): boolean =>
    (nature === 'ASK' || form === 'NEED') &&
    filter.forms.includes(form) &&
    (filter.topic === null || topics.some((one) => above(one).includes(filter.topic ?? ''))) &&
    filter.standing.includes(standingOf(deed === null ? [] : [deed])) &&
    (filter.country === null ||
      positions.some(
        ({ actor, act }) =>
          ['MAKES', 'REPEATS', 'REQUESTS'].includes(act) &&
          (actor === filter.country ||
            partyInRules({ actor, role: '', capacity: 'OWN' }).country === filter.country),
      ));
  return proposals.flatMap((need, i) => {
    if (!isNeed(need)) return [];
    const makers = [...new Set(holders(i, ['MAKES', 'REPEATS', 'REQUESTS']).map(([actor]) => actor))].sort();
    const said: Said[] = [];
    const note = (actor: string, reason: MatchReason, topics: readonly string[], fact: string): void => {
      const relation = closest(need.topics.map((asked) => relationOf(topics, asked, filter.broader)));
      if (relation !== null && !makers.includes(actor)) said.push({ actor, reason, relation, fact });
    };
    proposals.forEach((offer, j) => {
      if (offer.nature !== 'OFFER') return;
      for (const [actor, fact] of holders(j, ['MAKES', 'REPEATS']))
        note(actor, 'OFFERED', offer.topics, fact);
    });
    for (const fact of facts) {
      for (const [actor, roles] of actorsOf(fact.parties)) {
        if (roles.includes('provider')) note(actor, 'PROVIDED', fact.topics, fact.id);
        if (roles.some((role) => ['partner', 'participant'].includes(role)))
          note(actor, 'EXPERIENCED', fact.topics, fact.id);
      }
    }
    const actors = [...new Set(said.map(({ actor }) => actor))].filter(
      (actor) => filter.candidate === null || actor === filter.candidate,
    );
    const candidates = actors.map((actor) => {
      const ties = facts.filter((fact) =>
        makers.some((maker) => tiedBy(fact, maker, actor, filter.maxParties)),
      );
      const own = [
        ...said.filter((one) => one.actor === actor),
        ...ties.map(({ id }): Said => ({ actor, reason: 'PAST_TIE', relation: null, fact: id })),
      ];
      const distinct = [...new Map(own.map((one) => [`${one.reason} ${one.relation}`, one])).values()];
      const reasons = weighedMatches(distinct, filter.weights);
      return {
        actor,
        score: matchScore(reasons),
        reasons: reasons.map(({ reason, relation }) => ({
          reason,
          relation,
          facts: own
            .filter((one) => one.reason === reason && one.relation === relation)
            .map(({ fact }) => fact),
        })),
      };
    });
    candidates.sort((a, b) => b.score - a.score || (a.actor < b.actor ? -1 : 1));
    return [
      matchLine({
        need: idOf(i),
        makers,
        count: candidates.length,
        candidates: candidates.slice(0, filter.most),
      }),
    ];
  });
}

function tiedBy(fact: RandomFact, a: string, b: string, maxParties: number): boolean {
  if (a === b || ![a, b].every((one) => COUNTRIES.includes(one) && rolesOf(fact, one).length > 0))
    return false;
  if (fact.id.startsWith('cooperation/')) return workedTogether(fact, [a, b].sort());
  return (
    named(fact) <= maxParties &&
    ![a, b].every((one) => rolesOf(fact, one).every((role) => role === 'receiver'))
  );
}
