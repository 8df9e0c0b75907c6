import { enumeration, type ValueOf } from './enumeration.js';

/** Where two countries must have shared their experience. */
export const sharing = enumeration('Sharing', 'Where two countries must have shared their experience.', {
  SAME_EXCHANGE: 'In one exchange.',
  SAME_MEETING: 'In one exchange, or in exchanges at one meeting or at parts of one meeting.',
  ANYWHERE: 'Each in some exchange on the topic.',
});
/** One way of sharing. */
export type Sharing = ValueOf<typeof sharing>;

/** What to do with two countries that both only received. */
export const receivers = enumeration(
  'Receivers',
  'Whether two countries that both only received experience shared it.',
  {
    APART: 'They did not: such pairs are left out and counted.',
    COUNT: 'They did.',
  },
);
/** One way to treat receivers. */
export type Receivers = ValueOf<typeof receivers>;

/** What "since" means. */
export const since = enumeration('Since', 'What "since" means.', {
  STARTED_AFTER: 'The cooperation started after the exchange.',
  ACTIVE_AFTER: 'The cooperation was active after the exchange, whenever it started.',
});
/** One meaning of since. */
export type Since = ValueOf<typeof since>;

/** What to do with pairs that cooperated before. */
export const priorTies = enumeration(
  'PriorTies',
  'What to do with pairs that definitely cooperated before the exchange.',
  {
    ALLOW: 'They stay; the earlier cooperations are shown.',
    NONE_ON_TOPIC: 'They are left out if they cooperated before on the topic or a narrower one.',
    NONE: 'They are left out.',
  },
);
/** One way to treat prior ties. */
export type PriorTies = ValueOf<typeof priorTies>;

/** Whether a source must state the origin. */
export const origin = enumeration(
  'Origin',
  'Whether a source must say that the cooperation grew out of the exchange or its meeting.',
  {
    ANY: 'It need not.',
    RECORDED: 'It must.',
  },
);
/** One demand on the origin. */
export type Origin = ValueOf<typeof origin>;

/** Why something is not among the answers. */
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
  PRIOR_TIES: 'Pairs that had cooperated before the exchange.',
});
/** One reason. */
export type LeftOutReason = ValueOf<typeof leftOutReason>;
