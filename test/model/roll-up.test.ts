import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { about, claimOf, type ClaimContent, type ClaimValue, type Party } from '../../src/model/claim.js';
import { Agency } from '../../src/model/entities/agency.js';
import { Country } from '../../src/model/entities/country.js';
import { Meeting } from '../../src/model/entities/meeting.js';
import { Topic } from '../../src/model/entities/topic.js';
import { Cooperation } from '../../src/model/facts/cooperation.js';
import { Finding } from '../../src/model/facts/finding.js';
import { Succession } from '../../src/model/facts/succession.js';
import type { Kind } from '../../src/model/declaration.js';
import { rollUp, type DatedClaim, type EventDays, type RolledUp } from '../../src/model/rules/roll-up.js';
import { periodOf } from '../../src/model/values/edtf.js';
import { UNKNOWN_PERIOD, type Period } from '../../src/model/values/period.js';

type Parts = Partial<ClaimContent & Pick<DatedClaim, 'documentDate' | 'endedAt'>>;

function claim(of: string, value: ClaimValue = null, parts: Parts = {}): DatedClaim {
  const { documentDate = null, endedAt = null, ...content } = parts;
  const made = claimOf({
    target: 'cooperation/c',
    about: of,
    value,
    source: 'document/a',
    locator: '4',
    voice: null,
    voiceCapacity: 'OWN',
    relayedBy: [],
    certainty: 'STATED',
    reason: null,
    basis: null,
    inferredFrom: [],
    stance: 'SUPPORTS',
    status: 'ACCEPTED',
    ...content,
  });
  return { ...made, documentDate, endedAt };
}

const OLD: Parts = { source: 'document/old', documentDate: '2010-01-01' };
const NEW: Parts = { source: 'document/new', documentDate: '2020-01-01' };
const INFERRED: Parts = { certainty: 'INFERRED', basis: 'READER', reason: 'It follows.' };
const AGAINST: Parts = { stance: 'CONTRADICTS', source: 'document/against', locator: '7' };

const days: Record<string, EventDays> = {
  'meeting/cairo-2013': { first: '2013-05-06', last: '2013-05-08' },
  'meeting/undated': { first: null, last: null },
};

const roll = (
  claims: readonly DatedClaim[],
  kind: Kind = Cooperation,
  listed: Record<string, ClaimValue> = {},
): RolledUp => rollUp(kind, claims, { listed, eventDays: (id) => days[id] });

const party = (actor: string, role: string, more: Partial<Party> = {}): Party => ({
  actor,
  role,
  capacity: 'OWN',
  office: null,
  officeHolder: null,
  through: null,
  low: null,
  high: null,
  words: null,
  from: null,
  to: null,
  ...more,
});
const partyClaim = (value: Party, parts: Parts = {}): DatedClaim => claim(about.party(value), value, parts);

const exists = claim(about.existence);
const egypt = party('country/egy', 'learner');
const india = party('country/ind', 'provider');

