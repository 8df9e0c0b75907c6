import type { Absence, ChainLetter, StepOrder, Together } from '../../values/chain.js';
import type { LeftOutReason } from '../../values/left-out.js';
import type { Order } from '../../values/order.js';
import type { Leg } from '../independence.js';
import type { Outcome } from '../order.js';

/** A fact as a step of a chain sees it: its place in time, who is a party, what it rests on. */
export interface ChainFact extends Outcome {
  readonly kind: string;
  /** Orders facts: by date, then id. */
  readonly key: string;
  /** Roles of each country that is a party in its own capacity, itself or through national agencies, by country id. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** The two countries of a bilateral cooperation; null for any other fact. */
  readonly pair: readonly string[] | null;
  /** Its meeting and those that that one is part of, without series. */
  readonly meetings: readonly string[];
  readonly initiatives: readonly string[];
  readonly evidence: Leg;
}

/** A country of a step: its letter, and what is asked of it; null asks nothing. */
export interface StepParty {
  readonly letter: ChainLetter;
  readonly roles: readonly string[] | null;
  /** Ids of countries, one of which it must be. */
  readonly countries: readonly string[] | null;
}

/** One step: whose it is, what ties them, and how it stands to the present step before it. */
export interface ChainStep {
  readonly who: readonly StepParty[];
  readonly together: Together;
  readonly order: StepOrder;
  readonly withinMonths: number | null;
  readonly absent: boolean;
}

/** What is asked of a chain beside the facts of its steps. */
export interface ChainDemands {
  readonly steps: readonly ChainStep[];
  readonly maxParties: number;
  /** Orders, over all steps, that count. */
  readonly order: readonly Order[];
  readonly independentOnly: boolean;
}

/** Country ids in the order of the letters of a chain: of A first, where A is the first letter named. */
export type Binding = readonly string[];

/** One way in which a step is met: a fact, or two that a meeting or initiative ties. */
export interface Instance {
  readonly key: string;
  readonly facts: readonly ChainFact[];
}

/** Whether nothing being recorded for these countries means that there was nothing of the kinds of a step. */
export type Covered = (step: number, countries: readonly string[]) => boolean;

/** How one step of an answer is met. */
export interface StepFound {
  /** The facts that meet it, or, for an absent step, those that leave its absence open. */
  readonly facts: readonly ChainFact[];
  /** Order after the present step before; null for the first step, one at any time, and an absent one. */
  readonly order: Order | null;
  /** Null for a present step. */
  readonly absence: Absence | null;
}

/** The best way in which countries meet a chain. */
export interface ChainFound {
  readonly steps: readonly StepFound[];
  /** DEFINITE only where every link is and every absence is NONE. */
  readonly order: Order;
  readonly independent: boolean;
}

/** The answer for some countries, or why they are none. */
export type ChainVerdict = { readonly answer: ChainFound } | { readonly leftOut: LeftOutReason };
