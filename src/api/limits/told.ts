import { NEIGHBOUR_FACTS_MOST, NEIGHBOURS_OF_MOST } from '../../graph/reads/neighbours/neighbours.js';
import { PAIRS_WALKED_MOST, SURVEYED_STEPS_MOST } from '../../graph/reads/after-exchange/answers.js';
import { LEGS_MOST } from '../../graph/reads/after-exchange/gather.js';
import { SURVEYED_PAIRS_MOST } from '../../graph/reads/after-exchange/pairs.js';
import { CHAIN_FACTS_MOST } from '../../graph/reads/chain/statement.js';
import { WEIGHED_MOST } from '../../graph/reads/chain/answers.js';
import { OUTCOME_GROUPS_MOST, OUTCOME_PAIR_STEPS_MOST } from '../../graph/reads/exchange-outcomes/answer.js';
import { OUTCOME_COOPERATIONS_MOST, OUTCOME_STEPS_MOST } from '../../graph/reads/exchange-outcomes/looks.js';
import { OUTCOME_EXCHANGES_MOST } from '../../graph/reads/exchange-outcomes/reading.js';
import { FACTS_WEIGHED } from '../../graph/reads/matches/conditions.js';
import { FACTS_SHOWN as MATCH_FACTS_SHOWN } from '../../graph/reads/matches/rows.js';
import { TOTAL_BOUND } from '../../graph/reads/page.js';
import { FACTS_SHOWN as PATH_FACTS_SHOWN } from '../../graph/reads/paths/rows.js';
import { CONTACTS_SHOWN, FACTS_SHOWN, THROUGH_SHOWN } from '../../graph/reads/prior-partners/rows.js';
import { RANKED_MOST } from '../../graph/reads/search/looks.js';
import { TIE_FACTS_MOST } from '../../graph/reads/ties/tie-facts.js';
import { EDGES, FOCUS_STEPS_MOST, NODES } from '../questions/network/arguments.js';
import { TEXT_MOST } from '../questions/search/arguments.js';
import { PARTIES_MOST } from '../questions/ties/arguments.js';
import { FACTS_OF_TIE, GROUPS_MOST, INITIATIVES_OF_TIE, TOPICS_OF_TIE } from '../questions/ties/bounds.js';
import { PAGE_DEFAULT, PAGE_MOST } from '../types/page-args.js';
import { SHUFFLED_FACTS_MOST } from '../../model/rules/chain/baseline.js';
import { TRIED_MOST } from '../../model/rules/chain/weigh.js';
import { PAIR_STEPS_MOST } from '../../model/rules/after-exchange.js';
import { STEPS_MOST } from '../questions/chain/arguments.js';
import { STEPS_MOST as PATH_STEPS_MOST } from '../../model/values/paths.js';
import { CANDIDATES_MOST } from '../questions/matches/arguments.js';
import { LIMITS } from './figures.js';

/** One limit as the schema and the README tell it. */
export interface ToldLimit {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  /** The first column of the README's table. */
  readonly meaning: string;
}

const told = (name: string, figure: number, unit: string, meaning: string): ToldLimit => ({
  name,
  figure,
  unit,
  meaning,
});

