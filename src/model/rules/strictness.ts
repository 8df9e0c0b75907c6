import type { Strictness } from '../values/strictness.js';
import type { Demands } from './after-exchange-terms.js';

type Stricter = (demands: Demands) => Demands;

const stated: Stricter = (demands) => {
  const { origin, minCertainty } = demands;
  // An origin must be stated only where one is asked for; else every pair without one would be lost.
  const asksForOrigin = origin === 'RECORDED' || minCertainty.origin !== undefined;
  return {
    ...demands,
    minCertainty: {
      exchange: 'STATED',
      cooperation: 'STATED',
      origin: asksForOrigin ? 'STATED' : undefined,
    },
  };
};
const uncontested: Stricter = (demands) => ({ ...demands, uncontestedOnly: true });
const independent: Stricter = (demands) => ({ ...demands, independentOnly: true });
const twoDocuments: Stricter = (demands) => ({
  ...demands,
  minDocuments: Math.max(2, demands.minDocuments),
});
const definite: Stricter = (demands) => ({
  ...demands,
  order: demands.order.filter((order) => order === 'DEFINITE'),
});

const STRICTER: Readonly<Record<Strictness, Stricter>> = {
  AS_ASKED: (demands) => demands,
  STATED: stated,
  UNCONTESTED: uncontested,
  INDEPENDENT: independent,
  TWO_DOCUMENTS: twoDocuments,
  DEFINITE_ORDER: definite,
  ALL: (demands) =>
    [stated, uncontested, independent, twoDocuments, definite].reduce(
      (sofar, stricter) => stricter(sofar),
      demands,
    ),
};

/** The demands of cooperationAfterExchange, asked stricter. What meets them met those before: they only add. */
export const asStrictAs = (demands: Demands, strictness: Strictness): Demands =>
  STRICTER[strictness](demands);
