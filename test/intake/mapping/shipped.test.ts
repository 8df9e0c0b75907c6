import { basename, join, resolve } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/intake/1-read/mapping/load.js';
import { readMapped } from '../../../src/intake/1-read/mapping/read-mapped.js';
import { shippedMappings } from '../../../src/intake/1-read/mapping/shipped.js';
import { check } from '../../../src/intake/2-check/check.js';
import type { Said, WhoIsWho } from '../../../src/intake/who-is-who/who-is-who.js';
import { inMemory, type ReadRegister } from '../in-memory.js';
import { FewCountries, rowsOf } from './support.js';

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name);
const shared = resolve(import.meta.dirname, '../../../../shared/data');
const there = existsSync(shared);
if (!there) console.warn(`Skipped: the published sets, since ${shared} is not there.`);

async function read(
  register: string,
  files: readonly string[],
  who: WhoIsWho = new FewCountries(),
): Promise<ReadRegister> {
  const mapping = await loadMapping(shippedMappings().get(register) ?? '');
  return inMemory(await readMapped({ mapping, files }, who));
}

describe('shipped mappings', () => {
  it.each([...shippedMappings()])('%s is right, and named as its file', async (name, path) => {
    expect((await loadMapping(path)).register).toBe(name);
    expect(basename(path)).toBe(`${name}.yaml`);
  });

  it('read a register of projects of two countries', async () => {
    const { rows, sources, passedOver } = await read('country-pairs', [fixture('country-pairs.csv')]);
    expect(sources).toEqual(['source/country-pairs-projects']);
    expect(
      rowsOf(rows, 'Cooperation').map(({ occasion, party, period, stage, topics }) => [
        occasion,
        party,
        period,
        stage,
        topics,
      ]),
    ).toEqual([
      ['P-1', 'country/egy:partner | country/ind:partner', '2014-01/2015', 'DONE', 'topic/patents'],
      [
        'P-2',
        'country/bra:partner | country/moz:partner',
        '2016-02-01/',
        'UNDER_WAY',
        'topic/agriculture | topic/technology-transfer',
      ],
      ['P-3', 'country/per:partner | country/ken:partner', '/2019', 'DONE', 'topic/patents'],
    ]);
    // The project of a country in doubt is there; with whom it is, is not said until that is settled.
    expect(rowsOf(rows, 'Initiative')).toHaveLength(4);
    expect(passedOver.get('statements or parts of them, until it is settled who is meant')).toBe(1);
    expect(check(rows, { known: () => true }).facts).toHaveLength(3);
  });

  it('read a register of courses with several countries', async () => {
    const { rows } = await read('training-events', [fixture('training-events.csv')]);
    const exchanges = rowsOf(rows, 'Exchange');
    expect(exchanges.map(({ id, occasion, period }) => [id, occasion, period])).toEqual([
      ['exchange/training-events-c-2013', 'C/2013', '2013-05-06/2013-05-08'],
      ['exchange/training-events-c-2014', 'C/2014', '2014-05-06'],
      ['exchange/training-events-c-2020', 'C/2020', '2020-03-02/2020-03-13'],
    ]);
    expect(exchanges[2]?.['party']).toBe(
      'country/per:participant | country/ken:participant | country/bra:provider',
    );
    // The same course of the next year has the same countries and topic, and is another exchange.
    expect(check(rows, { known: () => true }).facts).toHaveLength(3);
  });
});

/** Takes every name for a country of its own, so that what is counted does not hang on who is who. */
class EveryName extends FewCountries {
  override country(said: Said): string {
    return `country/x${Buffer.from(said.name).toString('hex')}`;
  }
}

/** Rows of a file by the plainest reading that its own quoting allows: none of our readers, none of its packages. */
const plainly = (file: string, cut: (line: string) => string[]): string[][] =>
  readFileSync(join(shared, file), 'utf8').trim().split(/\r?\n/).slice(1).map(cut);

describe.skipIf(!there)('published sets, beside counts taken from the files in another way', () => {
  it('treaties: one involvement a row, a party where there is an instrument or an entry into force', async () => {
    const file = 'treaties/membership-to-copyright-treaties.csv';
    const lines = plainly(file, (line) => line.split(',').slice(-5));
    const bound = lines.filter(
      ([, , kind, when, force]) => (kind ?? '') + (when ?? '') + (force ?? '') !== '',
    );
    const { rows } = await read('wipo-treaties', [join(shared, file)], new EveryName());
    const parties = rowsOf(rows, 'Involvement').map(({ party }) => party?.split(':')[1]);
    const count = (role: string): number => parties.filter((one) => one === role).length;
    expect(new Set(rowsOf(rows, 'Involvement').map(({ id }) => id)).size).toBe(lines.length);
    expect([count('party'), count('signatory')]).toEqual([
      bound.length,
      lines.filter(([, signed]) => signed !== '').length,
    ]);
    expect(rowsOf(rows, 'Initiative')).toHaveLength(new Set(lines.map(([treaty]) => treaty)).size);
    expect(
      rowsOf(rows, 'Agency')
        .map(({ name }) => name)
        .sort(),
    ).toHaveLength(4);
    expect([lines.length, bound.length]).toEqual([1501, 1215]);
  });

  it('negotiations: a paragraph a section, a document an address, a mention where somebody is named', async () => {
    const folder = 'negotiations';
    const files = ['events_metadata.csv', 'sections_metadata.csv'].map((name) => join(shared, folder, name));
    const lines = plainly(`${folder}/sections_metadata.csv`, (line) => line.slice(1).split('","'));
    const named = lines.flatMap(([, , , countries]) =>
      (countries ?? '').split('|').filter((name) => name !== ''),
    );
    const naming = lines.filter(([, , actors, countries]) => actors !== '' || countries !== '');
    const { rows } = await read('earth-negotiations', files, new EveryName());
    const mentions = rowsOf(rows, 'Mention').filter(({ paragraph }) => paragraph?.startsWith('paragraph/'));
    const names = mentions.flatMap((row) => (row['names'] ?? '').split(' | '));
    expect(rowsOf(rows, 'Paragraph')).toHaveLength(lines.length);
    expect(rowsOf(rows, 'Document')).toHaveLength(new Set(lines.map((cells) => cells[5])).size);
    expect(rowsOf(rows, 'Topic')).toHaveLength(19);
    expect(rowsOf(rows, 'Meeting')).toHaveLength(119);
    expect(mentions).toHaveLength(naming.length);
    const constituencies = named.filter((name) => ['Indigenous Peoples', 'Youth NGOs'].includes(name)).length;
    expect(names.filter((id) => id.startsWith('country/'))).toHaveLength(named.length - constituencies);
    expect(rowsOf(rows, 'Participation')).toEqual([]);
    expect([lines.length, naming.length, named.length]).toEqual([9395, 6386, 36953]);
  });
});
