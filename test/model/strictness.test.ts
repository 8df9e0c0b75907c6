import { describe, expect, it } from 'vitest';
import type { Demands } from '../../src/model/rules/after-exchange.js';
import { asStrictAs } from '../../src/model/rules/strictness.js';
import { VISIBLE } from '../../src/model/values/certainty.js';
import { COUNTED } from '../../src/model/values/stage.js';
import type { Strictness } from '../../src/model/values/strictness.js';

const ASKED: Demands = {
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
const STATED = { exchange: 'STATED', cooperation: 'STATED' } as const;

describe('asking stricter', () => {
  it.each<readonly [Strictness, Partial<Demands>, Partial<Demands>]>([
    ['AS_ASKED', {}, {}],
    ['STATED', {}, { minCertainty: STATED }],
    ['STATED', { minCertainty: { exchange: 'INFERRED' } }, { minCertainty: STATED }],
    ['STATED', { origin: 'RECORDED' }, { minCertainty: { ...STATED, origin: 'STATED' } }],
    ['STATED', { minCertainty: { origin: 'INFERRED' } }, { minCertainty: { ...STATED, origin: 'STATED' } }],
    ['UNCONTESTED', {}, { uncontestedOnly: true }],
    ['INDEPENDENT', {}, { independentOnly: true }],
    ['TWO_DOCUMENTS', {}, { minDocuments: 2 }],
    ['TWO_DOCUMENTS', { minDocuments: 3 }, { minDocuments: 3 }],
    ['DEFINITE_ORDER', {}, { order: ['DEFINITE'] }],
    ['DEFINITE_ORDER', { order: ['POSSIBLE'] }, { order: [] }],
    [
      'ALL',
      {},
      {
        minCertainty: STATED,
        uncontestedOnly: true,
        independentOnly: true,
        minDocuments: 2,
        order: ['DEFINITE'],
      },
    ],
  ])('%s of %j adds %j', (strictness, asked, added) => {
    const before = { ...ASKED, ...asked };
    expect(asStrictAs(before, strictness)).toEqual({ ...before, ...added });
  });
});
