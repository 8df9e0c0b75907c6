import { describe, expect, it } from 'vitest';
import { check } from '../../../src/intake/2-check/check.js';
import { countsOf, fixture, readFiles, readText, rowsIn } from './reading.js';

const SMALL = fixture('iati-small-2.03.xml');
const OLDER = fixture('iati-small-1.04.xml');

const activity = (inner: string, identifier = 'XX-1'): string =>
  `<iati-activities version="2.03"><iati-activity><iati-identifier>${identifier}</iati-identifier>${inner}</iati-activity></iati-activities>`;
const initiative = async (inner: string): Promise<string> =>
  rowsIn(await readText(activity(inner)), 'Initiative').join();

describe('activities of version 2', async () => {
  const read = await readFiles([SMALL]);

  it('become initiatives with names in their languages, form, stage, period and type of collaboration', () => {
    expect(rowsIn(read, 'Initiative')).toEqual([
      'id=initiative/iati-xx-reg-1; name=Rural seed banks; nameEs=Bancos de semillas; otherNames=Bancos de sementes; initiativeForm=PROJECT; stage=UNDER_WAY; period=2010-03-05/2013-12-31; references=XX-REG-1; collaborationType=BILATERAL; unresolvedCodes=sector 1 12100',
      'id=initiative/iati-xx-reg-programme; name=Seeds programme; stage=CANCELLED; period=/2012-06-30; references=XX-REG-PROGRAMME; collaborationType=TRIANGULAR; unresolvedCodes=participating-org role 9 Somebody Else | recipient-country QQ | recipient-region percentage 140 | recipient-region 1 298',
      'id=initiative/iati-xx-reg-3; name=XX-REG-3; stage=DONE; references=XX-REG-3',
      expect.stringMatching(
        /^id=initiative\/iati-xx-reg-3-[0-9a-f]{10}; name=Another, though it reads alike; references=xx-reg-3$/,
      ),
    ]);
  });

  it('give one involvement for each actor, with all its roles and its share', () => {
    expect(rowsIn(read, 'Involvement')).toEqual([
      'id=involvement/iati-xx-reg-1-country-bra; party=country/bra:funder; initiative=initiative/iati-xx-reg-1',
      'id=involvement/iati-xx-reg-1-agency-embassy-of-brazil-bra; party=agency/embassy-of-brazil-bra:implementer; initiative=initiative/iati-xx-reg-1',
      'id=involvement/iati-xx-reg-1-country-col; party=country/col:beneficiary; initiative=initiative/iati-xx-reg-1; percentage=100.00',
      'id=involvement/iati-xx-reg-programme-agency-seeds-for-all; party=agency/seeds-for-all:accountable | agency/seeds-for-all:extending; initiative=initiative/iati-xx-reg-programme',
      'id=involvement/iati-xx-reg-programme-group-m49-africa; party=group/m49-africa:beneficiary; initiative=initiative/iati-xx-reg-programme',
      'id=involvement/iati-xx-reg-3-country-bra; party=country/bra:funder; initiative=initiative/iati-xx-reg-3',
      'id=involvement/iati-xx-reg-3-country-mex; party=country/mex:funder; initiative=initiative/iati-xx-reg-3',
      'id=involvement/iati-xx-reg-3-country-col; party=country/col:beneficiary; initiative=initiative/iati-xx-reg-3',
    ]);
  });

  it('serve a purpose under the topics of their sectors and tags, which have the names of the code lists', () => {
    expect(rowsIn(read, 'Purpose')).toEqual([
      'id=purpose/iati-xx-reg-1; serves=initiative/iati-xx-reg-1; topics=topic/dac-31120 | topic/sdg-2-5',
      'id=purpose/iati-xx-reg-programme; serves=initiative/iati-xx-reg-programme; topics=topic/dac-311',
    ]);
    const topics = rowsIn(read, 'Topic').map((row) => row.split('; ').slice(0, 2).join('; '));
    expect(topics).toEqual([
      'id=topic/dac-311; name=Agriculture',
      'id=topic/dac-31120; name=Agricultural development',
      expect.stringContaining('id=topic/sdg-2; name=End hunger'),
      'id=topic/sdg-2-5; name=SDG target 2.5',
    ]);
  });

  it('give the documents that they link to, and which is part of which, as far as the files say', () => {
    expect(rowsIn(read, 'Document')).toEqual([
      expect.stringMatching(
        /^id=document\/iati-example-org-[0-9a-f]{10}; name=Final report; address=https:\/\/example.org\/report.pdf; issuedOn=2014-02-01; textLanguage=es$/,
      ),
    ]);
    expect(rowsIn(read, 'Mention').join()).toContain('names=initiative/iati-xx-reg-1; certainty=INFERRED');
    expect(rowsIn(read, 'claim')).toEqual([
      'target=agency/embassy-of-brazil-bra; about=country:country/bra; certainty=INFERRED; basis=RULE:office-named-after-country; inferredFrom=agency/embassy-of-brazil-bra#name',
      'target=initiative/iati-xx-reg-1; about=partOf:initiative/iati-xx-reg-programme',
      'target=initiative/iati-xx-reg-3; about=partOf:initiative/iati-xx-reg-programme',
    ]);
  });

  it('count all that is not taken in', () => {
    expect(Object.fromEntries(read.passedOver)).toEqual({
      'activities whose iati-identifier stands twice in the file': 1,
      'activities without an iati-identifier': 1,
      'contact details': 1,
      'dates before 1900 or after 2199': 1,
      'descriptions (texts of the source)': 1,
      'document links without a web address': 1,
      'names that hold contact details': 1,
      'organisations given twice in one role': 1,
      'organisations without a name': 1,
      'participating-org role that no list here explains (kept as text)': 1,
      'periods that end before they start': 1,
      'planned dates beside actual ones': 1,
      'recipient countries in doubt': 1,
      'recipient-region percentage that no list here explains (kept as text)': 1,
      'recipient-region that no list here explains (kept as text)': 1,
      'related activities in a circle': 1,
      'related activities that are neither parent nor child': 1,
      'related activities that are not in these files': 1,
      'sector that no list here explains (kept as text)': 1,
      'shares of sectors in percent': 1,
      transactions: 1,
    });
  });

  it('never give what is under contact-info, nor a description', () => {
    const all = JSON.stringify(read.rows.map(({ cells }) => [...cells]));
    expect(all).not.toMatch(/Jane|example\.org"|Words of the source|234 5678/);
  });

  it('cite the file and the iati-identifier in every row about them', () => {
    const about = read.rows.filter(({ kind }) => kind !== 'claim' && kind.kind === 'Involvement');
    for (const { cells, file } of about) {
      expect([file, cells.get('source')]).toEqual(['iati-small-2.03.xml', 'source/iati-small-2-03']);
      expect(cells.get('locator')).toMatch(/^XX-REG-/);
    }
    expect(rowsIn(read, 'Source')).toEqual([
      expect.stringMatching(
        /^id=source\/iati-small-2-03; name=IATI activities in iati-small-2.03.xml; publisher=Aid Registry; address=iati-small-2.03.xml; hash=[0-9a-f]{64}$/,
      ),
    ]);
  });

  it('make the same rows however often they are read', async () => {
    expect((await readFiles([SMALL])).rows).toEqual(read.rows);
  });
});

describe('activities of version 1', () => {
  it('are read from names for codes and texts without narratives', async () => {
    const read = await readFiles([OLDER]);
    expect(rowsIn(read, 'Initiative')).toEqual([
      'id=initiative/iati-np-001-20120034; name=Water for hill towns; stage=DONE; period=2010-12-13/2012-12-31; references=NP-001-20120034',
      'id=initiative/iati-np-2; name=Unsure; references=NP-2; unresolvedCodes=activity-status Unspecified',
    ]);
    expect(rowsIn(read, 'Involvement').join()).toContain('party=country/bra:funder');
    expect(rowsIn(read, 'Purpose').join()).toContain('topics=topic/dac-140 | topic/dac-14020');
    expect(read.rows[0]?.cells.get('locator')).toBe('NP-001-20120034');
  });

  it('are not taken for version 2, whose sectors have one vocabulary each', async () => {
    expect(await initiative('<sector vocabulary="1" code="140"/>')).toContain('unresolvedCodes=sector 1 140');
  });
});

describe('dates', () => {
  const period = async (...dates: [type: string, day: string][]): Promise<string | undefined> =>
    /period=([^;]*)/.exec(
      await initiative(
        dates.map(([type, day]) => `<activity-date type="${type}" iso-date="${day}"/>`).join(''),
      ),
    )?.[1];

  it.each<[dates: [string, string][], expected: string | undefined]>([
    [[['1', '2010-01-01']], '2010-01-01/'],
    [[['3', '2012-01-01']], '/2012-01-01'],
    [
      [
        ['1', '2010-01-01'],
        ['2', '2010-02-01'],
        ['3', '2011-01-01'],
        ['4', '2011-02-01'],
      ],
      '2010-02-01/2011-02-01',
    ],
    [[['2', '2010-02-01Z']], '2010-02-01/'],
    [[['2', '2010-02-30']], undefined],
    [[['2', '1013-02-01']], undefined],
    [
      [
        ['2', '2010-02-01'],
        ['2', '2011-02-01'],
        ['4', '2012-01-01'],
      ],
      '/2012-01-01',
    ],
    [[['7', '2010-02-01']], undefined],
    [
      [
        ['2', '2012-02-01'],
        ['4', '2010-01-01'],
      ],
      undefined,
    ],
  ])('%j give the period %s', async (dates, expected) => {
    expect(await period(...dates)).toBe(expected);
  });
});

describe('a cooperation', () => {
  const FUNDED = '<participating-org role="1"><narrative>Brazil</narrative></participating-org>';
  const BEGUN = '<activity-status code="2"/>';
  const COLOMBIA = '<recipient-country code="CO"/>';
  const org = (name: string, role = 4): string =>
    `<participating-org role="${role}"><narrative>${name}</narrative></participating-org>`;

  it.each<[inner: string, why: string]>([
    [FUNDED + BEGUN + COLOMBIA, 'one pays, one benefits'],
    [FUNDED + BEGUN + COLOMBIA + org('Embassy of Brazil'), 'an office of the one that pays'],
    [FUNDED + BEGUN + COLOMBIA.replace('CO', 'CO') + '<collaboration-type code="1"/>', 'called bilateral'],
    [org('Embassy of Mexico', 1) + BEGUN + COLOMBIA, 'paid by an embassy'],
  ])('follows by the named rule from %s (%s)', async (inner) => {
    const [row, ...more] = rowsIn(await readText(activity(inner)), 'Cooperation');
    expect(more).toEqual([]);
    expect(row).toMatch(/party=.*:provider.* \| country\/col:learner; /);
    expect(row).toContain(
      'certainty=INFERRED; basis=RULE:funded-by-one-country-for-one-other; inferredFrom=',
    );
  });

  it.each<[inner: string, why: string]>([
    [BEGUN + COLOMBIA + org('Brazil'), 'nobody pays'],
    [FUNDED + COLOMBIA, 'nothing says that it has begun'],
    [FUNDED + '<activity-status code="1"/>' + COLOMBIA, 'planned'],
    [FUNDED + '<activity-status code="5"/>' + COLOMBIA, 'cancelled'],
    [FUNDED + BEGUN, 'no recipient'],
    [FUNDED + BEGUN + COLOMBIA.replace('CO', 'Brazil'), 'the same country'],
    [FUNDED + BEGUN + COLOMBIA + COLOMBIA.replace('CO', 'NP'), 'two recipients'],
    [FUNDED + BEGUN + COLOMBIA + '<recipient-region code="298"/>', 'a region too'],
    [FUNDED + BEGUN + COLOMBIA + org('Mexico'), 'a third country'],
    [FUNDED + BEGUN + COLOMBIA + org('World Bank'), 'somebody of no country'],
    [FUNDED + BEGUN + COLOMBIA + org('Unspecified'), 'somebody without a name'],
    [FUNDED + BEGUN + COLOMBIA + '<collaboration-type code="8"/>', 'called triangular'],
  ])('does not follow from %s (%s)', async (inner) => {
    expect(rowsIn(await readText(activity(inner)), 'Cooperation')).toEqual([]);
  });

  it('follows from nothing where rules are not wanted, nor does whose office an embassy is', async () => {
    const read = await readFiles([SMALL], 'none');
    expect(countsOf(read)['Cooperation']).toBeUndefined();
    expect(rowsIn(read, 'claim').filter((row) => row.includes('agency/'))).toEqual([]);
    expect(countsOf(await readFiles([SMALL]))['Cooperation']).toBe(1);
  });
});

describe('files beside each other', () => {
  it('of one name are refused', async () => {
    await expect(readFiles([SMALL, SMALL])).rejects.toThrow(
      /reads like that of iati-small-2\.03\.xml; rename/,
    );
  });

  it('each are a source of their own, and pass the check of every import', async () => {
    const read = await readFiles([SMALL, OLDER]);
    expect(read.sources).toEqual(['source/iati-small-2-03', 'source/iati-small-1-04']);
    const stated = read.rows.filter(
      ({ kind }) => kind !== 'claim' && !['Agency', 'Initiative', 'Document', 'Topic'].includes(kind.kind),
    );
    expect(stated.length).toBeGreaterThan(0);
    const checked = check(read.rows, { known: (id) => /^(country|group)\//.test(id), claiming: true });
    expect(checked.facts).toHaveLength(16);
  });
});
