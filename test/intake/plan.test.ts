import { describe, expect, it } from 'vitest';
import type { Held, HeldClaim } from '../../src/graph/reads/register.js';
import { planInWords } from '../../src/intake/3-plan/plan-in-words.js';
import { isEmpty, planOf } from '../../src/intake/3-plan/plan.js';
import { canonical } from '../../src/model/claim.js';
import { changed, checked, SOUND, type World } from './world.js';

const sound = checked(SOUND);
const NOTHING: Held = { claims: [], entities: new Map(), facts: new Map() };

/** What a graph holds after it took in a world. */
function heldAfter(world: World): Held & { readonly claims: readonly HeldClaim[] } {
  const { claims, entities, facts } = checked(world);
  return {
    claims: claims.map(({ id, place, target }) => ({ id, place, target, stands: true })),
    entities: new Map(
      entities.map(({ id, listed }) => [
        id,
        listed && `${listed.locator} ${listed.source} ${canonical(listed.values)}`,
      ]),
    ),
    facts: new Map(facts.map(({ id, identity }) => [identity, id])),
  };
}
const HELD = heldAfter(SOUND);
const without = (file: string): World =>
  Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== file));

describe('a plan', () => {
  it('makes everything when the graph holds nothing', () => {
    const plan = planOf(sound, NOTHING);
    expect(plan.create).toHaveLength(sound.claims.length);
    expect(plan.entities).toHaveLength(sound.entities.length);
    expect(plan.facts).toHaveLength(sound.facts.length);
    expect([plan.revive, plan.end, plan.withdraw]).toEqual([[], [], []]);
  });

  it('changes nothing when the graph holds the same', () => {
    const plan = planOf(sound, HELD);
    expect(isEmpty(plan)).toBe(true);
    expect(plan.unchanged).toBe(sound.claims.length);
    expect(planInWords(plan)).toBe(`nothing to change; ${sound.claims.length} claims stand as they are`);
  });

  it('ends the claim of a changed cell and makes the new one', () => {
    const plan = planOf(checked(changed(SOUND, 'entities/meetings.csv', 0, { name: 'Cairo meeting' })), HELD);
    const old = sound.claims.find(({ target, about }) => target === 'meeting/cairo' && about === 'name');
    expect(plan.end).toEqual([old?.id]);
    expect([...plan.create].map(({ place, value }) => [place, value])).toEqual([
      [old?.place, 'Cairo meeting'],
    ]);
    expect(plan.withdraw).toEqual([]);
  });

  it('withdraws what no row says any more', () => {
    const plan = planOf(checked(without('facts/mentions.csv')), HELD);
    const gone = sound.claims.filter(({ target }) => target === 'mention/per').map(({ id }) => id);
    expect([...plan.withdraw].sort()).toEqual(gone.sort());
    expect([plan.end, plan.create]).toEqual([[], []]);
    expect(planInWords(plan)).toMatch(/^\d claims withdrawn, \d+ claims unchanged$/);
  });

  it('makes again what had been withdrawn or ended, under its id', () => {
    const gone = sound.claims.filter(({ target }) => target === 'mention/per').map(({ id }) => id);
    const held = {
      ...HELD,
      claims: HELD.claims.map((claim) => ({ ...claim, stands: !gone.includes(claim.id) })),
    };
    const plan = planOf(sound, held);
    expect([...plan.revive].sort()).toEqual(gone.sort());
    expect([plan.create, plan.facts, plan.entities, plan.withdraw]).toEqual([[], [], [], []]);
  });

  it('leaves alone what had ended and is still not said', () => {
    const old = { id: 'claim/old', place: 'elsewhere', target: 'meeting/cairo', stands: false };
    expect(isEmpty(planOf(sound, { ...HELD, claims: [...HELD.claims, old] }))).toBe(true);
  });

  it('brings a changed row of a code list as a changed entity', () => {
    const plan = planOf(checked(changed(SOUND, 'entities/countries.csv', 1, { name: 'Bharat' })), HELD);
    expect(plan.entities.map(({ id }) => id)).toEqual(['country/ind']);
    expect(plan.create).toEqual([]);
  });

  it('takes a fact that the graph knows under another id to that id, with all that is inferred from it', () => {
    const pair = sound.facts.find(({ id }) => id === 'cooperation/pair');
    const plan = planOf(sound, { ...NOTHING, facts: new Map([[pair?.identity ?? '', 'cooperation/known']]) });
    expect(plan.facts.map(({ id }) => id)).not.toContain('cooperation/pair');
    // As if the import had called it so itself.
    const renamed = Object.fromEntries(
      Object.entries(SOUND).map(([file, rows]) => [
        file,
        JSON.parse(JSON.stringify(rows).replaceAll('cooperation/pair', 'cooperation/known')) as typeof rows,
      ]),
    );
    const ids = (claims: readonly { readonly id: string }[]): string[] => claims.map(({ id }) => id).sort();
    expect(ids([...plan.create])).toEqual(ids(checked(renamed).claims));
  });

  it('follows a fact to its known id where others name it: as their origin, as their bound', () => {
    const naming = changed(SOUND, 'facts/cooperations.csv', 0, {
      grewOutOf: 'exchange/cairo',
      notBefore: 'exchange/cairo',
    });
    const stated = changed(naming, 'facts/exchanges.csv', 0, {
      certainty: '',
      reason: '',
      basis: '',
      inferredFrom: '',
    });
    const world = checked(stated);
    const exchange = world.facts.find(({ id }) => id === 'exchange/cairo');
    const plan = planOf(world, {
      ...NOTHING,
      facts: new Map([[exchange?.identity ?? '', 'exchange/known']]),
    });
    expect(JSON.stringify(plan.create)).not.toContain('exchange/cairo');
    expect([...plan.create].map(({ about }) => about)).toContain('grewOutOf:exchange/known');
  });
});
