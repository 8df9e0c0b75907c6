import { describe, expect, it } from 'vitest';
import { changed, faultsOf, linesOf, plus, SOUND, type Cells, type World } from './world.js';

const said = { source: 'document/summary', locator: '7' };
const inferred = { certainty: 'INFERRED', reason: 'So it seems.', basis: 'READER' };

const EXCHANGES = 'facts/exchanges.csv';
const COOPERATIONS = 'facts/cooperations.csv';
const MEETINGS = 'entities/meetings.csv';
const TOPICS = 'entities/topics.csv';

type Case = readonly [what: string, file: string, row: number, cells: Cells, column: string, message: RegExp];

const SPOILT: readonly Case[] = [
  [
    'an id of another kind',
    'facts/mentions.csv',
    0,
    { id: 'topic/per' },
    'id',
    /no id of this file; write mention\//,
  ],
  ['an id with a capital', 'facts/mentions.csv', 0, { id: 'mention/Per' }, 'id', /no id of this file/],
  ['no id', COOPERATIONS, 1, { id: '' }, 'id', /has no id; give it one/],
  [
    'no name',
    'entities/proposals.csv',
    0,
    { name: '' },
    'name',
    /proposal\/web has no name; fill the column/,
  ],
  [
    'a value of no enumeration',
    'entities/agencies.csv',
    0,
    { agencyType: 'OFFICE' },
    'agencyType',
    /no AgencyType; use one of MINISTRY/,
  ],
  ['a stage in small letters', COOPERATIONS, 0, { stage: 'under way' }, 'stage', /no Stage; use one of/],
  [
    'neither yes nor no',
    'entities/countries.csv',
    0,
    { independent: 'true' },
    'independent',
    /neither yes nor no/,
  ],
  ['a word for a number', 'entities/paragraphs.csv', 0, { order: 'five' }, 'order', /not a whole number/],
  [
    'a fraction for a whole number',
    'entities/paragraphs.csv',
    0,
    { order: '5.5' },
    'order',
    /not a whole number/,
  ],
  [
    'a number beyond 2^53',
    'facts/findings.csv',
    0,
    { high: '9007199254740993' },
    'high',
    /too large to be held exactly/,
  ],
  [
    'a number of 40 digits',
    'facts/findings.csv',
    0,
    { high: `0.${'123456789'.repeat(4)}1234` },
    'high',
    /more than 15 digits/,
  ],
  ['a separated number', 'facts/findings.csv', 0, { high: '1,000' }, 'high', /not a number; write digits/],
  ['bounds the wrong way round', 'facts/findings.csv', 0, { low: '200' }, 'high', /less than "200" in low/],
  ['a number of members below zero', 'facts/participations.csv', 0, { low: '-1' }, 'low', /below zero/],
  [
    'a day that is none',
    'sources.csv',
    0,
    { retrieved: '2026-02-30' },
    'retrieved',
    /not a day of the calendar/,
  ],
  ['a period that is none', MEETINGS, 0, { period: 'May 2013' }, 'period', /The period "May 2013"/],
  [
    'a period of 29 February 1900',
    MEETINGS,
    0,
    { period: '1900-02-29' },
    'period',
    /a day that does not exist, "1900-02-29"/,
  ],
  [
    'a period that ends first',
    MEETINGS,
    0,
    { period: '2013-05-08/2013-05-06' },
    'period',
    /ends before it starts/,
  ],
  ['a set that ends first', MEETINGS, 0, { period: '[2014..2013]' }, 'period', /ends before it starts/],
  [
    'a bounding event that is no event',
    MEETINGS,
    1,
    { notBefore: 'topic/ip' },
    'notBefore',
    /is of the kind Topic, which may not stand here/,
  ],
  [
    'a start bounded by itself',
    MEETINGS,
    1,
    { notBefore: 'meeting/annual' },
    'notBefore',
    /cannot bound its own start/,
  ],
  ['starts bounded in a circle', MEETINGS, 0, { notAfter: 'meeting/annual' }, 'period', /goes in a circle/],
  [
    'a target of the wrong kind',
    EXCHANGES,
    0,
    { meeting: 'country/egy' },
    'meeting',
    /is of the kind Country, which may not stand here; name one of Meeting/,
  ],
  [
    'a target that is not there',
    EXCHANGES,
    0,
    { topics: 'topic/patent' },
    'topics',
    /Nothing has the id "topic\/patent"; mend it, or add a row for it to entities\/topics.csv/,
  ],
  ['a name for an id', EXCHANGES, 0, { topics: 'Patents' }, 'topics', /"Patents" is not an id/],
  ['an id of no kind', EXCHANGES, 0, { topics: 'subject/patents' }, 'topics', /starts with no known kind/],
  [
    'two where one may stand',
    EXCHANGES,
    0,
    { meeting: 'meeting/cairo | meeting/annual' },
    'meeting',
    /Only one may stand here/,
  ],
  ['a target named twice', EXCHANGES, 0, { topics: 'topic/ip | topic/ip' }, 'topics', /stated twice/],
  [
    'an empty entry in a list',
    EXCHANGES,
    0,
    { topics: 'topic/ip | | topic/patents' },
    'topics',
    /empty entry/,
  ],
  [
    'a needed end left empty',
    'facts/mentions.csv',
    0,
    { names: '' },
    'names',
    /mention\/per has no names; fill the column in a row of facts\/mentions.csv/,
  ],
  ['no party', 'facts/participations.csv', 0, { party: '', low: '', high: '' }, 'party', /has no party/],
  [
    'a party without role',
    EXCHANGES,
    0,
    { party: 'country/egy' },
    'party',
    /not an actor with a role; write for example country\/egy:provider/,
  ],
  [
    'a role of another kind',
    EXCHANGES,
    0,
    { party: 'country/egy:learner' },
    'party',
    /no role of the kind Exchange; use one of provider, receiver, participant/,
  ],
  [
    'a party that cannot act',
    EXCHANGES,
    0,
    { party: 'meeting/cairo:participant' },
    'party',
    /is of the kind Meeting, which may not stand here; name one of Country, Agency or Group/,
  ],
  [
    'a party named twice',
    EXCHANGES,
    0,
    { party: 'country/egy:participant | country/egy:participant' },
    'party',
    /stated twice/,
  ],
  [
    'a detail for several parties',
    EXCHANGES,
    0,
    { office: 'Minister' },
    'office',
    /the row has several; give that party a row of its own/,
  ],
  ['a detail for no party', COOPERATIONS, 0, { party: '' }, 'office', /the row has none/],
  [
    'a capacity that is none',
    COOPERATIONS,
    0,
    { capacity: 'BOSS' },
    'capacity',
    /no Capacity; use one of OWN/,
  ],
  ['spoken for by a meeting', COOPERATIONS, 0, { through: 'meeting/cairo' }, 'through', /may not stand here/],
  [
    'a role that ends first',
    COOPERATIONS,
    0,
    { from: '2014-01-01', to: '2013-01-01' },
    'to',
    /less than "2014-01-01" in from/,
  ],
  ['no source', EXCHANGES, 0, { source: '' }, 'source', /has no source; give the id/],
  [
    'a source that is none',
    EXCHANGES,
    0,
    { source: 'meeting/cairo' },
    'source',
    /name one of Document or Source/,
  ],
  ['no locator', EXCHANGES, 0, { locator: '' }, 'locator', /has no locator/],
  [
    'a voice that cannot speak',
    EXCHANGES,
    0,
    { voice: 'topic/ip' },
    'voice',
    /name one of Country, Agency, Group or Meeting/,
  ],
  ['a capacity without voice', EXCHANGES, 0, { voiceCapacity: 'CHAIR' }, 'voiceCapacity', /needs a voice/],
  [
    'relayed by a meeting',
    'facts/mentions.csv',
    0,
    { relayedBy: 'meeting/cairo' },
    'relayedBy',
    /may not stand here/,
  ],
  [
    'a certainty that is none',
    'facts/mentions.csv',
    0,
    { certainty: 'SURE' },
    'certainty',
    /no Certainty; use one of STATED, INFERRED/,
  ],
  ['inferred without reason', EXCHANGES, 0, { reason: '' }, 'reason', /needs a reason/],
  ['inferred without basis', EXCHANGES, 0, { basis: '' }, 'basis', /needs a basis; write READER/],
  [
    'a basis that is none',
    EXCHANGES,
    0,
    { basis: 'RULE:Joint Initiative' },
    'basis',
    /no basis; write READER/,
  ],
  [
    'a basis of what is stated',
    'facts/mentions.csv',
    0,
    { basis: 'READER' },
    'basis',
    /What is STATED has no basis/,
  ],
  [
    'a premise that is not there',
    EXCHANGES,
    0,
    { inferredFrom: 'cooperation/pair#meeting' },
    'inferredFrom',
    /No row makes the claim/,
  ],
  [
    'a premise without about',
    EXCHANGES,
    0,
    { inferredFrom: 'cooperation/pair' },
    'inferredFrom',
    /write target#about/,
  ],
  [
    'inferred from itself',
    EXCHANGES,
    0,
    { inferredFrom: 'exchange/cairo#existence' },
    'inferredFrom',
    /leads back to itself/,
  ],
  ['a stance that is none', 'facts/mentions.csv', 0, { stance: 'AGAINST' }, 'stance', /no Stance/],
  [
    'a status that is none',
    'facts/mentions.csv',
    0,
    { claimStatus: 'DONE' },
    'claimStatus',
    /no ClaimStatus/,
  ],
  [
    'another certainty at the same place',
    COOPERATIONS,
    1,
    inferred,
    'certainty',
    /differs from that of row 2 of facts\/cooperations.csv.*use claims.csv/,
  ],
  [
    'another value at the same place',
    'claims.csv',
    1,
    {
      about: 'stage',
      value: 'DONE',
      locator: '4',
      stance: '',
      voice: 'country/egy',
      relayedBy: 'agency/office',
    },
    'value',
    /says otherwise of stage of cooperation\/pair than row 2/,
  ],
  [
    'a code-list row with a voice',
    'entities/countries.csv',
    0,
    { voice: 'country/egy' },
    'voice',
    /A row of a code list makes no claims/,
  ],
  [
    'a code-list row that is inferred',
    'entities/countries.csv',
    0,
    { certainty: 'INFERRED' },
    'certainty',
    /always STATED/,
  ],
  [
    'a source from elsewhere',
    'sources.csv',
    0,
    { source: 'document/summary' },
    'source',
    /stands for itself/,
  ],
  ['a claim of nothing', 'claims.csv', 0, { target: '' }, 'target', /no target/],
  [
    'a claim of what is not there',
    'claims.csv',
    0,
    { target: 'meeting/rio' },
    'target',
    /Nothing has the id "meeting\/rio"/,
  ],
  ['a claim about nothing', 'claims.csv', 0, { about: '' }, 'about', /does not say what it is about/],
  [
    'a claim about what the kind has not',
    'claims.csv',
    0,
    { about: 'stages' },
    'about',
    /nothing of the kind Meeting; write one of existence, period, partOf:id/,
  ],
  ['a claim without value', 'claims.csv', 0, { value: '' }, 'value', /gives no value for place/],
  [
    'a claim of existence with a value',
    'claims.csv',
    0,
    { about: 'existence' },
    'value',
    /has no value; empty the cell/,
  ],
  [
    'a claim of a role that is none',
    'claims.csv',
    1,
    { about: 'party:country/egy:giver' },
    'about',
    /no role of the kind Cooperation/,
  ],
  ['a topic broader than itself', TOPICS, 0, { broader: 'topic/ip' }, 'broader', /cannot be tied to itself/],
  [
    'topics in a circle',
    TOPICS,
    0,
    { broader: 'topic/pharma' },
    'broader',
    /broader goes in a circle, topic\/\w+ > topic\/\w+ > topic\/\w+ > topic\/\w+; take one/,
  ],
  [
    'a broader topic in another scheme',
    TOPICS,
    2,
    { scheme: 'sdg' },
    'broader',
    /topic\/patents is of the scheme ip/,
  ],
  [
    'parts in a circle',
    'entities/agencies.csv',
    0,
    { partOf: 'agency/part' },
    'partOf',
    /partOf goes in a circle/,
  ],
  [
    'an e-mail address',
    'entities/agencies.csv',
    1,
    { contactOffice: 'Desk, a.person@office.example' },
    'contactOffice',
    /e-mail address/,
  ],
  [
    'a phone number',
    'entities/agencies.csv',
    1,
    { contactOffice: 'Desk, +20 2 2795 0000' },
    'contactOffice',
    /phone number/,
  ],
  [
    'a labelled phone number',
    'entities/agencies.csv',
    1,
    { contactOffice: 'Tel. 02 2795 0000' },
    'contactOffice',
    /phone number/,
  ],
  ['an unsafe link', 'sources.csv', 0, { address: 'java\nscript:alert(1)' }, 'address', /unsafe link/],
  [
    'a link that holds its content',
    'sources.csv',
    0,
    { address: 'data:text/html;base64,AA' },
    'address',
    /unsafe link/,
  ],
  ['a link of no protocol', 'sources.csv', 0, { address: '//list.example' }, 'address', /unsafe link/],
  ['a control character first', MEETINGS, 0, { name: '\tCairo' }, 'name', /starts with a control character/],
  ['a control character within', MEETINGS, 0, { name: 'Cai\u0007ro' }, 'name', /holds a control character/],
];