describe('status and certainty', () => {
  const submitted: Parts = { status: 'SUBMITTED' };
  it.each<[string, DatedClaim[], string, string]>([
    ['a claim', [exists], 'ACCEPTED', 'STATED'],
    ['an inferred claim', [claim('existence', null, INFERRED)], 'ACCEPTED', 'INFERRED'],
    ['both', [claim('existence', null, { ...INFERRED, ...NEW }), exists], 'ACCEPTED', 'STATED'],
    ['a claim against it beside', [exists, claim('existence', null, AGAINST)], 'DISPUTED', 'STATED'],
    [
      'an unreviewed claim against it',
      [exists, claim('existence', null, { ...AGAINST, ...submitted })],
      'ACCEPTED',
      'STATED',
    ],
    ['an unreviewed claim', [claim('existence', null, submitted)], 'SUBMITTED', 'STATED'],
    [
      'an unreviewed inferred one',
      [claim('existence', null, { ...INFERRED, ...submitted })],
      'SUBMITTED',
      'INFERRED',
    ],
    [
      'an unreviewed one beside',
      [claim('existence', null, { ...INFERRED }), claim('existence', null, submitted)],
      'ACCEPTED',
      'INFERRED',
    ],
    ['a withdrawn claim', [claim('existence', null, { status: 'WITHDRAWN' })], 'WITHDRAWN', 'INFERRED'],
    [
      'an ended claim',
      [claim('existence', null, { endedAt: '2026-01-01T00:00:00Z' })],
      'WITHDRAWN',
      'INFERRED',
    ],
    ['only one against it', [claim('existence', null, AGAINST)], 'WITHDRAWN', 'INFERRED'],
    ['claims about other things only', [claim('stage', 'DONE')], 'WITHDRAWN', 'INFERRED'],
    ['nothing', [], 'WITHDRAWN', 'INFERRED'],
  ])('%s', (_case, claims, status, certainty) => {
    expect(roll(claims)).toMatchObject({ status, certainty });
  });

  it('takes a code-list row as accepted and stated', () => {
    const rolled = roll([], Country, { name: 'Egypt', alpha3: 'EGY', independent: true });
    expect(rolled).toMatchObject({ status: 'ACCEPTED', certainty: 'STATED', documents: 1, period: null });
    expect(rolled.attributes).toEqual({ name: 'Egypt', alpha3: 'EGY', independent: true });
  });
});

describe('documents and reporters', () => {
  it('counts distinct sources that say it is', () => {
    const claims = [
      exists,
      claim('existence', null, { locator: '5' }),
      claim('existence', null, NEW),
      claim('stage', 'DONE', OLD),
    ];
    expect(roll(claims).documents).toBe(2);
  });

  const voiced = (voice: string | null, parts: Parts = {}): DatedClaim =>
    claim('existence', null, { voice, ...parts });
  it.each<[string, DatedClaim[], string]>([
    ['nobody', [voiced(null)], 'UNKNOWN'],
    ['a party', [voiced('country/egy')], 'ONE_PARTY'],
    ['a party and a third', [voiced('country/egy'), voiced('agency/wipo')], 'ONE_PARTY'],
    ['both', [voiced('country/egy'), voiced('country/ind', NEW)], 'BOTH_PARTIES'],
    ['a third', [voiced('agency/wipo')], 'THIRD'],
    ['a party as chair', [voiced('country/egy', { voiceCapacity: 'CHAIR' })], 'THIRD'],
    [
      'a party in a withdrawn claim',
      [voiced(null), voiced('country/egy', { status: 'WITHDRAWN' })],
      'UNKNOWN',
    ],
  ])('reported by %s', (_case, claims, expected) => {
    expect(roll([...claims, partyClaim(egypt), partyClaim(india)]).reportedBy).toBe(expected);
  });
});

