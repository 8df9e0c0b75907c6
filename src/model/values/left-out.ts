import { enumeration, type ValueOf } from './enumeration.js';

/** Why something is not among the answers: one list for all questions, so that a client reads them alike. */
export const leftOutReason = enumeration('LeftOutReason', 'Why something is not among the answers.', {
  EXCHANGE_TOO_LARGE: 'Exchanges with more named countries than maxParties.',
  ONLY_RECEIVED: 'Pairs that both only received experience.',
  EXCHANGE_BELOW_CERTAINTY: 'Pairs whose exchange is less sure than asked.',
  OTHER_MODALITY: 'Pairs that cooperated only in another form than asked, for example triangularly.',
  OTHER_STAGE: 'Pairs whose cooperation was only planned or agreed, or not in a stage asked for.',
  OTHER_TOPIC: 'Pairs that cooperated on other topics than asked.',
  OTHER_DATE: 'Pairs whose cooperation lies outside the asked dates.',
  COOPERATION_BELOW_CERTAINTY: 'Pairs whose cooperation is less sure than asked.',
  EVIDENCE: 'Pairs whose evidence does not meet the evidence filter.',
  COOPERATED_BEFORE: 'Pairs whose cooperation did not start, or was not active, after the exchange.',
  ORDER_NOT_ASKED: 'Pairs in an order, definite or possible, that was not asked for.',
  AFTER_WINDOW: 'Pairs that cooperated definitely later than withinMonths after the exchange.',
  NO_RECORDED_ORIGIN: 'Pairs for which no source says that the cooperation grew out of the exchange.',
  ORIGIN_BELOW_CERTAINTY: 'Pairs whose recorded origin is less sure than asked.',
  NOT_INDEPENDENT: 'Pairs one leg of which is only inferred from the other.',
  UNDATED: 'Facts without any known date, which lie in no range of days.',
  HELD_POSSIBLY: 'Facts that held in the asked days possibly, not surely.',
  SEARCH_MATCHES: 'Matches beyond the first 10,000 of one field or index of a search, which were not ranked.',
  PRIOR_TIES: 'Pairs that had cooperated before the exchange.',
  STAGE_NOT_COUNTED: 'Cooperations only planned, agreed or given up, or in a stage not asked for.',
  INITIATIVE_TOO_LARGE: 'Initiatives in which more countries have a part than maxParties.',
  NOT_A_COUNTRY:
    'Parties to the cooperations that are neither countries nor national agencies, such as United Nations bodies.',
  KIND_MAKES_NO_TIE: 'Facts of a kind that makes no tie here; see tieKinds.',
  FACT_NOT_CARRIED_OUT:
    'Facts only planned or agreed, or given up: they make no tie unless their stage is asked for.',
  FACT_TOO_LARGE: 'Facts with more named countries than maxParties.',
  FACT_OF_ONE_COUNTRY: 'Facts in which fewer than two countries took part for themselves.',
  FACT_ONLY_RECEIVED: 'Facts whose countries all only received experience.',
  FACT_WITHOUT_INITIATIVE: 'Facts that name no initiative, where initiatives are counted.',
  TOO_MANY_PARTIES:
    'Facts, and meetings or initiatives, with more named countries than maxParties: they tie nobody in a chain.',
  STEPS_OUT_OF_ORDER: 'Countries that meet every step, but definitely not in this order.',
  STEPS_AFTER_WINDOW: 'Countries whose steps lie definitely further apart than withinMonths.',
  STEP_NOT_ABSENT: 'Countries for which a step that must be absent is recorded.',
  STEPS_ORDER_NOT_ASKED:
    'Countries whose steps are in an order, definite or possible, that was not asked for.',
  STEPS_NOT_INDEPENDENT: 'Countries one step of which is only inferred from another.',
  TOO_MANY_COMBINATIONS:
    'Countries with more combinations of facts than are weighed; none of those that were is an answer.',
  COUNT_STOPPED:
    'Groups of countries looked at when counting stopped: later ones are found by paging, but are in no count.',
  EXCHANGE_NOT_REACHED:
    'Exchanges not gone through to the end, since the pairs of one question are bounded; ask for fewer days, a meeting or a narrower topic.',
  COOPERATION_NOT_REACHED:
    'Pairs with more exchanges or cooperations than are looked at, where those that are do not decide: they are neither counted nor listed.',
  GROUP_NOT_SHOWN: 'Groups beyond the most that are shown; their pairs are in the totals.',
  NO_SHARED_INITIATIVE:
    'Pairs that facts tie, whose two countries do not stand in one initiative as sharedInitiatives asks.',
  FACT_OF_NO_COUNTRY: 'Facts in which no country took part for itself.',
  FACT_WITHOUT_OTHER_END: 'Facts that name nothing of what countries are linked with here.',
  HEADINGS_BEYOND_CAP: 'Headings of `groups` beyond those shown, the lightest.',
  NODES_BEYOND_STEPS: 'Nodes farther from the focus than the asked steps.',
  NODES_BEYOND_CAP: 'Nodes beyond the asked number, the lightest.',
  EDGES_BEYOND_CAP: 'Edges between shown nodes beyond the asked number, the lightest.',
  HUB_NOT_PASSED:
    'Entities next to an end with more facts than maxHubDegree, through which no path was looked for; see throughHubs.',
  OTHER_STANDING: 'Needs of another standing than asked, for example acted on already.',
  BATCHES_NOT_RECORDED:
    'Batches applied before the graph recorded what each batch changes; what they did is in the graph, but in no list of changes.',
  FACTS_BEYOND_NEWEST: 'Facts of the entity older than the newest 2,000, which are looked at.',
  FACTS_NOT_WEIGHED:
    'Needs on whose topics more facts of one kind are recorded than the newest 500, which are weighed.',
});
/** One reason. */
export type LeftOutReason = ValueOf<typeof leftOutReason>;

/** Something that is not among the answers, and how many. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
}

/** For example "2: Pairs that both only received experience." */
export const leftOutInWords = ({ reason, count }: LeftOut): string =>
  `${count}: ${leftOutReason.values[reason]}`;