describe('each column spoilt', () => {
  it.each(SPOILT)('%s', (_what, file, row, cells, column, message) => {
    const places = faultsOf(changed(SOUND, file, row, cells));
    expect(places.map((place) => ({ ...place, message: '' }))).toEqual([
      {
        file,
        line: expect.any(Number) as number,
        column,
        message: '',
      },
    ]);
    expect(places[0]?.message).toMatch(message);
    expect(places[0]?.message).toMatch(/\.$/);
  });

  it('counts rows from the header', () => {
    expect(faultsOf(changed(SOUND, MEETINGS, 1, { stage: 'X' }))[0]?.line).toBe(3);
  });

  it('lists every fault, in the order of the files, each with file, row and column', () => {
    const spoilt = changed(
      changed(changed(SOUND, MEETINGS, 0, { stage: 'X', period: 'Y' }), EXCHANGES, 0, { voice: 'Z' }),
      'claims.csv',
      0,
      { value: '' },
    );
    const world: World = changed(spoilt, 'sources.csv', 0, { retrieved: 'today' });
    expect(linesOf(world).map((line) => line.split(':')[0])).toEqual([
      'sources.csv, row 2, column retrieved',
      'entities/meetings.csv, row 2, column stage',
      'entities/meetings.csv, row 2, column period',
      'facts/exchanges.csv, row 2, column voice',
      'claims.csv, row 2, column value',
    ]);
  });
});

