import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Table } from '../../bench/load/bulk/table.js';
import { hashOfMaking } from '../../bench/load/hash-of-making.js';
import { Random, zipf } from '../../bench/world/random.js';
import { TIERS } from '../../bench/world/tiers.js';
import type { Import } from '../../bench/world/tell.js';
import { topicTree } from '../../bench/world/topics.js';
import { worldOf } from '../../bench/world/world.js';
import { int } from '../../src/graph/cypher.js';
import type { Claim, Party } from '../../src/model/claim.js';
import { ENTITY_KINDS, FACT_KINDS, kindNamed } from '../../src/model/kinds.js';
import type { Period } from '../../src/model/values/period.js';

async function batchesOf(world: AsyncIterable<Import>): Promise<Import[]> {
  const batches: Import[] = [];
  for await (const batch of world) batches.push(batch);
  return batches;
}

/** Ids that a claim names, whatever they stand for. */
const namedBy = (claim: Claim): string[] => [
  claim.source,
  ...(claim.voice === null ? [] : [claim.voice]),
  ...claim.relayedBy,
  ...(/^(?!party:)\w+:(.+)$/.exec(claim.about)?.slice(1) ?? []),
  ...(claim.about.startsWith('party:') ? [(claim.value as Party).actor] : []),
  ...(claim.about === 'period'
    ? [...(claim.value as Period).notBefore, ...(claim.value as Period).notAfter]
    : []),
];

describe('the generated world', () => {
  let batches: Import[];
  let claims: Claim[];
  beforeAll(async () => {
    batches = await batchesOf(worldOf(TIERS.small));
    claims = batches.slice(1).flatMap(({ create }) => create);
  });

  it('is the same each time', async () => {
    expect(await batchesOf(worldOf(TIERS.small))).toEqual(batches);
  });

  it('has as many facts as its tier says, of all kinds, and all kinds of entities', () => {
    const facts = batches.slice(1).flatMap((batch) => batch.facts);
    expect(facts).toHaveLength(TIERS.small.facts);
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(FACT_KINDS.map(({ kind }) => kind)));
    const entities = new Set(batches.flatMap((batch) => batch.entities.map(({ kind }) => kind)));
    expect(entities).toEqual(new Set(ENTITY_KINDS.map(({ kind }) => kind)));
  });

  it('brings no fact, claim or place twice', () => {
    for (const ids of [
      batches.flatMap((batch) => [...batch.facts, ...batch.entities].map(({ id }) => id)),
      batches.flatMap((batch) => batch.facts.map(({ identity }) => identity)),
      claims.map(({ id }) => id),
      claims.map(({ place }) => place),
    ])
      expect(new Set(ids).size).toBe(ids.length);
  });

  it('speaks in each import only of what it brings, and names only what it or one before it brings', () => {
    const known = new Set<string>();
    const stated = new Set<string>();
    for (const { entities, facts, create } of batches) {
      const own = new Set([...entities, ...facts].map(({ id }) => id));
      for (const id of own) known.add(id);
      for (const { id } of create) stated.add(id);
      expect(create.filter(({ target }) => !own.has(target))).toEqual([]);
      expect(create.flatMap(namedBy).filter((id) => !known.has(id))).toEqual([]);
      expect(create.flatMap(({ inferredFrom }) => inferredFrom).filter((id) => !stated.has(id))).toEqual([]);
    }
  });

  it.each<[string, (claim: Claim) => boolean]>([
    ['inferred', ({ inferredFrom }) => inferredFrom.length > 0],
    ['against a fact', ({ about, stance }) => about === 'existence' && stance === 'CONTRADICTS'],
    ['against a party', ({ about, stance }) => about.startsWith('party:') && stance === 'CONTRADICTS'],
    ['waiting for review', ({ status }) => status === 'SUBMITTED'],
    ['in the words of a party, relayed by others', ({ relayedBy }) => relayedBy.length > 0],
    ['of a party of which only words are known', ({ about }) => about.startsWith('party:group/g-')],
    ['of a party in the chair', ({ about }) => about.endsWith(':CHAIR')],
    ['of an agency', ({ about }) => about.startsWith('party:agency/')],
    ['of what a fact grew out of', ({ about }) => about.startsWith('grewOutOf:exchange/')],
    ['of a day', ({ about, value }) => about === 'period' && /^\d{4}-\d\d-\d\d$/.test(wording(value))],
    ['of a year', ({ about, value }) => about === 'period' && /^\d{4}$/.test(wording(value))],
    ['of bounds', ({ about, value }) => about === 'period' && wording(value).startsWith('[')],
    ['of what goes on', ({ about, value }) => about === 'period' && wording(value).endsWith('/..')],
    ['of what was after a meeting', ({ about, value }) => about === 'period' && wording(value) === ''],
    ...['Ar', 'En', 'Es', 'Fr', 'Ru', 'Zh'].map((one): [string, (claim: Claim) => boolean] => [
      `of a name in ${one}`,
      ({ about }) => about === `name${one}`,
    ]),
  ])('has claims %s', (_, is) => {
    expect(claims.some(is)).toBe(true);
  });

  it('names only roles, ends and attributes that the kind declares', () => {
    const undeclared = claims.filter(({ target, about }) => {
      const kind = FACT_KINDS.find(({ prefix }) => target.startsWith(`${prefix}/`));
      if (!kind || about === 'existence' || about === 'period') return false;
      const [name = '', ...rest] = about.split(':');
      if (name === 'party') return !Object.hasOwn(kind.roles, rest[1] ?? '');
      return !Object.hasOwn(rest.length > 0 ? kind.ends : kind.attributes, name);
    });
    expect(undeclared).toEqual([]);
    expect(kindNamed('Exchange')).toBeDefined();
  });
});

