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
