import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NodeRow } from '../../src/graph/reads/projection.js';
import { EXECUTORS } from './asked.js';

const rows = vi.hoisted((): { byId: Record<string, object> } => ({ byId: {} }));
vi.mock('../../src/graph/reads/nodes.js', () => ({
  nodesById: (_door: unknown, _asking: unknown, ids: string[]) =>
    Promise.resolve(new Map(ids.flatMap((id) => (rows.byId[id] ? [[id, rows.byId[id]]] : [])))),
}));

const put = (...some: NodeRow[]): void => void some.forEach((row) => (rows.byId[row.id] = row));
afterEach(() => (rows.byId = {}));

const EGYPT = {
  kind: 'Country',
  id: 'country/egy',
  status: 'ACCEPTED',
  certainty: 'STATED',
  name: 'Egypt',
  nameEn: 'Egypt',
  nameFr: 'Égypte',
};

describe.each(EXECUTORS)('a row under %s', (_, ask) => {
  it('has a name in the asked language, or a stated fallback', async () => {
    put(
      EGYPT,
      { kind: 'Meeting', id: 'meeting/x', name: 'Reunión' },
      { kind: 'Paragraph', id: 'paragraph/x-4' },
    );
    const { data } = await ask(`{
      nodes(ids: ["country/egy", "meeting/x", "paragraph/x-4"]) {
        ... on Entity { name fr: name(lang: FR) ar: name(lang: AR) inFr: nameLanguage(lang: FR) inAr: nameLanguage(lang: AR) otherNames }
      }
    }`);
    expect(data?.['nodes']).toEqual([
      { name: 'Egypt', fr: 'Égypte', ar: 'Egypt', inFr: 'FR', inAr: 'EN', otherNames: [] },
      { name: 'Reunión', fr: 'Reunión', ar: 'Reunión', inFr: null, inAr: null, otherNames: [] },
      {
        name: 'paragraph/x-4',
        fr: 'paragraph/x-4',
        ar: 'paragraph/x-4',
        inFr: null,
        inAr: null,
        otherNames: [],
      },
    ]);
  });

  it('has a period from its own bounds, or none where its kind has no time', async () => {
    put(
      {
        kind: 'Exchange',
        id: 'exchange/x',
        startMin: '2013-05-06',
        startMax: '2013-05-06',
        endMin: '2013-05-08',
        endMax: '2013-05-08',
        edtf: '2013-05-06/2013-05-08',
      },
      { kind: 'Cooperation', id: 'cooperation/x' },
      { kind: 'Finding', id: 'finding/x' },
    );
    const { data } = await ask(`{
      nodes(ids: ["exchange/x", "cooperation/x", "finding/x"]) {
        ... on Fact { period { startMin endMax ongoing notBefore conflict inWords } }
      }
    }`);
    expect(data?.['nodes']).toEqual([
      {
        period: {
          startMin: '2013-05-06',
          endMax: '2013-05-08',
          ongoing: false,
          notBefore: [],
          conflict: false,
          inWords: '6 to 8 May 2013',
        },
      },
      {
        period: {
          startMin: null,
          endMax: null,
          ongoing: false,
          notBefore: [],
          conflict: false,
          inWords: 'date unknown',
        },
      },
      { period: null },
    ]);
  });

  it('has empty lists and counts where the graph holds nothing', async () => {
    put({ ...EGYPT, claims: [] }, { kind: 'Succession', id: 'succession/x', claims: [] });
    const { data } = await ask(`{
      nodes(ids: ["country/egy", "succession/x"]) {
        __typename
        ... on Country { formerCodes conflicts documents alpha2 claims { id } }
        ... on Fact { conflicts documents parties { role } topics { id } }
        ... on Succession { changed }
      }
    }`);
    expect(data?.['nodes']).toEqual([
      { __typename: 'Country', formerCodes: [], conflicts: [], documents: 0, alpha2: null, claims: [] },
      { __typename: 'Succession', conflicts: [], documents: 0, parties: [], topics: [], changed: [] },
    ]);
  });

  it('has claims that say in words what they hold', async () => {
    const claim = (about: string, value: string | null): object => ({
      id: `claim/${about}`,
      about,
      value,
      recordedAt: '',
      voice: { capacity: null, speaker: EGYPT },
    });
    put({
      ...EGYPT,
      claims: [
        claim('existence', null),
        claim('party:country/egy:participant:CHAIR', '{"words":"many"}'),
        claim('topics:topic/patents', null),
        claim('stage', '"DONE"'),
        claim(
          'period',
          '{"startMin":"2013-05-08","startMax":"2013-05-08","endMin":"2013-05-08","endMax":"2013-05-08","ongoing":false,"edtf":"2013-05-08","notBefore":[],"notAfter":[]}',
        ),
      ],
    });
    const { data, errors } = await ask(
      '{ country(id: "country/egy") { claims { value says voice { capacity speaker { id } } } } }',
    );
    expect(errors).toBeUndefined();
    const claims = (data?.['country'] as { claims: { value: string | null; says: string; voice: object }[] })
      .claims;
    expect(claims.map(({ says }) => says)).toEqual([
      'that it is so',
      'party country/egy as participant, acting as chair (many)',
      'topics topic/patents',
      'stage: "DONE"',
      'period: 8 May 2013',
    ]);
    expect(claims.map(({ value }) => value).slice(0, 2)).toEqual([null, '{"words":"many"}']);
    expect(claims[0]?.voice).toEqual({ capacity: 'OWN', speaker: { id: 'country/egy' } });
  });

  it('stands in its place, or is null', async () => {
    put(EGYPT);
    const { data } = await ask(
      '{ nodes(ids: ["country/none", "country/egy", "nonsense", "country/egy"]) { id } node(id: "nonsense") { id } }',
    );
    expect(data).toEqual({ nodes: [null, { id: 'country/egy' }, null, { id: 'country/egy' }], node: null });
  });
});
