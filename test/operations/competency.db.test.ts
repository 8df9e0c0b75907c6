import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';

const FOLDER = resolve(import.meta.dirname, '../../schema/operations');

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Party {
  readonly role: string;
  readonly capacity: string;
  readonly unnamed: boolean;
  readonly words: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly office: string | null;
  readonly officeHolder: string | null;
  readonly actor: Named & { readonly __typename: string };
  readonly throughActor: Named | null;
}
interface Claim {
  readonly about: string;
  readonly value: string | null;
  readonly locator: string;
  readonly certainty: string;
  readonly reason: string | null;
  readonly source: Named;
  readonly paragraph: object | null;
}
interface Fact extends Named {
  readonly certainty: string;
  readonly claims: readonly Claim[];
  readonly parties: readonly Party[];
  readonly meeting: Named;
  readonly initiative: Named;
}
interface Page<T> {
  readonly nodes: readonly T[];
  readonly emptyBecause: string | null;
}

const names = (list: readonly Named[]): string[] => list.map(({ name }) => name).sort();
const CLAIMED = (claims: readonly Claim[]): void => {
  expect(claims.length).toBeGreaterThan(0);
  for (const claim of claims) {
    expect(claim.locator).toBeTruthy();
    expect(claim.source.id).toBeTruthy();
    if (claim.certainty === 'INFERRED' && 'reason' in claim) expect(claim.reason).toBeTruthy();
  }
};