describe('attributes', () => {
  it.each<[string, DatedClaim[], string, string[]]>([
    ['the one value', [claim('stage', 'DONE')], 'DONE', []],
    ['the same value twice', [claim('stage', 'DONE'), claim('stage', 'DONE', NEW)], 'DONE', []],
    [
      'stated before inferred',
      [claim('stage', 'DONE', { ...NEW, ...INFERRED }), claim('stage', 'AGREED', OLD)],
      'AGREED',
      ['stage: also DONE'],
    ],
    [
      'the newest document',
      [claim('stage', 'AGREED', OLD), claim('stage', 'DONE', NEW)],
      'DONE',
      ['stage: also AGREED'],
    ],
    [
      'a dated document before an undated one',
      [claim('stage', 'AGREED', OLD), claim('stage', 'DONE')],
      'AGREED',
      ['stage: also DONE'],
    ],
    [
      'accepted claims only',
      [claim('stage', 'AGREED', OLD), claim('stage', 'DONE', { ...NEW, status: 'SUBMITTED' })],
      'AGREED',
      [],
    ],
    [
      'all others, best first',
      [claim('stage', 'DONE', NEW), claim('stage', 'AGREED', OLD), claim('stage', 'PLANNED')],
      'DONE',
      ['stage: also AGREED; PLANNED'],
    ],
    [
      'with what denies it',
      [claim('stage', 'DONE'), claim('stage', 'DONE', AGAINST)],
      'DONE',
      ['stage: contradicted by document/against 7'],
    ],
    [
      'without what denies another value',
      [claim('stage', 'DONE'), claim('stage', 'PLANNED', AGAINST)],
      'DONE',
      [],
    ],
  ])('%s', (_case, claims, stage, conflicts) => {
    const rolled = roll([exists, ...claims]);
    expect(rolled.attributes).toEqual({ stage });
    expect(rolled.conflicts).toEqual(conflicts);
  });

  it('settles equal dates by the id of the claim', () => {
    const claims = [claim('stage', 'DONE'), claim('stage', 'AGREED', { locator: '5' })];
    const [first] = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(roll(claims).attributes['stage']).toBe(first?.value);
  });

  it('keeps numbers, no and empty lists as they are', () => {
    expect(roll([claim('low', 0), claim('high', 17.5)], Finding).attributes).toEqual({ low: 0, high: 17.5 });
    expect(roll([claim('independent', false)], Country).attributes).toEqual({ independent: false });
    expect(roll([claim('changed', [])], Succession).attributes).toEqual({});
  });

  it('unites lists', () => {
    const claims = [claim('changed', ['condition', 'act']), claim('changed', ['addressee', 'act'], NEW)];
    const rolled = roll(claims, Succession);
    expect(rolled.attributes).toEqual({ changed: ['act', 'addressee', 'condition'] });
    expect(rolled.conflicts).toEqual([]);
  });

  it('takes what is not declared for nothing', () => {
    expect(roll([claim('colour', 'red'), claim('constructor', 'x'), claim('toString:x')]).attributes).toEqual(
      {},
    );
  });
});

describe('names', () => {
  const special = 'Special Unit for South-South Cooperation';
  const office = 'United Nations Office for South-South Cooperation';

  it('keeps differing names as other names', () => {
    const rolled = roll(
      [claim('name', special, OLD), claim('name', office, NEW), claim('otherNames', ['UNOSSC', office])],
      Agency,
    );
    expect(rolled.attributes).toEqual({ name: office, otherNames: [special, 'UNOSSC'] });
    expect(rolled.conflicts).toEqual([]);
  });

  it('lets a code list go before documents', () => {
    const rolled = roll(
      [claim('name', 'Arab Republic of Egypt', NEW), claim('alpha3', 'XXX', NEW)],
      Country,
      {
        name: 'Egypt',
        alpha3: 'EGY',
      },
    );
    expect(rolled.attributes).toEqual({
      name: 'Egypt',
      alpha3: 'EGY',
      otherNames: ['Arab Republic of Egypt'],
    });
    expect(rolled.conflicts).toEqual(['alpha3: also XXX']);
  });
});