/** Every figure that bounds a question; a new one is one more line here and one in the README. */
export const TOLD_LIMITS: readonly ToldLimit[] = [
  told('tokens', LIMITS.tokens, 'tokens', 'tokens of a document'),
  told('depth', LIMITS.depth, 'levels', 'levels of a document'),
  told(
    'cost',
    LIMITS.cost,
    'fields',
    'cost of a request (fields that the answer may hold, and 50 for each root field)',
  ),
  told('selections', LIMITS.selections, 'fields', 'fields after fragments are spread'),
  told('variables', LIMITS.variables, 'variables', 'variables of a request'),
  told('listEntries', LIMITS.listEntries, 'entries', 'entries of a list in an argument or a variable'),
  told('bodyBytes', LIMITS.bodyBytes, 'bytes', 'bytes of a request body'),
  told('requestMilliseconds', LIMITS.requestMilliseconds, 'milliseconds', 'milliseconds of a request'),
  told('addressBytes', LIMITS.addressBytes, 'bytes', 'bytes of an address under `/q/`, parameters included'),
  told('fileRows', LIMITS.fileRows, 'rows', 'rows of one file under `/q/` (evidence: of the same rows)'),
  told(
    'fileMilliseconds',
    LIMITS.fileMilliseconds,
    'milliseconds',
    'milliseconds in which such a file must be made',
  ),
  told('periods', LIMITS.periods, 'periods', 'periods of one `timeline`'),
  told('errors', LIMITS.errors, 'errors', 'errors listed for one request'),
  told('pageRows', PAGE_MOST, 'rows', 'rows of one page (`first`)'),
  told('pageRowsUnlessAsked', PAGE_DEFAULT, 'rows', 'rows of one page when `first` is left out'),
  told('totalCounted', TOTAL_BOUND, 'rows', 'total counted unless `exact: true`'),
  told('searchText', TEXT_MOST, 'characters', 'characters of a search'),
  told('searchRanked', RANKED_MOST, 'matches', 'matches of a search that are ranked'),
  told('chainSteps', STEPS_MOST, 'steps', 'steps of a `chain`'),
  told('chainFacts', CHAIN_FACTS_MOST, 'facts', 'facts that one `chain` reads, over all its steps'),
  told('chainWeighed', WEIGHED_MOST, 'groups', 'groups of countries that one page of a `chain` weighs'),
  told('chainShuffled', SHUFFLED_FACTS_MOST, 'facts', 'facts of a `chain` with `baseline`'),
  told(
    'chainCombinations',
    TRIED_MOST,
    'steps',
    'steps of combinations that a `chain` tries for one group of countries and one order',
  ),
  told('pairLegs', LEGS_MOST, 'facts', 'exchanges and cooperations of one pair that are weighed'),
  told(
    'pairSteps',
    PAIR_STEPS_MOST,
    'steps',
    'steps of weighing one pair: combinations, and prior ties of each',
  ),
  told(
    'pairsWalked',
    PAIRS_WALKED_MOST,
    'pairs',
    'pairs that one page of `cooperationAfterExchange` looks at',
  ),
  told(
    'pairsCounted',
    SURVEYED_PAIRS_MOST,
    'pairs',
    'pairs that `totalCount`, `leftOut` and `sensitivity` count',
  ),
  told('pairsCountedSteps', SURVEYED_STEPS_MOST, 'steps', 'steps of weighing over all these pairs'),
  told('outcomeExchanges', OUTCOME_EXCHANGES_MOST, 'facts', 'exchanges that `exchangeOutcomes` reads'),
  told(
    'outcomeCooperations',
    OUTCOME_COOPERATIONS_MOST,
    'facts',
    'cooperations of one pair that `exchangeOutcomes` looks at',
  ),
  told(
    'outcomePairSteps',
    OUTCOME_PAIR_STEPS_MOST,
    'steps',
    'steps of forming pairs in `exchangeOutcomes`: pairs met, ways in which they shared',
  ),
  told('outcomeSteps', OUTCOME_STEPS_MOST, 'steps', 'steps of weighing pairs in `exchangeOutcomes`'),
  told('outcomeGroups', OUTCOME_GROUPS_MOST, 'groups', 'groups shown of `exchangeOutcomes`'),
  told('partnerFacts', FACTS_SHOWN, 'facts', 'facts shown of one reason in `priorPartners`, all counted'),
  told(
    'partnerThrough',
    THROUGH_SHOWN,
    'countries',
    'third countries shown of a partner two steps away, by id',
  ),
  told('tieFacts', TIE_FACTS_MOST, 'facts', 'facts under the filter of `ties` and `network`'),
  told('networkNodes', NODES.most, 'nodes', 'nodes of a `network`'),
  told('networkEdges', EDGES.most, 'edges', 'edges of a `network`'),
  told('networkSteps', FOCUS_STEPS_MOST, 'steps', 'steps around the focus of a `network`'),
  told('factsOfTie', FACTS_OF_TIE.most, 'facts', 'facts of one tie'),
  told('topicsOfTie', TOPICS_OF_TIE.most, 'topics', 'topics named of one tie'),
  told('initiativesOfTie', INITIATIVES_OF_TIE.most, 'initiatives', 'initiatives named of one tie'),
  told('tieHeadings', GROUPS_MOST, 'headings', 'headings of `ties(by:)`'),
  told(
    'tieParties',
    PARTIES_MOST,
    'countries',
    'named countries that `maxParties` may allow in `ties` and `network`',
  ),
  told(
    'neighbourFacts',
    NEIGHBOUR_FACTS_MOST,
    'facts',
    'facts of an entity by which `neighbours` are told: the newest; the rest counted',
  ),
  told(
    'neighboursOf',
    NEIGHBOURS_OF_MOST,
    'entities',
    'entities of which `neighbours` are asked at one place',
  ),
  told('partnerContacts', CONTACTS_SHOWN, 'agencies', 'agencies shown of a partner, by id'),
  told(
    'matchCandidates',
    CANDIDATES_MOST,
    'candidates',
    'candidates shown of a need in `matches`, all counted',
  ),
  told('matchFacts', MATCH_FACTS_SHOWN, 'facts', 'facts shown of one reason in `matches`, all counted'),
  told(
    'matchWeighed',
    FACTS_WEIGHED,
    'facts',
    'facts of a kind on the topic of a need that `matches` weighs: the newest',
  ),
  told('pathSteps', PATH_STEPS_MOST, 'steps', 'steps of a path'),
  told('pathFacts', PATH_FACTS_SHOWN, 'facts', 'facts shown of one step of a path, all counted'),
];
