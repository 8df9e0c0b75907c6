import { describe, expect, it } from 'vitest';
import type { Demands } from '../../src/model/rules/after-exchange.js';
import { asStrictAs } from '../../src/model/rules/strictness.js';
import type { Strictness } from '../../src/model/values/strictness.js';
import { PATENTS_ASKED } from '../support/demands.js';

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
    const before = { ...PATENTS_ASKED, ...asked };
    expect(asStrictAs(before, strictness)).toEqual({ ...before, ...added });
  });
});
