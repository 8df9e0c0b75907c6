import type { CandidateFilter } from '../../src/graph/reads/after-exchange/candidates.js';
import type { Demands } from '../../src/model/rules/after-exchange.js';
import { VISIBLE } from '../../src/model/values/certainty.js';
import { COUNTED } from '../../src/model/values/stage.js';

/** The canonical question on patents with every default, as the rules get it. */
export const PATENTS_ASKED: Demands = {
  topic: 'topic/patents',
  sharing: 'SAME_EXCHANGE',
  receivers: 'APART',
  cooperationTopic: 'ANY',
  modalities: ['BILATERAL'],
  cooperated: {},
  withinMonths: null,
  since: 'STARTED_AFTER',
  priorTies: 'ALLOW',
  order: ['DEFINITE', 'POSSIBLE'],
  origin: 'ANY',
  stages: COUNTED,
  minCertainty: {},
  independentOnly: false,
  statuses: VISIBLE,
  documents: null,
  minDocuments: 0,
};

/** The same question, as its statement gets it. */
export const PATENTS_FILTER: CandidateFilter = {
  topic: 'topic/patents',
  exact: false,
  meeting: null,
  sharing: 'SAME_EXCHANGE',
  maxParties: 40,
  grouping: null,
  exchanged: {},
  modalities: ['BILATERAL'],
};
