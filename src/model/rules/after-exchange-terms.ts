import type { Certainty, Status } from '../values/certainty.js';
import type { Origin, PriorTies, Receivers, Sharing, Since } from '../values/after-exchange.js';
import type { LeftOutReason } from '../values/left-out.js';
import type { Modality } from '../values/modality.js';
import type { Order } from '../values/order.js';
import type { Stage } from '../values/stage.js';
import type { Grounds, Leg } from './independence.js';
import type { Event } from './order.js';

/** A fact as a leg of the question: its place in time and its evidence. */
export interface FactLeg extends Event {
  /** Orders legs: by date, then id. */
  readonly key: string;
  readonly certainty: Certainty;
  readonly status: Status;
  readonly documents: readonly string[];
  /** Whether only sources support it whose licence forbids passing on. */
  readonly withheld?: boolean;
  /** Values on which its sources contradict each other, in words; none when left out. */
  readonly conflicts?: readonly string[] | null;
  /** Paragraphs that support it, and those that hold them. */
  readonly paragraphs?: readonly string[];
  readonly evidence: Leg;
  readonly grounds: Grounds;
}

/** An exchange in which at least one country of the pair shared experience. */
export interface ExchangeLeg extends FactLeg {
  /** Roles that each country holds in its own capacity, by country id. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Its meeting and those that that one is part of, without series. */
  readonly meetings: readonly string[];
}

/** What a cooperation grew out of, and how surely. */
export interface RecordedOrigin {
  readonly id: string;
  readonly certainty: Certainty;
}

/** A cooperation of the pair. */
export interface CooperationLeg extends FactLeg {
  readonly stage: Stage | null;
  readonly modality: Modality;
  /** Its topics and all broader ones, at least those that are asked for. */
  readonly under: readonly string[];
  /** The exchanges and meetings that it grew out of, at least those that are weighed with it. */
  readonly origins: readonly RecordedOrigin[];
}

/** Two countries with all their exchanges on the topic and all their cooperations. */
export interface Candidate {
  /** Ids of the two countries, in order. */
  readonly pair: readonly [string, string];
  readonly exchanges: readonly ExchangeLeg[];
  readonly cooperations: readonly CooperationLeg[];
}

/** What is asked of an answer; see the arguments of the root field. */
export interface Demands {
  readonly topic: string;
  readonly sharing: Sharing;
  readonly receivers: Receivers;
  /** ANY, SAME (as `topic`), or a topic id; narrower ones count. */
  readonly cooperationTopic: string;
  readonly modalities: readonly Modality[];
  readonly cooperated: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly withinMonths: number | null;
  readonly since: Since;
  readonly priorTies: PriorTies;
  readonly order: readonly Order[];
  readonly origin: Origin;
  readonly stages: readonly Stage[];
  readonly minCertainty: {
    readonly exchange?: Certainty | undefined;
    readonly cooperation?: Certainty | undefined;
    readonly origin?: Certainty | undefined;
  };
  readonly independentOnly: boolean;
  readonly statuses: readonly Status[];
  readonly documents: readonly string[] | null;
  readonly paragraphs?: readonly string[] | null;
  readonly minDocuments: number;
  /** Whether facts that may not be passed on are left out; they stay when left out. */
  readonly mayBePassedOn?: boolean;
  /** Whether facts that are disputed or in conflict are left out; they stay when left out. */
  readonly uncontestedOnly?: boolean;
}

/** One way in which the pair meets the question. */
export interface Combination {
  /** The exchange, or the two exchanges in which each country shared. */
  readonly exchanges: readonly ExchangeLeg[];
  readonly cooperation: CooperationLeg;
  readonly order: Order;
  /** The origin that is recorded, when it is the exchange or its meeting. */
  readonly origin: RecordedOrigin | null;
  readonly sameTopic: boolean;
  readonly independent: boolean;
}

/** The pair's best combination with the others, or why there is none. */
export type Verdict =
  | {
      readonly answer: Combination;
      readonly alternatives: readonly Combination[];
      /** Cooperations that definitely started before the exchange. */
      readonly priorTies: readonly CooperationLeg[];
    }
  | { readonly leftOut: LeftOutReason };
