import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/graph/cypher.js';
import type { CandidateFilter } from '../../../src/graph/reads/after-exchange/candidates.js';
import { candidatePairs } from '../../../src/graph/reads/after-exchange/candidates.js';
import { legsStatement, walkStatement, type Walk } from '../../../src/graph/reads/after-exchange/pairs.js';
import { cypher, statement } from '../../../src/graph/cypher.js';
import { LEGS_MOST } from '../../../src/graph/reads/after-exchange/gather.js';
import { depthOf, type Depth } from '../../../src/graph/reads/after-exchange/legs.js';
import { PATENTS_ASKED, PATENTS_FILTER } from '../../support/demands.js';

const WALK: Walk = { from: null, most: 51 };
const SURVEY = depthOf(PATENTS_ASKED, false);
const made = (
  filter: Partial<CandidateFilter> = {},
  walk: Partial<Walk> = {},
  survey: Depth | null = SURVEY,
): Statement => walkStatement({ ...PATENTS_FILTER, ...filter }, { ...WALK, ...walk }, survey);
const legs = (
  filter: Partial<CandidateFilter> = {},
  pairs = [['country/a', 'country/b'] as const],
): Statement => legsStatement({ ...PATENTS_FILTER, ...filter }, PATENTS_ASKED, pairs, 'FIRST');

