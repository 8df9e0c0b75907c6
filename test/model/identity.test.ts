import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cooperation } from '../../src/model/facts/cooperation.js';
import { Exchange } from '../../src/model/facts/exchange.js';
import { Finding } from '../../src/model/facts/finding.js';
import { Participation } from '../../src/model/facts/participation.js';
import { FACT_KINDS } from '../../src/model/kinds.js';
import { identityOf, type IdentityParts } from '../../src/model/rules/identity.js';

const parts = (more: Partial<IdentityParts> = {}): IdentityParts => ({
  actors: ['country/ind', 'country/egy'],
  ends: { meeting: ['meeting/cairo-2013'], topics: ['topic/b', 'topic/a'] },
  attributes: { category: ['training'], gist: ['whatever'] },
  occasion: null,
  ...more,
});

describe('identity of a fact', () => {
  it('is readable', () => {
    expect(identityOf(Exchange, parts())).toBe(
      'Exchange [country/egy country/ind] category="training" meeting=meeting/cairo-2013 topics=topic/a,topic/b',
    );
    expect(identityOf(Exchange, parts({ ends: {}, attributes: {}, occasion: 'Course 12' }))).toBe(
      'Exchange [country/egy country/ind] occasion="Course 12"',
    );
  });

  const same: readonly (readonly [string, Partial<IdentityParts>])[] = [
    ['an actor in a second role', { actors: ['country/egy', 'country/ind', 'country/egy'] }],
    ['an attribute that the kind does not list', { attributes: { category: ['training'], gist: ['else'] } }],
    ['an end that the kind does not list', { ends: { ...parts().ends, grewOutOf: ['meeting/x'] } }],
    ['spaces', { attributes: { category: [' training'] } }],
    ['an empty occasion', { occasion: '' }],
  ];
  it.each(same)('is the same with %s', (_what, more) => {
    expect(identityOf(Exchange, parts(more))).toBe(identityOf(Exchange, parts()));
  });

  const other: readonly (readonly [string, Partial<IdentityParts>])[] = [
    ['another actor', { actors: ['country/egy', 'country/per'] }],
    ['one actor more', { actors: ['country/egy', 'country/ind', 'country/per'] }],
    ['another meeting', { ends: { ...parts().ends, meeting: ['meeting/rio'] } }],
    ['one topic less', { ends: { ...parts().ends, topics: ['topic/a'] } }],
    ['another category', { attributes: { category: ['study visit'] } }],
    ['an occasion', { occasion: '2014' }],
  ];
  it.each(other)('differs with %s', (_what, more) => {
    expect(identityOf(Exchange, parts(more))).not.toBe(identityOf(Exchange, parts()));
  });

  it('differs by kind', () => {
    const bare = parts({ ends: {}, attributes: {} });
    expect(identityOf(Cooperation, bare)).not.toBe(identityOf(Participation, bare));
  });

  it('does not take text for structure', () => {
    const measure = (text: string, occasion: string | null): string =>
      identityOf(Finding, parts({ attributes: { measure: [text] }, ends: {}, occasion }));
    expect(measure('a" occasion="b', null)).not.toBe(measure('a', 'b'));
    expect(identityOf(Finding, parts({ attributes: { measure: ['a', 'b'] } }))).not.toBe(
      identityOf(Finding, parts({ attributes: { measure: ['a","b'] } })),
    );
  });

  it('stays short enough for a unique index', () => {
    const actors = Array.from({ length: 1000 }, (_, index) => `group/a-rather-long-name-${index}`);
    const identity = identityOf(Exchange, parts({ actors }));
    expect(identity.length).toBeLessThan(3100);
    expect(identity).not.toBe(identityOf(Exchange, parts({ actors: actors.slice(1) })));
  });

  it('does not depend on order, whatever the kind', () => {
    const names = (of: object): string[] => Object.keys(of);
    const values = fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 });
    const cases = fc.constantFrom(...FACT_KINDS).chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        actors: values,
        ends: fc.record(Object.fromEntries(names(kind.ends).map((name) => [name, values]))),
        attributes: fc.record(Object.fromEntries(names(kind.attributes).map((name) => [name, values]))),
        occasion: fc.option(fc.string()),
        seed: fc.infiniteStream(fc.nat()),
      }),
    );
    fc.assert(
      fc.property(cases, ({ kind, actors, ends, attributes, occasion, seed }) => {
        const shuffled = <V>(list: readonly V[]): V[] =>
          list
            .map((value) => ({ value, at: seed.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const reordered = <V>(of: Readonly<Record<string, readonly V[]>>): Record<string, V[]> =>
          Object.fromEntries(
            shuffled(Object.entries(of)).map(([name, list]) => [name, shuffled([...list, ...list])]),
          );
        expect(
          identityOf(kind, {
            actors: shuffled(actors),
            ends: reordered(ends),
            attributes: reordered(attributes),
            occasion,
          }),
        ).toBe(identityOf(kind, { actors, ends, attributes, occasion }));
      }),
    );
  });
});
