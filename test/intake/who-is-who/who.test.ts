import { describe, expect, it } from 'vitest';
import type { KnownThing } from '../../../src/graph/reads/who-is-who.js';
import type { Row } from '../../../src/intake/1-read/row.js';
import { possiblySameRows } from '../../../src/intake/who-is-who/possibly-same.js';
import { Agency } from '../../../src/model/entities/agency.js';
import { whoIsWho } from '../../../src/intake/who-is-who/who.js';
import type { DoubtRow } from '../../../src/intake/who-is-who/verdicts.js';
import type { Said, WhoIsWho } from '../../../src/intake/who-is-who/who-is-who.js';
import { seedThings } from './known.js';

const said = (name: string, more: Partial<Said> = {}): Said => ({
  name,
  file: 'register.csv',
  line: 2,
  ...more,
});
const thing = (id: string, name: string, more: Partial<KnownThing> = {}): KnownThing => ({
  id,
  names: [name],
  codes: [],
  country: null,
  shown: true,
  possibly: [],
  ...more,
});
const settle = (row: Partial<DoubtRow> & Pick<DoubtRow, 'said' | 'id' | 'verdict'>): DoubtRow => ({
  kind: 'Agency',
  code: '',
  country: '',
  file: 'register.csv',
  line: 2,
  ...row,
});
const doubtful = ({ doubts }: WhoIsWho): string[] =>
  doubts.map((doubt) => `${doubt.kind} ${doubt.said.name}: ${doubt.mayBe.join(' ')}`);

const KENYA = thing('country/ken', 'Kenya', { codes: ['KE', 'KEN'] });
const UGANDA = thing('country/uga', 'Uganda', { codes: ['UG', 'UGA'] });
const HEALTH = thing('agency/moh', 'Ministry of Health', { country: 'country/ken' });
const JICA = thing('agency/jica', 'Japan International Cooperation Agency', { codes: ['JP-1'] });
const world = [KENYA, UGANDA, HEALTH, JICA];

describe('an agency', () => {
  it.each<[string, Said, string, string[]]>([
    ['by its reference', said('Another name', { code: 'jp 1' }), 'agency/jica', []],
    ['by its name', said('JAPAN INTERNATIONAL CO-OPERATION AGENCY'), 'agency/jica', []],
    [
      'by its name with its acronym',
      said('Japan International Cooperation Agency (JICA)'),
      'agency/jica',
      [],
    ],
    ['by name and country', said('The Ministry of Health', { country: 'country/ken' }), 'agency/moh', []],
    [
      'of another country is another',
      said('Ministry of Health', { country: 'country/uga' }),
      'agency/ministry-of-health-uga',
      [],
    ],
    [
      'of no country may be the one of a country',
      said('Ministry of Health'),
      'agency/ministry-of-health',
      ['Agency Ministry of Health: agency/moh'],
    ],
    ['by its acronym is in doubt', said('JICA'), 'agency/jica-3aa2e8f4', ['Agency JICA: agency/jica']],
    [
      'a slip away is in doubt',
      said('Japan Internatoinal Cooperation Agency'),
      'agency/japan-internatoinal-cooperation-agency',
      ['Agency Japan Internatoinal Cooperation Agency: agency/jica'],
    ],
    [
      'with another reference of the same register is another',
      said('Japan International Cooperation Agency', { code: 'JP-2' }),
      'agency/japan-international-cooperation-agency',
      [],
    ],
    ['unlike all others is new', said('Save the Whales'), 'agency/save-whales', []],
  ])('%s', (_, asked, id, doubts) => {
    const who = whoIsWho(world);
    expect(who.agency(asked).replace(/-[0-9a-f]{8}$/, '')).toBe(id.replace(/-[0-9a-f]{8}$/, ''));
    expect(doubtful(who)).toEqual(doubts);
    expect(who.isKnown(who.agency(asked))).toBe(true);
  });

  it('does not take the id of another', () => {
    expect(whoIsWho(world).agency(said('Jica'))).toMatch(/^agency\/jica-[0-9a-f]{8}$/);
  });
  it('is the same for every order of rows, and on the next import', () => {
    const names = [
      'Ministry of Health',
      'Министерство',
      '保健省',
      'Bank-Ken',
      'x'.repeat(300),
      'A & B',
      'A and B',
    ];
    const ask = (of: readonly string[], known: readonly KnownThing[]): [string, string][] => {
      const who = whoIsWho(known);
      return of
        .map((name): [string, string] => [name, who.agency(said(name))])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    };
    const first = ask(names, world);
    expect(ask([...names].reverse(), world)).toEqual(first);
    const then = [...world, ...first.map(([name, id]) => thing(id, name))];
    expect(ask(names, then)).toEqual(first);
    expect(new Set(first.map(([, id]) => id)).size).toBe(names.length - 1);
    for (const [, id] of first) expect(id).toMatch(/^agency\/[a-z0-9-]{1,120}$/);
  });
  it('comes back under its id when all that was said of it was withdrawn, and is no candidate meanwhile', () => {
    const hidden = { ...thing('agency/save-whales', ''), names: [], shown: false };
    expect(whoIsWho([hidden]).agency(said('Save the Whales'))).toBe('agency/save-whales');
    const named = thing('agency/x', 'Save the Whales Fund', { shown: false });
    const who = whoIsWho([named]);
    who.agency(said('Save the Whales Fond'));
    expect(who.doubts).toEqual([]);
  });
  it('is itself when its country was told after it was minted', () => {
    const embassy = thing('agency/embassy-of-belgium', 'Embassy of Belgium', { country: 'country/bel' });
    const who = whoIsWho([embassy]);
    expect(who.agency(said('Embassy of Belgium'))).toBe('agency/embassy-of-belgium');
    expect(who.doubts).toEqual([]);
  });
  it.each(['0', 'N/A', 'none', '12'])('is not known by %s, which is no reference', (code) => {
    const who = whoIsWho([thing('agency/one', 'One', { codes: [code] })]);
    expect(who.agency(said('Another', { code }))).toBe('agency/another');
  });
  it('whose name the graph holds twice is in doubt', () => {
    const who = whoIsWho([thing('agency/a', 'Fund'), thing('agency/b', 'Fund')]);
    expect(who.agency(said('Fund'))).toBe('agency/fund');
    expect(doubtful(who)).toEqual(['Agency Fund: agency/a agency/b']);
  });
});