describe('the statement of cooperationAfterExchange', () => {
  it('walks the ordered keys of the topic and probes the keys of the pair', () => {
    const walk = statement('walk', cypher`${candidatePairs(PATENTS_FILTER, null, 51, 'ASKED_FORMS')}`);
    expect(walk.text).toMatchInlineSnapshot(`
      "CYPHER 5 /* walk */ MATCH (e:Fact)-[u:UNDER]->()
      USING INDEX SEEK u:UNDER(kindKey)
      WHERE u.kindKey >= $p1 AND u.kindKey < $p2 AND e.namedCountries <= $p3
      WITH e, u ORDER BY u.kindKey
      MATCH (e)-[fa:FOR]->(a:Country)
      MATCH (e)-[fb:FOR]->(b:Country)
      WHERE fb.own AND fa.own AND a.id < b.id
      WITH u, a, b
      WHERE EXISTS {
        MATCH (c:Cooperation) USING INDEX SEEK c:Cooperation(pairMax)
        WHERE c.pairMax > a.id + '|' + b.id + '|' AND c.pairMax < a.id + '|' + b.id + '|~~' }
      WITH a, b, u ORDER BY u.kindKey, a.id, b.id
      WITH DISTINCT a, b LIMIT $p4"
    `);
    expect(walk.params).toMatchObject({
      p1: 'topic/patents|Exchange|',
      p2: 'topic/patents|Exchange|~',
    });
  });

  it('begins at the exchange of the cursor, and at the asked day when that is later', () => {
    const low = (filter: Partial<CandidateFilter>, from: string | null): unknown =>
      made(filter, { from }).params['p1'];
    expect(low({}, 'Exchange|2014-03-11|exchange/x')).toBe('topic/patents|Exchange|2014-03-11|exchange/x');
    expect(low({ exchanged: { from: '2015-01-01' } }, 'Exchange|2014-03-11|exchange/x')).toBe(
      'topic/patents|Exchange|2015-01-01',
    );
    expect(made({ exchanged: { to: '2015-01-01' } }).params['p2']).toBe(
      'topic/patents|Exchange|2015-01-01|~',
    );
  });

  const OTHERS: readonly (readonly [string, Partial<CandidateFilter>, Partial<CandidateFilter>])[] = [
    ['topic', { topic: 'topic/a' }, { topic: "topic/'b' OR 1=1" }],
    ['meeting', { meeting: 'meeting/a' }, { meeting: "meeting/x'}) DETACH DELETE (n) //" }],
    ['maxParties', { maxParties: 2 }, { maxParties: 300 }],
    ['exchanged', { exchanged: { from: '2001-01-01' } }, { exchanged: { to: '2031-12-31' } }],
    ['modalities', { modalities: ['TRIANGULAR'] }, { modalities: ['REGIONAL', 'UNKNOWN'] }],
    [
      'grouping',
      { grouping: { group: 'group/a', on: '2001-01-01', surely: false, ends: 'BOTH' } },
      { grouping: { group: 'group/`b`', on: '2031-12-31', surely: false, ends: 'BOTH' } },
    ],
  ];

  it.each(OTHERS)('has one text for every value of %s, and no value in it', (_name, one, other) => {
    const statements = [made(one), made(other), legs(one), legs(other)];
    expect(statements[0]?.text).toBe(statements[1]?.text);
    expect(statements[2]?.text).toBe(statements[3]?.text);
    for (const { text, params } of statements) {
      const strings = Object.values(params).flatMap((value) => (typeof value === 'string' ? [value] : []));
      // What Cypher itself says, as 'SERIES' or 'BILATERAL', is no value of a caller.
      for (const value of strings.filter((given) => /[/|]|\d{4}-/.test(given)))
        expect(text).not.toContain(value);
      expect(text.match(/\$p\d+/g)?.length).toBeGreaterThan(5);
    }
  });

  it('has texts of its own only for what changes the walk', () => {
    const texts = [
      made(),
      made({ exact: true }),
      made({ meeting: 'meeting/a' }),
      made({ sharing: 'SAME_MEETING' }),
      made({ sharing: 'ANYWHERE' }),
      made({ modalities: ['TRIANGULAR'] }),
      made({ grouping: { group: 'group/a', on: null, surely: false, ends: 'ONE' } }),
      made({}, {}, null),
      made({}, { most: null }),
    ].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(made({}, { from: 'Exchange|2014|exchange/x', most: 7 }).text).toBe(made().text);
  });

  it('reads the legs of any pairs with one text, however far it goes', () => {
    const texts = [legs(), legs({}, []), legsStatement(PATENTS_FILTER, PATENTS_ASKED, [], 'ALL')].map(
      ({ text }) => text,
    );
    expect(new Set(texts).size).toBe(1);
    expect(legs().params['p1']).toEqual([['country/a', 'country/b']]);
  });

  it.each<Partial<CandidateFilter>>([{}, { modalities: ['TRIANGULAR'] }])(
    'counts towards the limit of a pair only cooperations of the asked stages: %j',
    (more) => {
      const demands = { ...PATENTS_ASKED, ...more, stages: ['PLANNED' as const] };
      const { text, params } = legsStatement({ ...PATENTS_FILTER, ...more }, demands, [], 'FIRST');
      const [, stages = '', limit = ''] =
        /coalesce\(c\.stage, 'UNKNOWN'\) IN \$(\w+)\s+WITH c ORDER BY c\.\w+ LIMIT \$(\w+)/.exec(text) ?? [];
      expect(params[stages]).toEqual(['PLANNED']);
      expect(Number(params[limit])).toBe(LEGS_MOST);
    },
  );

  it('names every index it walks, and asks nothing by "is null or"', () => {
    const { text } = made({ sharing: 'ANYWHERE', meeting: 'meeting/a', exact: true });
    expect(text).toContain('USING INDEX SEEK u:UNDER(kindKey)');
    expect(made().text).toContain('USING INDEX SEEK c:Cooperation(pairMax)');
    expect(text).not.toMatch(/\$\w+ IS NULL/);
  });

  // A WHERE behind WITH sees the names from before it, so an inner pattern would take over an outer edge of its name.
  it('gives the walk to a partner no name that the check of the pair uses', () => {
    const { text } = statement(
      'walk',
      cypher`${candidatePairs({ ...PATENTS_FILTER, sharing: 'ANYWHERE', modalities: ['TRIANGULAR'] }, null, null, 'ASKED_FORMS')}`,
    );
    const [walk = '', check = ''] = text.split('WITH CASE');
    const names = (part: string): Set<string> =>
      new Set([...part.matchAll(/[[(](\w+)(?::\w+)?[\])]/g)].map(([, name]) => name ?? ''));
    const shared = [...names(walk)].filter((name) => names(check).has(name) && !['a', 'b'].includes(name));
    expect(shared).toEqual([]);
  });
});
