import { readFile, rm, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { command, type CommandOutcome } from '../support/product.js';
import { seeded } from '../support/seeded.js';
import { batchIn, givenDatabase, importing, undo } from './importing.js';

const MAPPING = `mapping: 1
register: visits
about: Who gave a workshop to whom.
tables:
  - table: workshops
    file: workshops*.csv
    source: { name: Workshops }
    key: '{No}'
    columns:
      No:
      Land: { means: country }
      Office: { means: agency }
      Office name: { from: Office }
    states:
      - kind: Agency
        id: '{Office}'
        locator: '{Office name}'
        cells: { name: '{Office name}', agencyType: OTHER }
      - kind: Exchange
        id: exchange/visits-{No}
        cells: { party: ['{Land}:receiver', '{Office}:provider'], topics: topic/patents, category: training }
`;
const NEAR = 'United Nations Development Program';
const ROWS = `No,Land,Office\n1,Egypt,${NEAR}\n2,Egpyt,UNDP\n3,Kenya,House of Seeds\n`;
const SHARED = `query ($id: ID!, $identity: Identity!) {
  facts(filter: { kinds: [Exchange], actors: { ids: [$id] }, identity: $identity }, first: 50) { nodes { id } }
}`;

describe('names that are in doubt', () => {
  const product = seeded();
  const { at, place, take } = importing();
  const hash = (): Promise<string> => contentHash(product.door, product.asking);
  const doubts = (): Promise<string> => readFile(at('doubts.csv'), 'utf8');
  const settle = async (said: string, id: string, verdict: string): Promise<void> => {
    const text = await doubts();
    const row = text.split('\n').find((line) => line.includes(said) && line.includes(`,${id},`)) ?? '';
    expect(row).not.toBe('');
    await writeFile(at('doubts.csv'), text.replace(row, row.replace(/,[a-z]*\r?$/, `,${verdict}`)));
  };
  const mapped = (rows = ROWS, asked = {}): Promise<string> =>
    take(at('visits.yaml'), { 'workshops.csv': rows }, asked);
  const typed = async (...flags: readonly string[]): Promise<CommandOutcome> =>
    command(
      'cooperation-graph',
      { dataDir: '.test-data', env: givenDatabase() },
      'import',
      at('visits.yaml'),
      ...(await place({ 'workshops.csv': ROWS })),
      '--doubts',
      at('doubts.csv'),
      ...flags,
    );
  async function sharedBy(id: string, identity: string): Promise<string[]> {
    const { data, errors } = await product.ask(SHARED, { id, identity });
    expect(errors).toBeUndefined();
    const { nodes } = (data as { facts: { nodes: { id: string }[] } }).facts;
    return nodes.map((node) => node.id).filter((own) => own.startsWith('exchange/visits-'));
  }
  let before: string;
  beforeAll(async () => {
    before = await hash();
    await place({ 'visits.yaml': MAPPING });
    // The first command builds what the others run.
    await typed('--help');
  });

  it('are told by a dry run, which writes nothing but the file in which they are settled', async () => {
    const { code, answer, told } = await typed('--dry-run');
    expect([code, told]).toEqual([0, '']);
    expect(answer).toContain('  in doubt    2 names\n');
    expect(answer).toContain(`"${NEAR}" (workshops.csv, row 2) may be agency/undp, and is kept apart\n`);
    expect(answer).toContain(
      '"Egpyt" (workshops.csv, row 3) may be country/egy, so what is said of it is left out\n',
    );
    expect(answer).toContain(`of ${at('doubts.csv')} and import again.\nA dry run: nothing was written`);
    expect(await hash()).toBe(before);
    expect((await doubts()).split('\n')).toHaveLength(4);
  });

  it('are possibly the same, which a question takes apart or together; the same again is nothing', async () => {
    const { code, answer, told } = await typed();
    expect([code, told]).toEqual([0, '']);
    expect(answer).toContain(`Taken in as ${batchIn(answer)}; the graph is at version`);
    expect(await sharedBy('agency/undp', 'APART')).toEqual([]);
    expect(await sharedBy('agency/undp', 'TOGETHER')).toEqual(['exchange/visits-1']);
    const { data } = await product.ask(`{ agency(id: "agency/united-nations-development-program") {
      possiblySameAs { id } claims { says certainty basis reason } } }`);
    const agency = data?.['agency'] as { possiblySameAs: object[]; claims: { basis: string | null }[] };
    expect(agency.possiblySameAs).toEqual([{ id: 'agency/undp' }]);
    expect(agency.claims.filter(({ basis }) => basis !== null)).toEqual([
      {
        says: 'possiblySameAs agency/undp',
        certainty: 'INFERRED',
        basis: 'RULE:names-alike',
        reason: 'It is named much like agency/undp, and nobody has settled yet whether it is the same.',
      },
    ]);
    expect(await mapped()).toContain('Nothing to change in the register visits:');
    // The graph itself remembers what is in doubt, should the file get lost.
    await rm(at('doubts.csv'));
    expect(await mapped()).toContain('Nothing to change in the register visits:');
    expect((await doubts()).split('\n')).toHaveLength(4);
  });

  it('stay what they are in an import of a part, and are not inferred where nothing may be', async () => {
    const standing = await hash();
    const { answer } = await typed('--partial');
    expect(answer).toContain('Nothing to change in the register visits:');
    const part = await mapped('No,Land,Office\n3,Kenya,House of Seeds\n', { partial: true });
    expect(part).not.toMatch(/withdrawn|gone|replaced/);
    expect(await sharedBy('agency/undp', 'TOGETHER')).toEqual(['exchange/visits-1']);
    await undo(part);
    expect(await hash()).toBe(standing);
    const plain = await mapped(ROWS, { infer: 'none' });
    expect(plain).toContain('agency/united-nations-development-program, possiblySameAs:agency/undp');
    expect(await sharedBy('agency/undp', 'TOGETHER')).toEqual([]);
    await undo(plain);
    expect(await hash()).toBe(standing);
  });

  it('are one thing, or two, once a person has settled it, until the line is taken out', async () => {
    const standing = await hash();
    await settle('Egpyt', 'country/egy', 'same');
    await settle(NEAR, 'agency/undp', 'same');
    const same = await mapped();
    expect(same).not.toContain('in doubt');
    expect((await sharedBy('agency/undp', 'APART')).sort()).toEqual([
      'exchange/visits-1',
      'exchange/visits-2',
    ]);
    await settle(NEAR, 'agency/undp', 'different');
    const different = await mapped();
    expect(different).not.toContain('in doubt');
    expect(await sharedBy('agency/undp', 'TOGETHER')).toEqual(['exchange/visits-2']);
    expect(await sharedBy('agency/united-nations-development-program', 'APART')).toEqual([
      'exchange/visits-1',
    ]);
    await settle(NEAR, 'agency/undp', '');
    await settle('Egpyt', 'country/egy', '');
    await mapped();
    expect(await hash()).toBe(standing);
  });
});