describe('period', () => {
  const when = (wording: string, more: Partial<Period> = {}, parts: Parts = {}): DatedClaim =>
    claim('period', { ...(wording ? periodOf(wording) : UNKNOWN_PERIOD), ...more }, parts);
  const bounds = (claims: DatedClaim[], kind: Kind = Cooperation): unknown[] => {
    const { period, periodConflict } = roll(claims, kind);
    return period
      ? [period.startMin, period.startMax, period.endMin, period.endMax, period.edtf, periodConflict]
      : [];
  };
  const cairo = ['meeting/cairo-2013'];

  it.each<[string, DatedClaim[], unknown[]]>([
    ['none', [], []],
    [
      'one',
      [when('2013-05-06/2013-05-08')],
      ['2013-05-06', '2013-05-06', '2013-05-08', '2013-05-08', '2013-05-06/2013-05-08', false],
    ],
    [
      'the same twice',
      [when('2013-05'), when('2013-05', {}, NEW)],
      ['2013-05-01', '2013-05-31', '2013-05-01', '2013-05-31', '2013-05', false],
    ],
    [
      'a narrower one beside',
      [when('2013'), when('2013-05', {}, NEW)],
      ['2013-05-01', '2013-05-31', '2013-05-01', '2013-05-31', null, false],
    ],
    [
      'an unknown one beside',
      [when('2013'), when('', {}, NEW)],
      ['2013-01-01', '2013-12-31', '2013-01-01', '2013-12-31', null, false],
    ],
    [
      'start and end from two',
      [when('2011/'), when('/2013', {}, NEW)],
      ['2011-01-01', '2011-12-31', '2013-01-01', '2013-12-31', null, false],
    ],
    [
      'two that exclude each other',
      [when('2011'), when('2013', {}, NEW)],
      ['2011-01-01', '2013-12-31', '2011-01-01', '2013-12-31', null, true],
    ],
    [
      'three, two of which agree',
      [when('2011'), when('2013', {}, NEW), when('2013', {}, OLD)],
      ['2011-01-01', '2013-12-31', '2011-01-01', '2013-12-31', null, true],
    ],
    [
      'an end before another start',
      [when('2013/'), when('/2011', {}, NEW)],
      [null, '2013-12-31', '2011-01-01', null, null, true],
    ],
    [
      'after an event',
      [when('', { notBefore: cairo })],
      ['2013-05-08', null, '2013-05-08', null, null, false],
    ],
    ['before an event', [when('', { notAfter: cairo })], [null, '2013-05-06', null, null, null, false]],
    [
      'after an event, with a year',
      [when('2013', { notBefore: cairo })],
      ['2013-05-08', '2013-12-31', '2013-05-08', '2013-12-31', '2013', false],
    ],
    [
      'after an undated event',
      [when('', { notBefore: ['meeting/undated'] })],
      [null, null, null, null, null, false],
    ],
    [
      'after an unknown event',
      [when('', { notBefore: ['meeting/nowhere'] })],
      [null, null, null, null, null, false],
    ],
    [
      'a date that its own event excludes',
      [when('2013-01', { notBefore: cairo })],
      ['2013-01-01', null, '2013-01-01', null, '2013-01', true],
    ],
    [
      'after and before one event',
      [when('', { notBefore: cairo, notAfter: cairo })],
      [null, null, null, null, null, true],
    ],
    ['not accepted', [when('2013', {}, { status: 'SUBMITTED' })], []],
    [
      'denied by another',
      [when('2013'), when('2013', {}, AGAINST)],
      ['2013-01-01', '2013-12-31', '2013-01-01', '2013-12-31', '2013', false],
    ],
  ])('%s', (_case, claims, expected) => {
    expect(bounds(claims)).toEqual(expected);
  });

  it('keeps the names of the events that bound it, and that it goes on', () => {
    const { period } = roll([
      when('', { notBefore: cairo }),
      when('', { notAfter: ['meeting/undated'], ongoing: true }, NEW),
    ]);
    expect(period).toMatchObject({ notBefore: cairo, notAfter: ['meeting/undated'], ongoing: true });
  });

  it('tells a conflict in words', () => {
    const { conflicts } = roll([when('2013'), when('2011-05', {}, NEW), when('2013', {}, AGAINST)]);
    expect(conflicts).toEqual([
      'period: contradicted by document/against 7',
      'period: sources contradict each other: 2013; May 2011',
    ]);
  });

  it('is kept only where the kind has one', () => {
    expect(bounds([when('2013')], Finding)).toEqual([]);
    expect(bounds([when('2013')], Topic)).toEqual([]);
    expect(bounds([when('2013')], Meeting)).toHaveLength(6);
  });
});