describe('an initiative', () => {
  it('differs from one with another number', () => {
    const who = whoIsWho([thing('initiative/one', 'Rural roads and bridges programme phase I')]);
    who.initiative(said('Rural roads and bridges programme phase II'));
    expect(who.doubts).toEqual([]);
    who.initiative(said('Rural road and bridges programme phase I'));
    expect(doubtful(who)).toEqual(['Initiative Rural road and bridges programme phase I: initiative/one']);
  });
  it('of another register key is another, however alike the titles', () => {
    const who = whoIsWho([thing('initiative/one', 'Water', { codes: ['XM-1'] })]);
    expect(who.initiative(said('Water', { code: 'XM-2' }))).toBe('initiative/xm-2');
    expect(who.initiative(said('Water', { code: 'XM-3' }))).toBe('initiative/xm-3');
    expect(who.initiative(said('Water', { code: 'XM-1' }))).toBe('initiative/one');
    expect(who.doubts).toEqual([]);
  });
});

describe('an actor', () => {
  it.each([
    ['Sweden', 'country/swe'],
    ['African Group', 'group/african-group'],
    ['WIPO', 'agency/wipo'],
    ['European Union (EU)', 'agency/european-union'],
    ['Micronesia', null],
    ['Korea', null],
    ['United Kindom', null],
    ['Embassy of Belgium', 'agency/embassy-of-belgium'],
  ])('%s is %s', (name, id) => expect(whoIsWho(seedThings).actor(said(name))).toBe(id));
});

