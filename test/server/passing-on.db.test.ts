import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApiSchema } from '../../src/api/schema.js';
import { sourcesOf } from '../../src/intake/1-read/read-folder.js';
import { importRegister } from '../../src/intake/4-apply/import-register.js';
import { modelHash } from '../../src/model/shape.js';
import { createLog } from '../../src/server/log.js';
import { startServer } from '../../src/server/start.js';
import { rowsOf, type Cells, type World } from '../intake/world.js';
import { seeded } from '../support/seeded.js';

const OPERATIONS = resolve(import.meta.dirname, '../../schema/operations');
const CLOSED = 'source/closed';
const said: Cells = { source: CLOSED, locator: '1' };
const both = (role: string): string => `country/egy:${role} | country/ind:${role}`;

/** A register that may not be passed on: on all that the seed speaks of, in facts of many kinds, and in things of its own. */
const REGISTER: World = {
  'entities/agencies.csv': [
    { id: 'agency/closed', name: 'Closed office', country: 'country/egy', agencyType: 'MINISTRY', ...said },
  ],
  'entities/initiatives.csv': [{ id: 'initiative/closed', name: 'Patents closed', ...said }],
  'facts/exchanges.csv': [
    {
      id: 'exchange/closed',
      occasion: '1',
      party: `${both('participant')} | country/per:participant`,
      topics: 'topic/patents',
      meeting: 'meeting/cairo-2013',
      period: '2013-05-06',
      ...said,
    },
  ],
  'facts/cooperations.csv': [
    {
      id: 'cooperation/closed-brazil',
      party: 'country/bra:partner | country/ind:partner',
      topics: 'topic/agriculture',
      stage: 'DONE',
      ...said,
    },
    {
      id: 'cooperation/closed-chile',
      party: 'country/chl:partner | country/ury:partner',
      topics: 'topic/agriculture',
      stage: 'DONE',
      ...said,
    },
    // The seed has this one: a fact that both say.
    {
      id: 'cooperation/also',
      party: 'country/egy:learner | country/ind:provider',
      topics: 'topic/pharmaceutical-patents',
      ...said,
    },
    {
      id: 'cooperation/closed',
      party: both('partner'),
      topics: 'topic/patents | topic/agriculture',
      initiative: 'initiative/closed',
      period: '2014-01-01/2015',
      stage: 'DONE',
      ...said,
    },
    {
      id: 'cooperation/closed-peru',
      party: 'country/egy:partner | country/per:partner',
      topics: 'topic/patents',
      period: '2014-01-01/2015',
      stage: 'DONE',
      grewOutOf: 'proposal/cairo-second-phase',
      ...said,
    },
  ],
  'facts/discussions.csv': [
    { id: 'discussion/closed', meeting: 'meeting/cairo-2013', topics: 'topic/patents', ...said },
  ],
  'facts/participations.csv': [
    { id: 'participation/closed', party: 'country/jpn:participant', meeting: 'meeting/cairo-2013', ...said },
  ],
  'facts/involvements.csv': [
    { id: 'involvement/closed', party: 'country/jpn:funder', initiative: 'initiative/itpgrfa', ...said },
  ],
  'facts/positions.csv': [
    {
      id: 'position/closed',
      party: 'country/egy:holder',
      proposal: 'proposal/cairo-second-phase',
      meeting: 'meeting/cairo-2013',
      positionAct: 'SUPPORTS',
      ...said,
    },
  ],
  'facts/mentions.csv': [
    {
      id: 'mention/closed',
      paragraph: 'paragraph/a-res-64-222-fn3',
      names: 'country/jpn | agency/closed',
      topics: 'topic/agriculture',
      ...said,
    },
  ],
  'facts/findings.csv': [
    { id: 'finding/closed', subject: 'initiative/itpgrfa', measure: 'closed', low: '1', high: '2', ...said },
  ],
};
/** Questions of our own, beside those that are shipped. */
const OWN: Readonly<Record<string, string>> = {
  agencies: 'query Agencies { agencies(filter: { country: ["country/egy"] }) { nodes { id name } } }',
  office: 'query Office { agency(id: "agency/closed") { id name } }',
  parts: 'query Parts { meeting(id: "meeting/cairo-2013") { name facts(first: 100) { nodes { id } } } }',
  involved:
    'query Involved { initiative(id: "initiative/itpgrfa") { name facts(first: 100) { nodes { id claims { says } } } } }',
  chain: `query Chain { chain(steps: [{ facts: { kinds: [Exchange] } }, { facts: { kinds: [Cooperation] } }]) { nodes {
    countries { country { id } } steps { facts { id } } } } }`,
  shared:
    'query Shared { cooperation(id: "cooperation/egy-ind-pharma-patents") { certainty claims { says } } }',
  sources: 'query Sources { sources { nodes { name licence redistribution } } }',
};
/** Shipped questions in whose files the register shows where it may. */
const SHIPPED = [
  'cooperation-after-exchange',
  'cq-13-shared-experience-in-patents',
  'cq-54-samples-a-day',
  'exchange-outcomes',
  'fact-sensitivity',
  'facts-by-year',
  'neighbours',
  'network',
  'paths',
  'prior-partners',
  'search',
  'sensitivity',
  'ties',
];

interface Got {
  readonly status: number;
  readonly text: string;
  readonly withheld: {
    readonly sources: readonly string[];
    readonly facts: number;
    readonly entities: number;
  } | null;
}