describe('parties', () => {
  it('gives an edge for each role and capacity, with the best certainty', () => {
    const chair = party('country/egy', 'learner', { capacity: 'CHAIR' });
    const rolled = roll([
      partyClaim(india, INFERRED),
      partyClaim(egypt, INFERRED),
      partyClaim(egypt, NEW),
      partyClaim(chair),
    ]);
    expect(rolled.parties).toEqual([
      { ...egypt, certainty: 'STATED' },
      { ...chair, certainty: 'STATED' },
      { ...india, certainty: 'INFERRED' },
    ]);
    expect(rolled.conflicts).toEqual([]);
  });

  it('takes each detail from the best claim that gives it, and never mixes what belongs together', () => {
    const rolled = roll([
      partyClaim(party('country/egy', 'learner', { office: 'IP counsellor', from: '2013-06-01' }), NEW),
      partyClaim(party('country/egy', 'learner', { officeHolder: 'A. Person', low: 1, high: 3 }), OLD),
      partyClaim(party('country/egy', 'learner', { low: 2, words: 'some' })),
    ]);
    expect(rolled.parties).toEqual([
      { ...egypt, office: 'IP counsellor', from: '2013-06-01', low: 1, high: 3, certainty: 'STATED' },
    ]);
    expect(rolled.conflicts).toEqual([
      'party:country/egy:learner: also low 2, words some',
      'party:country/egy:learner: also officeHolder A. Person',
    ]);
  });

  it.each<[string, DatedClaim[], number, string[]]>([
    [
      'denied and supported',
      [partyClaim(egypt), partyClaim(egypt, AGAINST)],
      1,
      ['party:country/egy:learner: contradicted by document/against 7'],
    ],
    ['only denied', [partyClaim(egypt, AGAINST)], 0, []],
    ['submitted', [partyClaim(egypt, { status: 'SUBMITTED' })], 0, []],
    [
      'denied by an unreviewed claim',
      [partyClaim(egypt), partyClaim(egypt, { ...AGAINST, status: 'SUBMITTED' })],
      1,
      [],
    ],
  ])('%s', (_case, claims, count, conflicts) => {
    const rolled = roll([exists, ...claims]);
    expect(rolled.parties).toHaveLength(count);
    expect(rolled.conflicts).toEqual(conflicts);
    expect(rolled.status).toBe('ACCEPTED');
  });
});

describe('ends', () => {
  const end = (name: string, target: string, parts: Parts = {}): DatedClaim =>
    claim(about.end(name, target), null, parts);

  it('keeps all targets where several may stand', () => {
    const claims = [
      end('topics', 'topic/b'),
      end('topics', 'topic/a', INFERRED),
      end('topics', 'topic/a', NEW),
    ];
    expect(roll(claims).ends).toEqual([
      { end: 'topics', target: 'topic/a', certainty: 'STATED' },
      { end: 'topics', target: 'topic/b', certainty: 'STATED' },
    ]);
  });

  it('keeps the best target where one may stand', () => {
    const rolled = roll([
      end('initiative', 'initiative/a', INFERRED),
      end('initiative', 'initiative/b'),
      end('initiative', 'initiative/c', OLD),
    ]);
    expect(rolled.ends).toEqual([{ end: 'initiative', target: 'initiative/c', certainty: 'STATED' }]);
    expect(rolled.conflicts).toEqual(['initiative: also initiative/b; initiative/a']);
  });

  it('tells of a denied target', () => {
    const rolled = roll([
      end('topics', 'topic/a'),
      end('topics', 'topic/a', AGAINST),
      end('topics', 'topic/b', AGAINST),
    ]);
    expect(rolled.ends).toHaveLength(1);
    expect(rolled.conflicts).toEqual(['topics:topic/a: contradicted by document/against 7']);
  });

  it('takes the links of a code list', () => {
    const rolled = roll([claim('broader:topic/c', null, INFERRED)], Topic, {
      name: 'Patents',
      broader: ['topic/ip', 'topic/b'],
    });
    expect(rolled.ends.map(({ target, certainty }) => [target, certainty])).toEqual([
      ['topic/b', 'STATED'],
      ['topic/c', 'INFERRED'],
      ['topic/ip', 'STATED'],
    ]);
  });
});