describe('what a person settled', () => {
  it('same settles a text for a country, on every row', () => {
    const who = whoIsWho(world, [
      settle({ kind: 'Country', said: 'KENJA!', id: 'country/ken', verdict: 'SAME' }),
    ]);
    expect(who.country(said('Kenja'))).toBe('country/ken');
    expect(who.doubts).toEqual([]);
  });
  it('same takes two ids of the graph together from then on', () => {
    const two = [
      thing('agency/usaid', 'USAID'),
      thing('agency/us-aid', 'US Agency for International Development'),
    ];
    expect(whoIsWho(two).agency(said('USAID'))).toBe('agency/usaid');
    const who = whoIsWho(two, [settle({ said: 'USAID', id: 'agency/us-aid', verdict: 'SAME' })]);
    expect(who.agency(said('USAID'))).toBe('agency/us-aid');
  });
  it('different keeps apart for ever, and is no doubt any more', () => {
    const rows = [settle({ said: 'Ministry of Health', id: 'agency/moh', verdict: 'DIFFERENT' })];
    const who = whoIsWho(world, rows);
    expect(who.agency(said('Ministry of Health'))).toBe('agency/ministry-of-health');
    expect(who.doubts).toEqual([]);
  });
  it('different keeps apart even what has the same name', () => {
    const fund = thing('agency/fund', 'Fund');
    const rows = [settle({ said: 'Fund', id: 'agency/fund', verdict: 'DIFFERENT' })];
    const id = whoIsWho([fund], rows).agency(said('Fund'));
    expect(id).toMatch(/^agency\/fund-[0-9a-f]{8}$/);
    expect(whoIsWho([fund, thing(id, 'Fund')], rows).agency(said('Fund'))).toBe(id);
  });
  it('different without an id: a text is no country', () => {
    const rows = [settle({ kind: 'Country', said: 'Youth NGOs', id: '', verdict: 'DIFFERENT' })];
    const who = whoIsWho(world, rows);
    expect(who.country(said('Youth NGOs'))).toBeNull();
    expect(who.doubts).toEqual([]);
    expect(who.country(said('Elders'))).toBeNull();
    expect(doubtful(who)).toEqual(['Country Elders: ']);
  });
  it('of one code or country says nothing of another', () => {
    const rows = [settle({ said: 'Fund', country: 'country/ken', id: 'agency/moh', verdict: 'SAME' })];
    expect(whoIsWho(world, rows).agency(said('Fund', { country: 'country/ken' }))).toBe('agency/moh');
    expect(whoIsWho(world, rows).agency(said('Fund'))).toBe('agency/fund');
  });
  it('what is open stays in doubt once its own id is in the graph', () => {
    const rows = [settle({ said: 'Ministry of Health', id: 'agency/moh', verdict: 'OPEN' })];
    const who = whoIsWho([...world, thing('agency/ministry-of-health', 'Ministry of Health')], rows);
    expect(who.agency(said('Ministry of Health'))).toBe('agency/ministry-of-health');
    expect(doubtful(who)).toEqual(['Agency Ministry of Health: agency/moh']);
  });
});

describe('what is possibly another', () => {
  const undp = thing('agency/undp', 'UNDP', { names: ['UNDP', 'United Nations Development Programme'] });
  const kept = thing('agency/united-nations-development-program', 'United Nations Development Program', {
    possibly: ['agency/undp'],
  });

  it('stays in doubt though it is found under its own name, without the file', () => {
    const who = whoIsWho([undp, kept]);
    expect(who.agency(said('United Nations Development Program'))).toBe(kept.id);
    expect(who.doubts.map(({ own, mayBe }) => [own, mayBe])).toEqual([[kept.id, ['agency/undp']]]);
  });

  it('is in doubt no more once a person has said that it is different', () => {
    const row = { said: 'United Nations Development Program', verdict: 'DIFFERENT' as const };
    for (const id of ['agency/undp', '']) {
      const who = whoIsWho([undp, kept], [settle({ ...row, id })]);
      expect(who.agency(said('United Nations Development Program'))).toBe(kept.id);
      expect(who.doubts).toEqual([]);
    }
  });

  it('is said in a row of its own, where its rows say it, and only of what is there', () => {
    const who = whoIsWho([undp]);
    const own = who.agency(said('United Nations Development Program'));
    who.country(said('Egpyt'));
    const row = {
      file: 'register.csv',
      line: 2,
      kind: Agency,
      cells: new Map([
        ['id', own],
        ['source', 'source/a'],
        ['locator', 'x'],
      ]),
    };
    const rows = (stated: readonly Row[]): Record<string, string>[] =>
      possiblySameRows({ name: 'a', sources: ['source/a'], rows: stated, passedOver: new Map() }, who).map(
        ({ cells }) => Object.fromEntries(cells),
      );
    expect(rows([row])).toMatchObject([
      {
        target: own,
        about: 'possiblySameAs:agency/undp',
        source: 'source/a',
        locator: 'x',
        certainty: 'INFERRED',
      },
    ]);
    expect(rows([])).toEqual([]);
  });
});
