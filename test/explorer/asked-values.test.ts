import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  readonly default?: unknown;
}
interface AskedValues {
  readonly valuesIn: (
    address: readonly (readonly [string, string])[],
    variables: readonly Variable[],
    inputs: readonly { name: string; description: string; members: readonly Variable[] }[],
  ) => Record<string, unknown>;
  readonly parametersOf: (variable: Variable, value: unknown) => [string, string][];
}

// By its path, so that the explorer's own types stay its own.
const path = resolve(import.meta.dirname, '../../src/explorer/app/pages/questions/form/asked-values.ts');
const { valuesIn, parametersOf } = (await import(path)) as AskedValues;

const asked = (name: string, type: string, saved?: unknown): Variable => ({
  name,
  type,
  required: false,
  description: '',
  ...(saved === undefined ? {} : { default: saved }),
});
const INPUTS = [
  {
    name: 'Choice',
    description: '',
    members: [asked('ids', '[ID!]!'), asked('exact', 'Boolean'), asked('words', '[String!]')],
  },
  { name: 'Filter', description: '', members: [asked('topics', 'Choice'), asked('least', 'Int')] },
];
const FILTER = asked('filter', 'Filter', { topics: { ids: ['topic/patents'] } });

describe('what a form asks, as an address', () => {
  const cases: readonly (readonly [string, Variable, unknown, string])[] = [
    ['a text', asked('text', 'String'), 'a,b & c', 'text=a%2Cb+%26+c'],
    ['a number', asked('least', 'Int!'), 3, 'least=3'],
    ['yes or no', asked('open', 'Boolean'), false, 'open=false'],
    ['a list', asked('ids', '[ID!]'), ['country/egy', 'country/ind'], 'ids=country%2Fegy&ids=country%2Find'],
    ['words with commas', asked('words', '[String!]'), ['a, b', 'c'], 'words=a%2C+b&words=c'],
    [
      'members',
      FILTER,
      { topics: { ids: ['t'], exact: true }, least: 2 },
      'filter.topics.ids=t&filter.topics.exact=true&filter.least=2',
    ],
    ['members whose words hold commas', FILTER, { topics: { words: ['a,b'] } }, 'filter.topics.words=a%2Cb'],
    [
      'a list of objects',
      asked('steps', '[Filter!]!'),
      [{ least: 1 }, { topics: { ids: ['t'] } }],
      'steps=%7B%22least%22%3A1%7D&steps=%7B%22topics%22%3A%7B%22ids%22%3A%5B%22t%22%5D%7D%7D',
    ],
  ];
  it.each(cases)('%s goes there and comes back', (_what, variable, value, address) => {
    const parameters = parametersOf(variable, value);
    expect(new URLSearchParams(parameters).toString()).toBe(address);
    expect(valuesIn(parameters, [variable], INPUTS)).toEqual({ [variable.name]: value });
  });

  it('the saved value is not repeated, and one that was emptied stays empty', () => {
    expect(parametersOf(FILTER, { topics: { ids: ['topic/patents'], exact: undefined, words: [] } })).toEqual(
      [],
    );
    expect(parametersOf(FILTER, { topics: { ids: [] } })).toEqual([['filter', '']]);
    expect(valuesIn([['filter', '']], [FILTER], INPUTS)).toEqual({ filter: undefined });
    expect(valuesIn([], [FILTER], INPUTS)).toEqual({ filter: FILTER.default });
  });

  it('JSON and lists with commas, as other pages and people write them, are read too', () => {
    expect(valuesIn([['filter', '{"least":2}']], [FILTER], INPUTS)).toEqual({ filter: { least: 2 } });
    expect(valuesIn([['filter', '{"least']], [FILTER], INPUTS)).toEqual({ filter: undefined });
    const ids = asked('ids', '[ID!]');
    expect(valuesIn([['ids', 'a,b']], [ids], INPUTS)).toEqual({ ids: ['a', 'b'] });
  });
});
