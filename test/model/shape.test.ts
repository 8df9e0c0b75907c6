import { describe, expect, it } from 'vitest';
import { modelShape, onlyGrew, type Shape } from '../../src/model/shape.js';

const before: Shape = {
  Meeting: { sort: 'entity', attributes: { form: { type: 'enum', values: ['A'] } }, roles: ['host'] },
};

describe('declarations that only grew', () => {
  it('are those that stayed', () => {
    expect(onlyGrew(before, before)).toBe(true);
    expect(onlyGrew(modelShape(), JSON.parse(JSON.stringify(modelShape())) as Shape)).toBe(true);
  });

  it.each<[string, Shape]>([
    ['a kind', { ...(before as object), Topic: { sort: 'entity' } }],
    [
      'an attribute',
      {
        Meeting: {
          sort: 'entity',
          attributes: { form: { type: 'enum', values: ['A'] }, place: { type: 'text', values: [] } },
          roles: ['host'],
        },
      },
    ],
    [
      'a value',
      {
        Meeting: {
          sort: 'entity',
          attributes: { form: { type: 'enum', values: ['A', 'B'] } },
          roles: ['host'],
        },
      },
    ],
    [
      'a role',
      {
        Meeting: {
          sort: 'entity',
          attributes: { form: { type: 'enum', values: ['A'] } },
          roles: ['host', 'chair'],
        },
      },
    ],
  ])('gained %s', (_what, now) => {
    expect(onlyGrew(before, now)).toBe(true);
    expect(onlyGrew(now, before)).toBe(false);
  });

  it('are not those of which a type changed', () => {
    const now: Shape = {
      Meeting: { sort: 'entity', attributes: { form: { type: 'text', values: ['A'] } }, roles: ['host'] },
    };
    expect(onlyGrew(before, now)).toBe(false);
  });
});
