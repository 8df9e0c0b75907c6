import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// By their paths, so that the explorer's own types stay its own.
const APP = resolve(import.meta.dirname, '../../src/explorer/app');
const { areTwoIds, areTwoCountries } = (await import(`${APP}/address/two-ids.ts`)) as {
  readonly areTwoIds: (text: string) => boolean;
  readonly areTwoCountries: (text: string) => boolean;
};
const { weightsIn, weightsAs } = (await import(`${APP}/pages/partners/weighed.ts`)) as {
  readonly weightsIn: (text: string) => Record<string, number> | null;
  readonly weightsAs: (weights: Record<string, number>) => string;
};

describe('what the address may say', () => {
  it.each([
    ['country/bra,country/ind', true, true],
    ['country/bra,topic/patents', true, false],
    ['agency/wipo,meeting/irm2', true, false],
    ['country/bra,fact/1', false, false],
    ['country/bra,country/bra', false, false],
    ['country/bra', false, false],
    ['country/bra,country/ind,country/egy', false, false],
    ['country/bra, country/ind', false, false],
    ['bra,ind', false, false],
    ['', false, false],
  ])('two things: %s', (text, two, countries) => {
    expect([areTwoIds(text), areTwoCountries(text)]).toEqual([two, countries]);
  });

  it.each([
    ['cooperated:9', { cooperated: 9 }],
    ['cooperated:9,recent:0', { cooperated: 9, recent: 0 }],
    ['stated:1000', { stated: 1000 }],
    ['stated:1001', null],
    ['cooperated:nine', null],
    ['cooperated:-1', null],
    ['cooperated:1.5', null],
    ['cooperated', null],
    ['cooperated:9,gossip:3', null],
    ['cooperated:9,cooperated:8', null],
    ['toString:1', null],
    ['__proto__:1', null],
    ['cooperated:9,', null],
  ])('weights: %s', (text, weights) => {
    expect(weightsIn(text)).toEqual(weights);
    if (weights) expect(weightsAs(weights)).toBe(text);
  });
});