const wording = (value: Claim['value']): string => (value as Period).edtf ?? '';

it('Zipf’s law gives the first twice as many as the second, and ten times as many as the tenth', () => {
  const random = new Random(1);
  const draw = zipf(100);
  const counts = Array.from({ length: 100 }, () => 0);
  for (let n = 0; n < 200_000; n += 1) counts[draw(random)]! += 1;
  expect(counts[0]! / counts[1]!).toBeCloseTo(2, 0);
  expect(Math.abs(counts[0]! / counts[9]! - 10)).toBeLessThan(1);
  expect(counts.every((count) => count > 0)).toBe(true);
});

it('topics stand in six levels, each beneath one of the level above', () => {
  const topics = topicTree(new Random(1), TIERS.national.narrower);
  const level = new Map(topics.map((topic) => [topic.id, topic.level]));
  expect(new Set(level.values())).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(level.size).toBe(topics.length);
  expect(topics.some(({ broader }) => broader.length === 2)).toBe(true);
  for (const { level: own, broader } of topics) {
    expect(broader.length > 0).toBe(own > 1);
    for (const one of broader) expect(level.get(one)).toBe(own - 1);
  }
});

it('a world is known by what decides how it looks, and not by the moment', async () => {
  const known = await hashOfMaking(TIERS.small);
  expect(await hashOfMaking(TIERS.small)).toBe(known);
  expect(await hashOfMaking({ ...TIERS.small, facts: 401 })).not.toBe(known);
}, 120_000);

describe('a file for the importer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has a line a row: texts quoted, lists in one cell, nothing for what is null', () => {
    const columns = {
      text: 'string',
      count: 'long',
      share: 'double',
      yes: 'boolean',
      list: 'string[]',
    } as const;
    const table = new Table(folder, 'rows', ['id:ID'], columns);
    table.add(['a'], { text: 'said "so", then', count: int(2), share: 2, yes: false, list: ['x', 'y|z'] });
    table.add(['b'], { text: '', list: [], strange: null });
    table.close();
    expect(readFileSync(table.path, 'utf8')).toBe(
      `id:ID,text:string,count:long,share:double,yes:boolean,list:string[]\n"a","said ""so"", then",2,2,false,"x\u001fy|z"\n"b","",,,,\n`,
    );
  });

  it.each([
    ['a property without a column', { other: 'x' }],
    ['a plain number where a whole one belongs', { count: 2 }],
    ['a text with a line end', { text: 'a\nb' }],
    ['a list with the sign between its entries', { list: ['a\u001fb'] }],
  ])('refuses %s', (_, properties) => {
    const table = new Table(folder, 'refused', ['id:ID'], {
      text: 'string',
      count: 'long',
      list: 'string[]',
    });
    expect(() => table.add(['a'], properties)).toThrow();
    table.close();
  });
});
