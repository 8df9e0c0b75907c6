import { getOperationAST, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApiSchema } from '../../src/api/schema.js';
import { addressOf } from '../../src/publish/address.js';
import { passableDocument } from '../../src/publish/passable.js';
import { idsShown, takenOut } from '../../src/publish/taken-out.js';

const schema = buildApiSchema();
const FOLDER = resolve(import.meta.dirname, '../../schema/operations');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => basename(name, '.graphql'));

const passed = { mayBePassedOn: true };
const variables = (text: string, given: Record<string, unknown> = {}): unknown =>
  passableDocument(schema, text).variablesOf(given);

describe('a document that asks only for what may be passed on', () => {
  it.each(names)('%s fits the schema, with the values that it saves', (name) => {
    const read = (ending: string): string => readFileSync(join(FOLDER, `${name}.${ending}`), 'utf8');
    const address = addressOf(schema, read('graphql'));
    for (const text of [address.page, address.table.first, address.table.further]) {
      const made = passableDocument(schema, text);
      const document = parse(made.text);
      expect(validate(schema, document)).toEqual([]);
      const given = made.variablesOf(JSON.parse(read('variables.json')) as Record<string, unknown>);
      const declared = getOperationAST(document)?.variableDefinitions ?? [];
      expect(getVariableValues(schema, declared, given)).not.toHaveProperty('errors');
    }
  });

  it.each([
    ['a filter that is not given', '{ facts { nodes { id } } }', {}, { passable0: { evidence: passed } }],
    [
      'a filter in the document',
      '{ ties(filter: { kinds: [Exchange], evidence: { minDocuments: 2 } }) { weight } }',
      {},
      { passable0: { kinds: ['Exchange'], evidence: { minDocuments: 2, ...passed } }, passable1: undefined },
    ],
    [
      'a filter in a variable, which is then no longer used',
      'query ($filter: FactFilter) { statistics(filter: $filter, by: TOPIC) { total } }',
      { filter: { kinds: ['Mention'], evidence: { mayBePassedOn: false } } },
      { passable0: { kinds: ['Mention'], evidence: passed } },
    ],
    [
      'a variable with a value of its own, beside others',
      'query ($topic: ID!, $evidence: EvidenceFilter = { minDocuments: 3 }) { cooperationAfterExchange(topic: $topic, evidence: $evidence) { reading } }',
      { topic: 'topic/patents' },
      { topic: 'topic/patents', passable0: { minDocuments: 3, ...passed } },
    ],
    [
      'each step of a chain, and the evidence of all',
      '{ chain(steps: [{ facts: { kinds: [Exchange] } }, { facts: { kinds: [Cooperation] }, absent: true }]) { reading } }',
      {},
      {
        passable0: [
          { facts: { kinds: ['Exchange'], evidence: passed } },
          { facts: { kinds: ['Cooperation'], evidence: passed }, absent: true },
        ],
        passable1: passed,
      },
    ],
    [
      'lists below an entity',
      '{ country(id: "egy") { facts(first: 2, filter: { kinds: [Exchange] }) { nodes { id } } neighbours { nodes { facts } } } }',
      {},
      { passable0: { kinds: ['Exchange'], evidence: passed }, passable1: passed },
    ],
    [
      'not an argument that would ask something by itself',
      '{ ties(filter: {}) { weight } }',
      {},
      { passable0: { evidence: passed }, passable1: undefined },
    ],
    [
      'an argument of that sort where it is given',
      '{ ties(sharedInitiatives: { kinds: [Involvement] }) { weight } }',
      {},
      { passable0: { evidence: passed }, passable1: { kinds: ['Involvement'], evidence: passed } },
    ],
  ])('asks so in %s', (_what, text, given, expected) => {
    const found = variables(text, given);
    const sorted = (of: unknown): string[] =>
      Object.values(of as object)
        .map((one) => JSON.stringify(one))
        .sort();
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it('leaves alone what cannot be asked for evidence', () => {
    expect(variables('{ graph { version } }')).toEqual({});
  });
});

describe('what is taken out of an answer', () => {
  const TEXT = `{ cooperationAfterExchange(topic: "topic/patents") { nodes {
    countries { id } order exchange { id claims { says } } otherExchange { id } priorTies { id } } } }`;
  const claim = (says: string, source: string): object => ({ says, sourceOfAddress: { id: source } });
  const node = (id: string, more: object = {}): object => ({ id, idOfAddress: id, ...more });
  const row = (exchange: string): object => ({
    countries: [node('country/arn'), node('country/bel')],
    order: 'DEFINITE',
    exchange: node(exchange, { claims: [claim('a', 'source/open'), claim('b', 'source/closed')] }),
    otherExchange: node('exchange/other'),
    priorTies: [node('cooperation/one'), node('cooperation/two')],
  });
  const answer = { cooperationAfterExchange: { nodes: [row('exchange/one'), row('exchange/two')] } };
  const { selected } = passableDocument(schema, TEXT);
  const without = (...ids: string[]): unknown =>
    takenOut(answer, selected, new Set(ids), new Set(['source/closed']));
  const plain = (exchange: string, more: object = {}): object => ({
    countries: [{ id: 'country/arn' }, { id: 'country/bel' }],
    order: 'DEFINITE',
    exchange: { id: exchange, claims: [{ says: 'a' }] },
    otherExchange: { id: 'exchange/other' },
    priorTies: [{ id: 'cooperation/one' }, { id: 'cooperation/two' }],
    ...more,
  });
  const rows = (...nodes: object[]): object => ({ cooperationAfterExchange: { nodes } });

  it('names all that the answer shows', () => {
    expect(idsShown(answer).sort()).toEqual([
      'cooperation/one',
      'cooperation/two',
      'country/arn',
      'country/bel',
      'exchange/one',
      'exchange/other',
      'exchange/two',
    ]);
  });

  it.each([
    ['claims of the source only', [], rows(plain('exchange/one'), plain('exchange/two'))],
    ['a row whose fact it is', ['exchange/one'], rows(plain('exchange/two'))],
    [
      'a fact that may be null',
      ['exchange/other'],
      rows(plain('exchange/one', { otherExchange: null }), plain('exchange/two', { otherExchange: null })),
    ],
    [
      'an entry of a list',
      ['cooperation/one'],
      rows(
        plain('exchange/one', { priorTies: [{ id: 'cooperation/two' }] }),
        plain('exchange/two', { priorTies: [{ id: 'cooperation/two' }] }),
      ),
    ],
    ['a pair, one end of which it is', ['country/bel'], rows()],
  ])('%s', (_what, ids, expected) => {
    expect(without(...ids)).toEqual(expected);
  });
});
