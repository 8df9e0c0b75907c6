import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/graph/reads/register.js';
import type { Row } from '../../src/intake/1-read/row.js';
import { check, type CheckOptions } from '../../src/intake/2-check/check.js';
import { planOf, type Plan } from '../../src/intake/3-plan/plan.js';
import { IN_MEMORY, Spools, type Keeping } from '../../src/intake/keeping.js';
import type { Growing } from '../../src/intake/spooled.js';
import { Exchange } from '../../src/model/facts/exchange.js';
import { plus, rowsOf, SOUND } from './world.js';

const NOTHING: Held = { claims: [], entities: new Map(), facts: new Map() };

/** What rows come to when they are kept in one way, claims in the order in which they were made. */
function planned(rows: readonly Row[], keeping: Keeping, options: CheckOptions = {}): object {
  const kept = keeping.rows();
  kept.push(...rows);
  const checked = check(kept, { ...options, keeping });
  const [first] = checked.facts;
  const again = [...checked.claims].map(({ id, place, target }, index) => ({
    ...{ id, place, target, stands: index % 3 !== 0 },
  }));
  const before = keeping.held();
  before.push(...again.slice(0, again.length / 2), {
    ...{ id: 'claim/gone', place: 'source/list|x|topic/ip|name|', target: 'topic/ip', stands: true },
  });
  const held = { ...NOTHING, claims: before };
  const renamed = { ...NOTHING, facts: new Map([[first?.identity ?? '', 'exchange/held']]) };
  const told = (plan: Plan): object => ({ ...plan, create: [...plan.create] });
  return {
    ...{ ...checked, claims: [...checked.claims] },
    plans: [NOTHING, held, renamed].map((one) => told(planOf(checked, one, {}, keeping))),
  };
}

describe('an import kept on disk', () => {
  it.each([false, true])('comes to the same as one in memory (a register: %s)', (claiming) => {
    const more = {
      'claims.csv': [
        {
          target: 'meeting/cairo',
          about: 'place',
          value: 'Le Caire, القاهرة',
          source: 'document/summary',
          locator: 'a|b',
        },
      ],
    };
    const rows = rowsOf(plus(SOUND, more));
    const spools = new Spools();
    try {
      expect(planned(rows, spools, { claiming })).toEqual(planned(rows, IN_MEMORY, { claiming }));
    } finally {
      spools.close();
    }
  });

  it('comes to the same where ids are merged, and facts become one', () => {
    const bureau = { id: 'agency/bureau', name: 'Bureau', agencyType: 'IP_OFFICE', country: 'country/egy' };
    const evidence = { source: 'document/summary', locator: '9' };
    const seen = { topics: 'topic/ip', ...evidence };
    const rows = rowsOf(
      plus(SOUND, {
        'entities/agencies.csv': [{ ...bureau, ...evidence }],
        'facts/exchanges.csv': [
          { id: 'exchange/one', party: 'agency/bureau:participant | country/per:participant', ...seen },
          { id: 'exchange/two', party: 'agency/office:participant | country/per:participant', ...seen },
        ],
      }),
    );
    const merges = [{ from: 'agency/bureau', into: 'agency/office' }];
    const spools = new Spools();
    try {
      const told = planned(rows, spools, { merges });
      expect(told).toEqual(planned(rows, IN_MEMORY, { merges }));
      expect(JSON.stringify(told)).not.toMatch(/agency\/bureau|exchange\/one.*exchange\/two/);
    } finally {
      spools.close();
    }
  });

  it('keeps rows as they were read, and of what columns a mapping made them', () => {
    const spools = new Spools();
    const kept = spools.rows();
    const columns = new Map([['party', ['Countries', 'Provider']]]);
    const origin = { columns, header: ['Countries', 'Provider'], cells: ['Egypt; Peru', ''] };
    const row = (cells: [string, string][]): Row => ({
      ...{ file: 'f.csv', line: 2, kind: Exchange, cells: new Map(cells) },
    });
    const rows: Row[] = [
      row([['id', 'exchange/a']]),
      { ...row([['id', '']]), origin },
      { ...row([['party', 'x']]), origin: { ...origin, header: ['A', 'B'] } },
      { ...row([['target', 'exchange/a']]), file: 'claims.csv', line: 900_000, kind: 'claim' },
    ];
    kept.push(...rows);
    expect([...kept]).toEqual(rows);
    spools.close();
  });

  it('takes some hundred bytes of memory for a claim, however many there are', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = (): number => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const spools = new Spools();
    const [few, many] = [1_000, 4_000].map((courses) => {
      const before = held();
      const rows = spools.rows();
      addCourses(rows, courses);
      const checked = check(rows, { known: () => true, claiming: true, keeping: spools });
      const plan = planOf(checked, NOTHING, {}, spools);
      const bytes = held() - before;
      expect(plan.create.length).toBe(9 * courses);
      return { bytes, claims: plan.create.length };
    });
    spools.close();
    if (!few || !many) throw new Error('Nothing was measured.');
    expect((many.bytes - few.bytes) / (many.claims - few.claims)).toBeLessThan(300);
  });
});

/** Courses of a register, each with seven countries: nine claims. */
function addCourses(rows: Growing<Row>, count: number): void {
  const party = ['egy', 'ind', 'per', 'ken', 'bra', 'moz', 'cub'].map(
    (code) => `country/${code}:participant`,
  );
  for (let i = 0; i < count; i += 1)
    rows.push({
      file: 'courses.csv',
      line: i + 2,
      kind: Exchange,
      cells: new Map([
        ['id', `exchange/courses-c-${i}`],
        ['occasion', `C-${i}`],
        ['party', party.join(' | ')],
        ['gist', `Course number ${i} on the examination of applications`],
        ['topics', ''],
        ['source', 'source/courses'],
        ['locator', `C-${i}`],
      ]),
    });
}
