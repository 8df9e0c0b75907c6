import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PATIENT } from '../../src/graph/door.js';
import { linesOf, plus, type World } from '../intake/world.js';
import { testEngine } from '../support/engine.js';
import { seeded } from '../support/seeded.js';
import { STORY, tell } from '../support/story.js';
import type { ZoneTask } from '../support/zone-child.js';

const said = { source: 'document/chronicle', locator: '1' };
const PAID = { currency: 'USD', fundingType: 'DISBURSED', ...said };

/** Amounts as sources write them, and as JSON must give them. */
const AMOUNTS: readonly (readonly [written: string, json: string])[] = [
  ['3000000000', '3000000000'],
  ['9007199254740991', '9007199254740991'],
  ['0.1', '0.1'],
  ['1250000.50', '1250000.5'],
  ['-5', '-5'],
  ['0', '0'],
];
const REFUSED = [
  '9007199254740993',
  '0.1000000000000000055',
  '9'.repeat(40),
  '1e9',
  '1,000',
  '0x10',
  'NaN',
  '١٢',
];

/** Periods in the order in which a list of the newest gives them. */
const PERIODS: readonly (readonly [wording: string, startMin: string, endMax: string | null])[] = [
  ['2012-02-29', '2012-02-29', '2012-02-29'],
  ['2011-12-31/2012-01-01', '2011-12-31', '2012-01-01'],
  ['1999', '1999-01-01', '1999-12-31'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['1648-10-24', '1648-10-24', '1648-10-24'],
  ['1648', '1648-01-01', '1648-12-31'],
];

const funding = (id: string, cells: Record<string, string>): World => ({
  'facts/fundings.csv': [
    { id: `funding/${id}`, occasion: id, party: 'country/arn:funder', ...PAID, ...cells },
  ],
});
const WORLD = [
  ...AMOUNTS.map(([written], i) => funding(`amount-${i}`, { amountMin: written, amountMax: written })),
  ...PERIODS.map(([period], i) => funding(`period-${i}`, { period, gist: period })),
].reduce(plus, STORY);
const DATED = 'filter: { dated: { from: "0001-01-01", to: "2013-12-31" }, kinds: [Funding] }';
const QUERY = `{
  amounts: fundings(first: 100) { nodes { id amountMin amountMax } }
  dated: facts(first: 100, ${DATED}) { nodes { id ... on Funding { period { startMin startMax endMin endMax edtf inWords } } } }
  before: facts(first: 100, filter: { dated: { to: "1648-12-31" } }) { nodes { id } }
}`;

const graph = seeded((door, asking) => tell(door, asking, WORLD));

async function text(): Promise<string> {
  const response = await fetch(`${graph.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return response.text();
}
const withoutCost = (answer: string): unknown => (JSON.parse(answer) as { data: unknown }).data;

describe('amounts', () => {
  it('come out as they went in, to the last digit', async () => {
    const answer = await text();
    AMOUNTS.forEach(([, json], i) =>
      expect(answer).toContain(`{"id":"funding/amount-${i}","amountMin":${json},"amountMax":${json}}`),
    );
  });

  it.each(REFUSED)('that cannot be held exactly are refused with their place: %s', (written) => {
    const lines = linesOf(plus(STORY, funding('wrong', { amountMin: written })));
    expect(lines.join()).toMatch(/fundings\.csv.*amountMin.*(exactly|number)/);
  });

  it('are refused as arguments where JSON cannot hold them', async () => {
    for (const literal of ['1e400', '"9"', '9'.repeat(400), '9007199254740993', '-9007199254740993']) {
      const { errors } = await graph.ask(
        `{ fundings(filter: { amountMin: [${literal}] }) { nodes { id } } }`,
      );
      expect(errors?.[0]?.extensions['code']).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    }
  });
});

describe('dates', () => {
  it('keep their wording, have the right bounds and stand in order', async () => {
    const { dated, before } = withoutCost(await text()) as Record<
      string,
      { nodes: Record<string, unknown>[] }
    >;
    expect(dated?.nodes.map(({ id, period }) => [id, period])).toEqual(
      PERIODS.map(([edtf, startMin, endMax], i) => [
        `funding/period-${i}`,
        expect.objectContaining({ edtf, startMin, endMax }),
      ]),
    );
    expect(before?.nodes.map(({ id }) => id)).toEqual(['funding/period-4', 'funding/period-5']);
  });

  it('that do not exist are refused as arguments', async () => {
    for (const day of [
      '1900-02-29',
      '2013-02-30',
      '2013-2-3',
      '2013',
      '+002013-01-01',
      '2013-01-01T00:00:00Z',
      '',
    ]) {
      const { errors } = await graph.ask(
        `{ facts(filter: { dated: { from: ${JSON.stringify(day)} } }) { nodes { id } } }`,
      );
      expect([day, errors?.[0]?.extensions['code']]).toEqual([day, 'GRAPHQL_VALIDATION_FAILED']);
    }
  });

  it('are the same in two processes a day apart, which read the world anew and find nothing changed', async () => {
    const task: ZoneTask = { connection: { ...testEngine(), timeouts: PATIENT }, world: WORLD, query: QUERY };
    const inZone = async (TZ: string): Promise<{ offset: number; changes: number; answer: string }> => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'test/support/zone-child.ts', JSON.stringify(task)],
        { env: { ...process.env, TZ }, timeout: 100_000, maxBuffer: 1e8 },
      );
      return JSON.parse(stdout) as { offset: number; changes: number; answer: string };
    };
    const [east, west] = [await inZone('Pacific/Kiritimati'), await inZone('Pacific/Pago_Pago')];
    expect([east.offset, west.offset]).toEqual([-840, 660]);
    expect([east.changes, west.changes]).toEqual([0, 0]);
    const here = withoutCost(await text());
    expect(withoutCost(east.answer)).toEqual(here);
    expect(withoutCost(west.answer)).toEqual(here);
  }, 240_000);
});