describe('the order of claims', () => {
  const values: [string, ClaimValue][] = [
    ['existence', null],
    ['stage', 'DONE'],
    ['stage', 'AGREED'],
    ['gist', 'One thing.'],
    ['gist', 'Another.'],
    ['topics:topic/a', null],
    ['initiative:initiative/a', null],
    ['initiative:initiative/b', null],
    ...['2011', '2013', '2013-05/', '[..2013-06-01]/..'].map((w): [string, ClaimValue] => [
      'period',
      periodOf(w),
    ]),
    ['period', { ...UNKNOWN_PERIOD, notBefore: ['meeting/cairo-2013'] }],
    ['period', { ...periodOf('2013-01'), notBefore: ['meeting/cairo-2013'] }],
    ...[egypt, india, { ...egypt, office: 'x' }, { ...egypt, office: 'y', low: 3 }].map(
      (p): [string, ClaimValue] => [about.party(p), p],
    ),
  ];
  const anyClaim = fc
    .record({
      said: fc.constantFrom(...values),
      source: fc.constantFrom('document/a', 'document/b', 'document/c'),
      locator: fc.constantFrom('1', '2'),
      voice: fc.constantFrom(null, 'country/egy', 'country/ind', 'agency/wipo'),
      certainty: fc.constantFrom('STATED' as const, 'INFERRED' as const),
      stance: fc.constantFrom('SUPPORTS' as const, 'SUPPORTS' as const, 'CONTRADICTS' as const),
      status: fc.constantFrom(
        'ACCEPTED' as const,
        'ACCEPTED' as const,
        'SUBMITTED' as const,
        'WITHDRAWN' as const,
      ),
      documentDate: fc.constantFrom(null, '2013-01-01', '2014-01-01'),
      endedAt: fc.constantFrom(null, null, null, '2026-01-01T00:00:00Z'),
    })
    .map(({ said: [of, value], ...parts }) => claim(of, value, parts));
  // One claim has one document, hence one date and one record, however often it is given.
  const claims = fc.uniqueArray(anyClaim, { selector: ({ id }) => id, maxLength: 20 });

  it('does not matter', () => {
    fc.assert(
      fc.property(
        claims.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(roll(shuffled)).toEqual(roll(all));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('nor does what does not count', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const counting = all.filter(({ status, endedAt }) => status === 'ACCEPTED' && endedAt === null);
        const { status, certainty } = roll(all);
        expect({ ...roll(counting), status, certainty }).toEqual(roll(all));
      }),
      { numRuns: 200 },
    );
  });

  it('a period is in order, and one in conflict excludes nothing that a source allows', () => {
    const atLeast = (a: string | null, b: string | null): boolean => a === null || (b !== null && a <= b);
    const atMost = (a: string | null, b: string | null): boolean => a === null || (b !== null && a >= b);
    fc.assert(
      fc.property(claims, (all) => {
        const { period, periodConflict } = roll(all);
        if (!period) return;
        if (!periodConflict) {
          expect((period.startMin ?? '0') <= (period.startMax ?? '9')).toBe(true);
          expect((period.endMin ?? '0') <= (period.endMax ?? '9')).toBe(true);
          return;
        }
        const given = all
          .filter(
            ({ about: of, status, stance, endedAt }) =>
              of === 'period' && status === 'ACCEPTED' && stance === 'SUPPORTS' && endedAt === null,
          )
          .map(({ value }) => value as Period)
          .filter(({ notBefore }) => notBefore.length === 0);
        for (const one of given) {
          expect(atLeast(period.startMin, one.startMin) && atMost(period.startMax, one.startMax)).toBe(true);
          expect(atLeast(period.endMin, one.endMin) && atMost(period.endMax, one.endMax)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