describe('rows taken together', () => {
  const twin = {
    id: 'cooperation/twin',
    party: 'country/ind:partner | country/egy:partner',
    topics: 'topic/pharma',
    ...said,
  };

  it('refuses one fact under two ids, naming both rows', () => {
    expect(linesOf(plus(SOUND, { [COOPERATIONS]: [twin] }))).toEqual([
      'facts/cooperations.csv, row 4, column id: cooperation/twin is the same fact as cooperation/pair in row 2 of facts/cooperations.csv; give them one id, or each an occasion.',
    ]);
  });

  it('takes two facts told apart by their occasion', () => {
    expect(linesOf(plus(SOUND, { [COOPERATIONS]: [{ ...twin, occasion: '2014' }] }))).toEqual([]);
  });

  it('refuses two occasions of one fact', () => {
    const world = changed(changed(SOUND, COOPERATIONS, 0, { occasion: 'a' }), COOPERATIONS, 1, {
      occasion: 'b',
    });
    expect(linesOf(world)).toEqual([expect.stringMatching(/row 3, column occasion: .*row 2.*keep one/)]);
  });

  it('refuses another single end from the same source, and takes it from another source', () => {
    const more = { id: 'exchange/cairo', meeting: 'meeting/annual', ...said, ...inferred };
    expect(linesOf(plus(SOUND, { [EXCHANGES]: [more] }))).toEqual([
      expect.stringMatching(/row 3, column meeting: The same source gives another meeting in row 2/),
    ]);
    const report = { id: 'document/report', name: 'Report', source: 'document/report', locator: 'head' };
    const world = plus(SOUND, {
      [EXCHANGES]: [{ ...more, source: 'document/report' }],
      'entities/documents.csv': [report],
    });
    expect(linesOf(world)).toEqual([]);
  });

  it('refuses inferences that lead back to each other over two rows', () => {
    const world = changed(SOUND, COOPERATIONS, 1, {
      ...inferred,
      inferredFrom: 'exchange/cairo#existence',
      locator: '8',
    });
    expect(linesOf(world)).toEqual([
      expect.stringMatching(/column inferredFrom: What is inferred here leads back to itself/),
    ]);
  });

  it('refuses an entity that a code list gives twice', () => {
    const egypt = { id: 'country/egy', name: 'Egypt', source: 'source/list' };
    expect(linesOf(plus(SOUND, { 'entities/countries.csv': [egypt] }))).toEqual([
      expect.stringMatching(/row 5, column id: country\/egy is listed twice, here and in row 2/),
    ]);
  });

  it('does not count contradicted parties', () => {
    const row = {
      ...said,
      id: 'participation/x',
      meeting: 'meeting/cairo',
      party: 'country/egy:host',
      stance: 'CONTRADICTS',
    };
    expect(linesOf(plus(SOUND, { 'facts/participations.csv': [row] }))).toEqual([
      expect.stringMatching(/participation\/x has no party/),
      expect.stringMatching(/participation\/x has no meeting/),
    ]);
  });

  it.each(['x', '@', '+', 'tel ', '00 1 ', '\u0301', 'a@', '+1 ', '|data:'])(
    'is quick with a cell full of "%s"',
    (piece) => {
      const world = changed(SOUND, MEETINGS, 0, { name: piece.repeat(99_000 / Buffer.byteLength(piece)) });
      const start = performance.now();
      faultsOf(world);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );

  it('takes a chain of 20,000 topics', () => {
    const topics = Array.from({ length: 20_000 }, (_, index) => ({
      id: `topic/t${index}`,
      name: 't',
      scheme: 'ip',
      broader: index === 0 ? '' : `topic/t${index - 1}`,
      source: 'source/list',
    }));
    expect(linesOf(plus(SOUND, { [TOPICS]: topics }))).toEqual([]);
  });
});

describe('cells that are fit', () => {
  it.each([
    'Data: patents, trademarks',
    'File: 12',
    'group @ commit 1a2b',
    '=1+1',
    '-5 to +5',
    '1990-2010 1990-2010',
    'من',
    '1 000 000',
  ])('takes "%s"', (name) => {
    expect(linesOf(changed(SOUND, MEETINGS, 0, { name }))).toEqual([]);
  });
});
