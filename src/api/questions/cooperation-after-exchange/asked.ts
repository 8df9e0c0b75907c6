import type { CandidateFilter } from '../../../graph/reads/after-exchange/candidates.js';
import type { Page } from '../../../graph/reads/page.js';
import { Topic } from '../../../model/entities/topic.js';
import { Meeting } from '../../../model/entities/meeting.js';
import { Fault } from '../../../model/faults.js';
import type { Demands } from '../../../model/rules/after-exchange-terms.js';
import type { Origin, PriorTies, Receivers, Sharing, Since } from '../../../model/values/after-exchange.js';
import { VISIBLE, type Certainty } from '../../../model/values/certainty.js';
import type { Identity } from '../../../model/values/identity.js';
import type { Modality } from '../../../model/values/modality.js';
import type { Order } from '../../../model/values/order.js';
import type { Stage } from '../../../model/values/stage.js';
import {
  daysAsked,
  evidenceAsked,
  groupingAsked,
  type EvidenceAsked,
  type GroupingAsked,
} from '../facts-asked.js';
import { idOfKind, listAsked } from '../ids.js';
import { pageAsked } from '../page-asked.js';

interface Days {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** The arguments as they arrive. */
export interface Given {
  readonly topic: string;
  readonly exact: boolean;
  readonly meeting?: string | null;
  readonly sharing: Sharing;
  readonly receivers: Receivers;
  readonly maxParties: number;
  readonly cooperationTopic: string;
  readonly modality: readonly Modality[];
  readonly grouping?: GroupingAsked | null;
  readonly exchanged?: Days | null;
  readonly cooperated?: Days | null;
  readonly withinMonths?: number | null;
  readonly since: Since;
  readonly priorTies: PriorTies;
  readonly order: readonly Order[];
  readonly origin: Origin;
  readonly stages: readonly Stage[];
  readonly identity?: Identity | null;
  readonly evidence?: EvidenceAsked | null;
  readonly minCertainty?:
    { readonly [leg in 'exchange' | 'cooperation' | 'origin']?: Certainty | null } | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The question, checked: which pairs to look at, what to ask of them, which page. */
export interface Question {
  readonly filter: CandidateFilter;
  readonly demands: Demands;
  readonly page: Page;
}

const FIELD = 'cooperationAfterExchange';
const CURSOR = /^[^|]+\|[^|]+\|country\/[^|]+\|country\/[^|]+$/;

function inRange(field: string, value: number, argument: string, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new Fault('BAD_USER_INPUT', `${field}(${argument}:) must be from ${least} to ${most}.`, {
    details: { argument, least, most },
  });
}

function ordersAsked(field: string, orders: readonly Order[]): readonly Order[] {
  const asked = listAsked(orders, 'order') ?? [];
  if (!asked.includes('NO')) return asked;
  throw new Fault(
    'BAD_USER_INPUT',
    `${field}(order:) takes DEFINITE, POSSIBLE or both; for pairs that cooperated before, see priorTies and leftOut.`,
    {
      details: { argument: 'order' },
    },
  );
}

/** Checks the arguments; a fault names the argument, the root field `field`, and what it takes. */
export function questionAsked(given: Given, field = FIELD): Question {
  const topic = idOfKind(given.topic, 'topic', Topic);
  const evidence = given.evidence ? evidenceAsked(given.evidence, 'evidence') : {};
  const modalities = listAsked(given.modality, 'modality') ?? [];
  const named = ['ANY', 'SAME'].includes(given.cooperationTopic);
  const least = (leg: 'exchange' | 'cooperation'): Certainty | undefined =>
    given.minCertainty?.[leg] ?? evidence.minCertainty;
  return {
    page: pageAsked(given, field, (key) => CURSOR.test(key)),
    filter: {
      topic,
      exact: given.exact,
      meeting: given.meeting ? idOfKind(given.meeting, 'meeting', Meeting) : null,
      sharing: given.sharing,
      maxParties: inRange(field, given.maxParties, 'maxParties', 2, 300),
      grouping: given.grouping ? groupingAsked(given.grouping, 'BOTH', 'grouping') : null,
      exchanged: given.exchanged ? daysAsked(given.exchanged, 'exchanged') : {},
      modalities,
      ...(given.identity === 'TOGETHER' ? { together: true } : {}),
    },
    demands: {
      topic,
      sharing: given.sharing,
      receivers: given.receivers,
      cooperationTopic: named
        ? given.cooperationTopic
        : idOfKind(given.cooperationTopic, 'cooperationTopic', Topic),
      modalities,
      cooperated: given.cooperated ? daysAsked(given.cooperated, 'cooperated') : {},
      withinMonths:
        given.withinMonths === null || given.withinMonths === undefined
          ? null
          : inRange(field, given.withinMonths, 'withinMonths', 0, 1200),
      since: given.since,
      priorTies: given.priorTies,
      order: ordersAsked(field, given.order),
      origin: given.origin,
      stages: listAsked(given.stages, 'stages') ?? [],
      minCertainty: {
        exchange: least('exchange'),
        cooperation: least('cooperation'),
        origin: given.minCertainty?.origin ?? undefined,
      },
      independentOnly: evidence.independentOnly ?? false,
      statuses: evidence.statuses ?? VISIBLE,
      documents: evidence.documents ?? null,
      paragraphs: evidence.paragraphs ?? null,
      minDocuments: evidence.minDocuments ?? 0,
      mayBePassedOn: evidence.mayBePassedOn ?? false,
    },
  };
}
