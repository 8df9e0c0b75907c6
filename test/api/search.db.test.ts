import { describe, expect, it } from 'vitest';
import { retell, tell } from '../support/story.js';
import { NAMED } from '../support/search-world.js';
import { seeded } from '../support/seeded.js';

interface Hit {
  readonly entity: { readonly id: string };
  readonly field: string;
  readonly fit: string;
  readonly text: string;
  readonly language: string | null;
  readonly score: number;
}
interface Answer {
  readonly nodes: readonly Hit[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly totalCount: { readonly count: number; readonly more: boolean };
  readonly otherLanguages: boolean;
  readonly reading: string;
  readonly emptyBecause: string | null;
  readonly leftOut: readonly object[];
  readonly graphVersion: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly facets: {
    readonly kinds: readonly { kind: string; count: number }[];
    readonly documents: readonly { document: { id: string }; count: number }[];
    readonly inOtherDocuments: number;
  };
}

const QUERY = `query ($text: String!, $language: Language, $kinds: [EntityKind!], $document: ID, $prefix: Boolean, $first: Int, $after: String) {
  search(text: $text, language: $language, kinds: $kinds, document: $document, prefix: $prefix, first: $first, after: $after) {
    nodes { entity { id } field fit text language score }
    edges { cursor }
    totalCount { count more } otherLanguages reading emptyBecause graphVersion
    leftOut { reason count }
    pageInfo { hasNextPage endCursor }
    facets { kinds { kind count } documents { document { id } count } inOtherDocuments }
  }
}`;

describe('search', () => {
  const graph = seeded(async (door, asking) => {
    await tell(door, asking, NAMED);
    const shown = NAMED['entities/agencies.csv']?.filter(({ id }) => id !== 'agency/hidden') ?? [];
    await retell(door, asking, { ...NAMED, 'entities/agencies.csv': shown });
  });
  const search = async (text: string, more: object = {}): Promise<Answer> => {
    const { data, errors } = await graph.ask(QUERY, { text, ...more });
    expect(errors, `${text}: ${JSON.stringify(errors)}`).toBeUndefined();
    return data?.['search'] as Answer;
  };
  const ids = async (text: string, more: object = {}): Promise<string[]> =>
    (await search(text, more)).nodes.map(({ entity }) => entity.id);
  const best = async (text: string, more: object = {}): Promise<string> => {
    const [hit] = (await search(text, more)).nodes;
    return hit ? `${hit.entity.id} ${hit.field} ${hit.fit} ${hit.language ?? '-'} ${hit.text}` : 'nothing';
  };

  it.each([
    ['Ethiopia', 'country/eth NAME WHOLE EN Ethiopia'],
    ['éthiopie', 'country/eth NAME WHOLE FR Éthiopie'],
    ['e\u0301thiopie', 'country/eth NAME WHOLE FR Éthiopie'],
    ['ETHIOPIE', 'country/eth NAME WHOLE FR Éthiopie'],
    ['etiopia', 'country/eth NAME WHOLE ES Etiopía'],
    ['эфиопия', 'country/eth NAME WHOLE RU Эфиопия'],
    ['埃塞俄比亚', 'country/eth NAME WHOLE ZH 埃塞俄比亚'],
    ['إثيوبيا', 'country/eth NAME WHOLE AR إثيوبيا'],
    ['اثيوبيا', 'country/eth NAME WHOLE AR إثيوبيا'],
    ['abyssinia', 'country/eth OTHER_NAME WHOLE - Abyssinia'],
    ["cote d'ivoire", 'country/civ NAME WHOLE FR Côte d’Ivoire'],
    ['Ivoire', 'country/civ NAME WORDS FR Côte d’Ivoire'],
    ['GROSSEN STRASSE', 'agency/strasse NAME WORDS - Amt in der Großen Straße'],
    ['diyarbakir', 'agency/diyarbakir NAME BEGINNING - DİYARBAKIR Yatırım'],
    ['yatirim', 'agency/diyarbakir NAME WORDS - DİYARBAKIR Yatırım'],
    ['براءات', 'topic/patents NAME WHOLE AR بَرَاءات'],
    ['专利', 'topic/patents NAME WHOLE ZH 专利'],
    ['信息', 'topic/patent-information NAME WORDS ZH 专利信息'],
    ['patent', 'topic/patents NAME BEGINNING - Patents'],
    ['licence', 'topic/licensing NAME WORD_FORMS - Compulsory licences'],
    ['российской федерации', 'country/rus NAME WORD_FORMS RU Российская Федерация'],
    ["l'information", "topic/patent-information NAME BEGINNING FR L'information brevet"],
    ['information', 'topic/patent-information NAME WORDS - Patent information'],
    ['ETH', 'country/eth CODE WHOLE - ETH'],
    ['in', 'country/ind CODE WHOLE - IN'],
    ['ivc', 'country/civ CODE WHOLE - IVC'],
    ['a res 64-222', 'document/outcome CODE WHOLE - A/RES/64/222'],
    ['64/222', 'document/outcome CODE WORDS - A/RES/64/222'],
    ['p1', 'topic/patents CODE WHOLE - P-1'],
    ['the medicines', 'paragraph/outcome-1 GIST WORDS - States are asked to share medicines.'],
    [
      'leave making medicines',
      'topic/licensing GIST WORD_FORMS - Leave given by the state to make a patented medicine.',
    ],
  ])('finds %s', async (text, expected) => {
    expect(await best(text)).toBe(expected);
  });

  it.each([
    ['pat', ['topic/patents', 'topic/patent-information', 'agency/patent-office']],
    ['Éthi', ['country/eth']],
    ['ethi', ['country/eth']],
    ['e\u0301thi', ['country/eth']],
    ['эфи', ['country/eth']],
    ['براز', ['country/bra']],
    ['البر', ['country/bra']],
    ['专', ['topic/patents', 'topic/patent-information']],
    ['专利信', ['topic/patent-information']],
    ['science and', ['agency/science']],
    ['science and te', ['agency/science']],
    ["cote d'iv", ['country/civ']],
    ['a/res/6', ['document/outcome']],
    ['medic', []],
  ])('suggests for %s', async (text, expected) => {
    expect(await ids(text, { prefix: true })).toEqual(expected);
  });

  it('takes a word that is only begun as a whole one unless suggestions are asked for', async () => {
    expect(await ids('ethi')).toEqual([]);
  });

  it('asks all words, in any order', async () => {
    expect(await ids('office patents')).toEqual(['agency/patent-office']);
    expect(await ids('patents zebra')).toEqual([]);
  });

  it('looks in the asked language, then in others, and says so', async () => {
    const french = await search('Éthiopie', { language: 'FR' });
    expect([french.otherLanguages, french.nodes[0]?.language]).toEqual([false, 'FR']);
    const english = await search('Éthiopie', { language: 'EN' });
    expect([english.otherLanguages, english.nodes[0]?.language]).toEqual([true, 'FR']);
    expect(english.reading).toMatch(/Nothing was found in English; these were found in other languages\.$/);
    const none = await search('Etiopia zebra', { language: 'EN' });
    expect([none.otherLanguages, none.emptyBecause]).toEqual([
      false,
      'Nothing with all these words was found, neither in English nor in any other language.',
    ]);
  });

  it('leaves other languages alone when the asked one finds something', async () => {
    expect(await ids('brevets', { language: 'FR' })).toContain('topic/patents');
    expect(await ids('India', { language: 'EN' })).toEqual(['country/ind']);
    expect((await search('Inde', { language: 'FR' })).nodes.map(({ language }) => language)).toEqual(['FR']);
  });

  it('tries other languages for the kinds that are asked', async () => {
    // "Patents" is recorded in no language; of countries, only another language than the asked one finds "Brasil".
    const found = await search('Brasil', { language: 'EN', kinds: ['Country'] });
    expect([found.otherLanguages, found.nodes[0]?.entity.id]).toEqual([true, 'country/bra']);
  });

  it('counts by kind and by document; kinds that are left out are counted too', async () => {
    const all = await search('medicines');
    expect(all.facets.kinds).toEqual([
      { kind: 'Paragraph', count: 2 },
      { kind: 'Proposal', count: 1 },
      { kind: 'Topic', count: 1 },
    ]);
    expect(all.totalCount).toEqual({ count: 4, more: false });
    expect(all.facets.documents).toEqual([
      { document: { id: 'document/outcome' }, count: 2 },
      { document: { id: 'document/summary' }, count: 1 },
    ]);
    expect([all.facets.inOtherDocuments, all.leftOut]).toEqual([0, []]);
    const one = await search('medicines', { kinds: ['Proposal'] });
    expect(one.nodes.map(({ entity }) => entity.id)).toEqual(['proposal/pool']);
    expect([one.totalCount.count, one.facets.kinds, one.facets.documents]).toEqual([
      1,
      all.facets.kinds,
      [{ document: { id: 'document/outcome' }, count: 1 }],
    ]);
  });

  it('finds what stands in a document', async () => {
    expect((await ids('medicines', { document: 'outcome' })).sort()).toEqual([
      'paragraph/outcome-1',
      'proposal/pool',
    ]);
    expect(await ids('medicines', { document: 'document/summary' })).toEqual(['paragraph/summary-1']);
  });

  it('never finds what was withdrawn, under any name', async () => {
    for (const more of [{}, { prefix: true }, { language: 'EN' }, { kinds: ['Agency'] }])
      expect(await ids('Zebra', more)).toEqual([]);
  });

  it('pages without losing or repeating any, in the order of scores and ids', async () => {
    const whole = await search('patents', { first: 100 });
    const paged: Hit[] = [];
    for (let after: string | null = null; ;) {
      const page: Answer = await search('patents', { first: 2, after });
      paged.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(whole.nodes.length).toBeGreaterThan(4);
    expect(paged).toEqual(whole.nodes);
    const order = paged.map(({ score, entity }) => `${999 - score} ${entity.id}`);
    expect(order).toEqual([...order].sort());
    const end = await search('patents', { after: whole.edges.at(-1)?.cursor });
    expect(end.emptyBecause).toMatch(/^There are no more/);
  });

  it('is one statement', async () => {
    const answered = await graph.ask(QUERY, { text: 'Éthiopie', language: 'EN' });
    expect(answered.extensions?.cost.statements).toBe(1);
  });

  const HOSTILE = [
    '',
    ' ',
    '"',
    '\\',
    '((((',
    'nameEn:*',
    '*:*',
    '*',
    '?',
    '~',
    'a~0.8^4',
    '[a TO z]',
    '{a TO z}',
    'AND',
    'OR',
    'NOT',
    'AND OR NOT',
    '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /',
    '/(a+)+$/',
    "' OR 1=1 --",
    "'}) MATCH (n) DETACH DELETE n //",
    '`); CALL dbms.listConfig() //',
    '\u0000',
    '\ud800',
    'a\udfffb',
    '\u202eabc',
    '😀',
    '™',
    '½',
    'ـ',
    "'",
    "a'",
    "l'",
    'ﷺ',
    'ﬁ',
    'a'.repeat(200),
    'a '.repeat(100),
    '专'.repeat(200),
    'ß'.repeat(200),
    'ﷺ'.repeat(20),
    '㌖'.repeat(60),
    Array.from({ length: 100 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i)).join(' '),
    '١٢٣',
    'the',
    'of the',
    'constructor',
    '__proto__',
  ];

  it.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    'takes %s as plain words',
    async (_name, text) => {
      for (const prefix of [false, true])
        for (const language of [null, 'EN', 'AR', 'ZH'])
          expect((await search(text, { prefix, language })).graphVersion).toBeGreaterThan(0);
    },
  );

  it('takes no operator from what is typed', async () => {
    expect(await ids('patents OR zebra')).toEqual([]);
    // "Not" says nothing in English; as an operator it would have left this out.
    expect(await ids('patents NOT office')).toEqual(['agency/patent-office']);
    expect(await ids('nameEn:*')).toEqual([]);
    expect(await ids('pat*')).toEqual([]);
    expect(await ids('ethiopa~')).toEqual([]);
    expect(await ids('"of office"')).toEqual(['agency/patent-office']);
    expect((await search('***')).emptyBecause).toMatch(/no letter and no digit/);
  });

  it.each([
    [{ text: 'a'.repeat(201) }, 'text', /at most 200 characters/],
    [{ text: 'ﷺ'.repeat(200) }, 'text', /at most 200 characters/],
    [{ text: 'a', kinds: [] }, 'search(kinds:)', /empty list/],
    [{ text: 'a', first: 0 }, 'first', /from 1 to 100/],
    [{ text: 'a', first: 101 }, 'first', /from 1 to 100/],
    [{ text: 'a', after: 'nonsense' }, 'after', /endCursor/],
    [{ text: 'a', document: 'topic/patents' }, undefined, /takes ids of Document/],
  ])('refuses %j in words', async (variables, argument, message) => {
    const { errors } = await graph.ask(QUERY, variables);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    if (argument) expect(errors?.[0]?.extensions['argument']).toBe(argument);
  });

  it('says that a document is not there', async () => {
    const { errors } = await graph.ask(QUERY, { text: 'a', document: 'none' });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