describe('the shared questions have their settled answers', () => {
  const graph = seeded();

  /** The answer of the saved operation whose file name begins with the question's id. */
  async function answered<T>(question: string, field: string): Promise<T> {
    const files = readdirSync(FOLDER).filter((name) => name.startsWith(`${question}-`));
    const file = files.find((name) => name.endsWith('.graphql'));
    if (!file) throw new Error(`${FOLDER} has no operation for ${question}.`);
    const variables = join(FOLDER, file.replace('.graphql', '.variables.json'));
    const { data, errors } = await graph.ask(
      readFileSync(join(FOLDER, file), 'utf8'),
      JSON.parse(readFileSync(variables, 'utf8')) as object,
    );
    expect(errors).toBeUndefined();
    return data?.[field] as T;
  }

  it('cq-01: Egypt and India shared experience in patents and have since cooperated', async () => {
    const { nodes } = await answered<
      Page<{ countries: Named[]; exchange: Fact; cooperation: Fact & { topics: Named[] } }>
    >('cq-01', 'cooperationAfterExchange');
    expect(nodes.map(({ countries }) => names(countries))).toEqual([['Egypt', 'India']]);
    expect(nodes[0]?.exchange.meeting.name).toBe(
      'Second WIPO Inter-Regional Meeting on South-South Cooperation on Patents, Trademarks, Geographical Indications, Industrial Designs and Enforcement',
    );
    expect(names(nodes[0]?.cooperation.topics ?? [])).toEqual(['Pharmaceutical patents']);
    CLAIMED(nodes[0]?.cooperation.claims ?? []);
  });

  it('cq-05: Japan takes part in three initiatives of footnote 3', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-05', 'cooperations');
    expect(names(nodes.map(({ initiative }) => initiative))).toEqual([
      'Brazil-Japan agricultural development project in Mozambique',
      'Kenya-Africa-Japan Strengthening of Mathematics and Science in Secondary Education project',
      'Regional Cooperation Meeting of the Japan International Cooperation Agency and the Association of Southeast Asian Nations',
    ]);
    for (const { claims } of nodes) CLAIMED(claims);
  });

  it('cq-07: only Egypt and India cooperated after an exchange at an inter-regional meeting', async () => {
    const { nodes } = await answered<Page<{ countries: Named[] }>>('cq-07', 'cooperationAfterExchange');
    expect(nodes.map(({ countries }) => names(countries))).toEqual([['Egypt', 'India']]);
  });

  it('cq-11: the Annual Conference has a place and no date, only a bound', async () => {
    const meeting = await answered<{ place: string; period: Record<string, unknown>; claims: Claim[] }>(
      'cq-11',
      'meeting',
    );
    expect(meeting.place).toBe('Geneva');
    expect(meeting.period).toMatchObject({
      startMin: '2013-05-08',
      startMax: null,
      endMax: null,
      edtf: null,
      notBefore: ['meeting/cairo-2013'],
    });
    CLAIMED(meeting.claims);
  });

  it('cq-13: Egypt, India and Nepal shared experience in patents', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-13', 'exchanges');
    const countries = nodes.flatMap(({ parties }) =>
      parties.filter(({ actor }) => actor.__typename === 'Country'),
    );
    expect(names(countries.map(({ actor }) => actor))).toEqual(['Egypt', 'India', 'Nepal']);
    for (const { claims } of nodes) CLAIMED(claims);
  });

  it('cq-18: compulsory licensing was reported under strategies and competition', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-18', 'discussions');
    expect(names(nodes.map(({ meeting }) => meeting))).toEqual(['IP strategies and competition']);
  });

  it('cq-19: no bilateral cooperation in trademarks is recorded, and the answer says what that means', async () => {
    const { nodes, emptyBecause } = await answered<Page<Fact>>('cq-19', 'cooperations');
    expect(nodes).toEqual([]);
    expect(emptyBecause).toMatch(/No Cooperation .* is recorded\. .* does not follow\./);
  });

  it('cq-23: of the NGOs in Cairo only the number is given', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-23', 'participations');
    expect(nodes.map(({ parties }) => parties)).toEqual([
      [expect.objectContaining({ unnamed: true, words: 'two', low: 2, high: 2 })],
    ]);
  });

  it('cq-25: UNOSSC has a name for each document', async () => {
    const agency = await answered<Fact & { otherNames: string[] }>('cq-25', 'agency');
    const named = (source: string): string[] =>
      agency.claims
        .filter(({ about, source: { id } }) => ['name', 'otherNames'].includes(about) && id === source)
        .flatMap(({ value }) => [JSON.parse(value ?? 'null') as string | string[]].flat());
    expect(agency.name).toBe('United Nations Office for South-South Cooperation');
    expect(named('document/wipo-conference-summary')).toEqual(
      expect.arrayContaining(['UNOSSC', 'United Nations Office for South-South Cooperation']),
    );
    expect(named('document/nairobi-draft')).toContain('Special Unit for South-South Cooperation');
    expect(named('document/a-res-64-222')).toContain('Special Unit for South-South Cooperation');
    expect(
      agency.claims
        .filter(({ value }) => (value ?? '').includes('Special Unit'))
        .map(({ certainty }) => certainty),
    ).toContain('INFERRED');
  });

  it('cq-29: South Africa spoke for the African Group, the Commissioner for the African Union', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-29', 'participations');
    const parties = nodes.flatMap((one) => one.parties);
    const of = (id: string): Party | undefined => parties.find(({ actor }) => actor.id === id);
    expect(of('group/african-group')?.throughActor?.name).toBe('South Africa');
    expect(of('country/zaf')).toMatchObject({ capacity: 'FOR_ANOTHER', office: 'Delegate' });
    expect(of('agency/african-union')).toMatchObject({
      capacity: 'OWN',
      office: 'Commissioner for Human Resources, Science and Technology',
    });
    expect(of('group/africa')).toBeUndefined();
  });

  it('cq-31: draft paragraphs 12, 18 and 30 were dropped', async () => {
    const { nodes, alignment } = await answered<Page<{ unit: Named }> & { alignment: string }>(
      'cq-31',
      'textComparison',
    );
    expect(names(nodes.map(({ unit }) => unit))).toEqual([
      'Draft paragraph 12',
      'Draft paragraph 18',
      'Draft paragraph 30',
    ]);
    expect(alignment).toMatch(/^All \d+ alignments are inferred/);
  });

  it('cq-36: draft paragraph 4 became 20(e), stronger', async () => {
    const { nodes } = await answered<
      Page<{ unit: Named; alignments: { unit: Named; strength: string; reason: string }[] }>
    >('cq-36', 'textComparison');
    expect(names(nodes.map(({ unit }) => unit))).toEqual(['Draft paragraph 4']);
    expect(nodes[0]?.alignments).toEqual([
      expect.objectContaining({
        strength: 'STRONGER',
        unit: expect.objectContaining({ name: 'Adopted paragraph 20(e)' }),
        reason: expect.stringMatching(/./),
      }),
    ]);
  });

  it('cq-37: the Executive Board of UNDP is invited to consider resources', async () => {
    const { nodes } = await answered<Page<Fact & { addressees: Named[] }>>('cq-37', 'proposals');
    expect(nodes.map(({ name }) => name)).toEqual(['prov-21l-5 (invite)']);
    expect(names(nodes.flatMap(({ addressees }) => addressees))).toEqual([
      'Executive Board of the United Nations Development Programme',
    ]);
  });

  it('cq-42: three acts of paragraph 20 are addressed to developing countries', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-42', 'proposals');
    expect(names(nodes)).toEqual(['prov-20a-2 (invite)', 'prov-20c-1 (encourage)', 'prov-20d-1 (encourage)']);
    for (const { claims } of nodes) CLAIMED(claims);
  });

  const CONTINUE = 'Second phase of the project, then mainstreaming inside WIPO';
  const FINISH = 'Finish all activities of the South-South project, the web portal above all';
  const BUDGET = 'Enough resources for South-South cooperation in the next Program & Budget';
  const STRUCTURE = 'Stronger institutional capacity and structure of WIPO for South-South cooperation';
  const MEETINGS = 'More inter-regional meetings for exchange and contacts';
  const LANGUAGES = 'More official languages of developing countries and LDCs in use';
  const NETWORKS = 'Stronger networking and matchmaking among developing countries and LDCs';
  const LESSONS =
    'Make successful South-South IP initiatives and lessons known by case studies and other material';
  const GRASSROOTS =
    'Use South-South cooperation to raise resources and spur grassroots and community innovation';

  it('cq-43: six proposals of Cairo are for WIPO alone, two of them by inference', async () => {
    const { nodes } = await answered<
      Page<{ proposal: Named; addressees: { certainty: string; reason: string | null }[] }>
    >('cq-43', 'proposalTrail');
    expect(names(nodes.map(({ proposal }) => proposal))).toEqual(
      [CONTINUE, FINISH, BUDGET, STRUCTURE, MEETINGS, LANGUAGES].sort(),
    );
    const inferred = nodes.filter(({ addressees }) =>
      addressees.some(({ certainty }) => certainty === 'INFERRED'),
    );
    expect(names(inferred.map(({ proposal }) => proposal))).toEqual([MEETINGS, LANGUAGES].sort());
    expect(inferred.every(({ addressees }) => addressees.every(({ reason }) => Boolean(reason)))).toBe(true);
  });

  it('cq-48: the Chair took up six of the nine; nothing is stored of it, and nothing is called undone', async () => {
    const { nodes } = await answered<Page<{ proposal: Named; takenUp: Fact[]; standingInWords: string }>>(
      'cq-48',
      'proposalTrail',
    );
    const byChair = ({ takenUp }: { takenUp: Fact[] }): boolean =>
      takenUp.some(({ parties }) => parties.some(({ capacity }) => capacity === 'CHAIR'));
    expect(names(nodes.filter(byChair).map(({ proposal }) => proposal))).toEqual(
      [CONTINUE, STRUCTURE, MEETINGS, LANGUAGES, NETWORKS, LESSONS].sort(),
    );
    expect(names(nodes.filter((one) => !byChair(one)).map(({ proposal }) => proposal))).toEqual(
      [FINISH, BUDGET, GRASSROOTS].sort(),
    );
    for (const { standingInWords } of nodes) expect(standingInWords).toMatch(/ as of graph version \d+\.$/);
  });

  it('cq-49: 32 developing and 5 developed countries, 4 IGOs, 2 NGOs, over one hundred participants', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-49', 'participations');
    const counted = Object.fromEntries(
      nodes.flatMap(({ parties }) =>
        parties.map(({ actor, low, high, words }) => [actor.id, [low, high, words]]),
      ),
    );
    expect(counted).toMatchObject({
      'group/developing-countries': [32, 32, 'thirty-two'],
      'group/developed-countries': [5, 5, 'five'],
      'group/intergovernmental-organizations': [4, 4, 'four'],
      'group/non-governmental-organizations': [2, 2, 'two'],
      'group/cairo-2013-participants': [100, null, 'over one hundred'],
    });
  });

  it('cq-54: about six to eight hundred samples a day', async () => {
    const { nodes } = await answered<Page<{ measure: string; low: number; high: number }>>(
      'cq-54',
      'findings',
    );
    expect(nodes).toContainEqual(expect.objectContaining({ low: 600, high: 800 }));
    expect(nodes.filter(({ measure }) => measure.includes('samples'))).toHaveLength(1);
  });

  it('cq-55: the ambassador of Djibouti chaired', async () => {
    const { nodes } = await answered<Page<Fact>>('cq-55', 'participations');
    expect(nodes.map(({ parties }) => parties)).toEqual([
      [
        expect.objectContaining({
          officeHolder: 'Mohamed Siad Doualeh',
          actor: { id: 'country/dji', name: 'Djibouti' },
        }),
      ],
    ]);
  });

  it('cq-60: the next consultations on 11 November 2009, and who drafted', async () => {
    type Done = Fact & {
      documentAct?: string;
      document?: Named;
      meeting?: { place: string | null; hours: string; stage: string; period: { edtf: string } };
    };
    const { nodes } = await answered<Page<Done>>('cq-60', 'facts');
    const next = nodes.filter(({ meeting }) => meeting?.stage === 'PLANNED');
    expect(next.length).toBeGreaterThan(0);
    for (const { meeting } of next) {
      expect(meeting).toMatchObject({
        place: 'Trusteeship Council Chamber',
        hours: '15:00/18:00',
        period: { edtf: '2009-11-11' },
      });
    }
    const drafted = nodes.filter(
      ({ documentAct, document }) => documentAct === 'DRAFTS' && document?.id === 'document/nairobi-draft',
    );
    expect(drafted.flatMap(({ parties }) => parties.map(({ officeHolder }) => officeHolder)).sort()).toEqual([
      'Abdallah M. Alsaïdi',
      'Gunnar Pálsson',
    ]);
  });
});
