import { describe, expect, it } from 'vitest';
import { questionAsked, type Given } from '../../src/api/questions/chain/asked.js';
import { cursorOf } from '../../src/api/questions/cursor.js';
import type { Fault } from '../../src/model/faults.js';

const EXCHANGE = { facts: { kinds: ['Exchange'] } };
const COOPERATION = { facts: { kinds: ['Cooperation'] } };
const given = (steps: Given['steps'], more: Partial<Given> = {}): Given => ({
  steps,
  maxParties: 40,
  order: ['DEFINITE', 'POSSIBLE'],
  baseline: false,
  ...more,
});

describe('the arguments of chain', () => {
  it('read what is left out as usual', () => {
    const { demands, filter } = questionAsked(
      given([EXCHANGE, { facts: { kinds: ['Involvement'] } }, { facts: { kinds: ['Participation'] } }]),
    );
    expect(demands.steps.map(({ who }) => who.map(({ letter }) => letter).join(''))).toEqual([
      'AB',
      'AB',
      'AB',
    ]);
    expect(demands.steps.map(({ together }) => together)).toEqual([
      'SAME_FACT',
      'SAME_INITIATIVE',
      'SAME_MEETING',
    ]);
    expect(filter.coverage).toBe(false);
  });

  it('hold what a letter may be in every step, whole or as a code', () => {
    const { demands, filter } = questionAsked(
      given([{ ...EXCHANGE, who: [{ as: 'A', countries: ['egy'] }, { as: 'B' }] }, COOPERATION]),
    );
    expect(demands.steps.map(({ who }) => who[0]?.countries)).toEqual([['country/egy'], ['country/egy']]);
    expect(filter.steps.map(({ countries }) => countries)).toEqual([['country/egy'], ['country/egy']]);
  });

  it.each<readonly [string, Given, string]>([
    ['no step', given([]), 'steps'],
    ['five steps', given([EXCHANGE, EXCHANGE, EXCHANGE, EXCHANGE, EXCHANGE]), 'steps'],
    ['no kinds', given([{ facts: {} }]), 'steps[0].facts'],
    ['no country', given([{ ...EXCHANGE, who: [] }]), 'steps[0].who'],
    [
      'three countries',
      given([{ ...EXCHANGE, who: [{ as: 'A' }, { as: 'B' }, { as: 'C' }] }]),
      'steps[0].who',
    ],
    ['one letter twice', given([{ ...EXCHANGE, who: [{ as: 'A' }, { as: 'A' }] }]), 'steps[0].who'],
    [
      'a role of another kind',
      given([{ ...EXCHANGE, who: [{ as: 'A', roles: ['funder'] }] }]),
      'steps[0].who[0].roles',
    ],
    [
      'a step that shares nobody',
      given([EXCHANGE, { ...COOPERATION, who: [{ as: 'C' }, { as: 'D' }] }]),
      'steps[1].who',
    ],
    ['a first step that is absent', given([{ ...EXCHANGE, absent: true }]), 'steps[0].absent'],
    [
      'an absent step with a country that none finds',
      given([EXCHANGE, { ...COOPERATION, absent: true, who: [{ as: 'A' }, { as: 'C' }] }]),
      'steps[1].who',
    ],
    [
      'a letter for other countries',
      given([
        { ...EXCHANGE, who: [{ as: 'A', countries: ['egy'] }, { as: 'B' }] },
        { ...COOPERATION, who: [{ as: 'A', countries: ['ind'] }, { as: 'B' }] },
      ]),
      'steps[1].who',
    ],
    ['a negative window', given([EXCHANGE, { ...COOPERATION, withinMonths: -1 }]), 'steps[1].withinMonths'],
    ['a window of ages', given([EXCHANGE, { ...COOPERATION, withinMonths: 1201 }]), 'steps[1].withinMonths'],
    ['one country to a tie', given([EXCHANGE], { maxParties: 1 }), 'maxParties'],
    ['the order NO', given([EXCHANGE], { order: ['NO'] }), 'order'],
    ['no order', given([EXCHANGE], { order: [] }), 'order'],
    ['a cursor of other letters', given([EXCHANGE], { after: cursorOf('country/egy') }), 'after'],
    ['a cursor that is none', given([EXCHANGE], { after: 'egy' }), 'after'],
    ['too many rows', given([EXCHANGE], { first: 101 }), 'first'],
    [
      'a country that is none',
      given([{ ...EXCHANGE, who: [{ as: 'A', countries: ['topic/patents'] }] }]),
      'steps[0].who[0].countries',
    ],
  ])('refuse %s and name the argument', (_name, asked, argument) => {
    let fault: Fault | undefined;
    try {
      questionAsked(asked);
    } catch (error) {
      fault = error as Fault;
    }
    expect(fault?.code).toBe('BAD_USER_INPUT');
    expect(fault?.details).toMatchObject({ argument });
  });
});