function folderOfQuestions(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passing-on-'));
  for (const name of SHIPPED)
    for (const ending of ['graphql', 'variables.json'])
      copyFileSync(join(OPERATIONS, `${name}.${ending}`), join(folder, `${name}.${ending}`));
  for (const [name, text] of Object.entries(OWN)) {
    writeFileSync(join(folder, `${name}.graphql`), text);
    writeFileSync(join(folder, `${name}.variables.json`), '{}');
  }
  return folder;
}

describe('what may not be passed on', { timeout: 400_000 }, () => {
  const folder = folderOfQuestions();
  const graph = seeded(undefined, { operations: folder });
  afterAll(() => rmSync(folder, { recursive: true }));
  // A busy machine may plan a statement that it has not seen for longer than one may take.
  const get = async (path: string, address = graph.address, tries = 8): Promise<Got> => {
    const answer = await fetch(`${address}/q/${path}`);
    const text = await answer.text();
    if ((answer.status === 503 || answer.status === 504) && tries > 1) return get(path, address, tries - 1);
    const header = answer.headers.get('graph-withheld');
    return {
      status: answer.status,
      text,
      withheld: header === null ? null : (JSON.parse(header) as Got['withheld']),
    };
  };
  const take = async (redistribution: string): Promise<unknown> => {
    const rows = rowsOf({
      ...REGISTER,
      'sources.csv': [{ id: CLOSED, name: 'Closed register', licence: 'LicenseRef-house', redistribution }],
    });
    const register = {
      name: 'closed',
      sources: sourcesOf(rows),
      rows,
      passedOver: new Map<string, number>(),
    };
    return importRegister(graph.door, register, { partial: false }, { model: modelHash() }, graph.asking);
  };
  const all = async (address?: string): Promise<Record<string, string>> => {
    const texts: Record<string, string> = {};
    for (const name of [...SHIPPED, ...Object.keys(OWN)]) {
      const { status, text } = await get(`${name}.csv`, address);
      expect(status, `${name}: ${text}`).toBe(200);
      texts[name] = text;
    }
    return texts;
  };
  const differing = (files: Record<string, string>): string[] =>
    Object.keys(before)
      .filter((name) => files[name] !== before[name])
      .sort();

  let before: Record<string, string>;
  beforeAll(async () => {
    before = await all();
    await take('FORBIDDEN');
  }, 300_000);

  it('leaves every file as it was before, but for the card of the source and how many documents a fact has', async () => {
    const files = await all();
    // The fact that the seed says too now rests on two.
    expect(differing(files)).toEqual(['fact-sensitivity', 'sources']);
    const first = (text = ''): string => text.replace(/^(TWO_DOCUMENTS|ALL),.*$/gm, '');
    expect(first(files['fact-sensitivity'])).toBe(first(before['fact-sensitivity']));
    expect(files['sources']).toContain('Closed register,LicenseRef-house,FORBIDDEN');
  });

  it('says beside each answer what only the source gives', async () => {
    const withheld = { sources: [CLOSED], facts: 11, entities: 2 };
    expect((await get('ties.csv')).withheld).toEqual(withheld);
    const { extensions } = JSON.parse((await get('ties.json')).text) as { extensions: { address: object } };
    expect(extensions.address).toMatchObject({ withheld });
  });

  it('keeps a fact that another source says too, without the claims of this one', async () => {
    const { text } = await get('shared/evidence.csv');
    expect(text).toContain('document/wipo-conference-summary');
    expect(text).not.toContain(CLOSED);
    const { text: json } = await get('shared.json');
    const { data } = await graph.ask(OWN['shared'] ?? '');
    const counted = (answer: unknown): number =>
      (answer as { cooperation: { claims: [] } }).cooperation.claims.length;
    expect(counted(data)).toBeGreaterThan(counted((JSON.parse(json) as { data: unknown }).data));
    expect(json).not.toContain('OfAddress');
  });

  it('answers /graphql with all, and with what may be passed on where that is asked', async () => {
    const { data, errors } = await graph.ask(`{ agency(id: "agency/closed") { name }
      all: facts(filter: { kinds: [Exchange], topics: { ids: ["topic/patents"] } }) { nodes { id } }
      some: facts(filter: { kinds: [Exchange], topics: { ids: ["topic/patents"] }, evidence: { mayBePassedOn: true } }) { nodes { id } } }`);
    expect(errors).toBeUndefined();
    const {
      agency,
      all: every,
      some,
    } = data as Record<'agency' | 'all' | 'some', { nodes: { id: string }[] }>;
    expect(agency).toEqual({ name: 'Closed office' });
    expect(every.nodes.map(({ id }) => id)).toContain('exchange/closed');
    expect(some.nodes).toEqual(every.nodes.filter(({ id }) => id !== 'exchange/closed'));
    expect(some.nodes).not.toEqual([]);
  });

  it('is in the files of a machine that is set to hold all', async () => {
    const server = await startServer({
      schema: buildApiSchema(),
      door: graph.door,
      config: { host: '127.0.0.1', port: 0, passForbiddenOn: true },
      log: createLog('silent'),
      isReady: () => true,
      operations: folder,
    });
    try {
      const { text, withheld } = await get('agencies.csv', server.address);
      expect(text).toContain('agency/closed');
      expect(withheld).toBeNull();
    } finally {
      await server.stop();
    }
  });

  it('shows in each of these files once the licence is not known to forbid it', async () => {
    await take('');
    expect(differing(await all())).toEqual([...SHIPPED, ...Object.keys(OWN)].sort());
    expect((await get('ties.csv')).withheld).toBeNull();
  });
});
