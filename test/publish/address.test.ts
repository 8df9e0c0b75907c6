import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/publish/address.js';
import { evidencedIds } from '../../src/publish/evidence.js';
import { cellsOf, rowsIn } from '../../src/publish/rows.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  interface Fact implements Node { id: ID!, claims: [Claim!]! }
  type Claim { id: ID!, says(lang: String): String }
  type Deal implements Node & Fact {
    id: ID!, claims: [Claim!]!, amount: Float, done: Boolean, on: Day, form: Form,
    parties: [Party!]!, tags: [String!]!, parts(first: Int): PartConnection!
  }
  scalar Day
  enum Form { SMALL LARGE }
  type Party { role: String, actor: Country, claims: [Claim!]! }
  type PartConnection { nodes: [Deal!]!, pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Country implements Node { id: ID!, name: String!, alpha3: String, m49: String }
  type LeftOut { reason: String!, count: Int! }
  """Two countries and their deals."""
  type Pair { countries: [Country!]!, deal: Deal, others: [Deal!]! }
  type PairConnection { nodes: [Pair!]!, pageInfo: PageInfo!, reading: String, leftOut: [LeftOut!], total: Int }
  input Filter { "Least amount." least: Float }
  type Query {
    pairs("On what." topic: ID, filter: Filter, first: Int = 20, after: String): PairConnection!
    deal(id: ID!): Deal
    sums: Sums
  }
  type Sums { leftOut: [LeftOut!]!, byForm: [Sum!]!, byYear: [Sum!]!, all: Sum }
  type Sum { form: Form, count: Int }
`);
const countries = (
  schema.getType('Pair') as unknown as { getFields(): Record<string, { extensions: object }> }
).getFields()['countries']!;
countries.extensions = { pair: true };

const PAIRS = `# Who deals with whom?
query Pairs($topic: ID, $least: Float, $lang: String) {
  pairs(topic: $topic, filter: { least: $least }) {
    reading
    nodes { countries { name } deal { ...Part } others { amount parties { role } } }
  }
}
fragment Part on Deal { amount done on form tags parties { role actor { id } } claims { ...Said } }
fragment Said on Claim { id says(lang: $lang) }
`;

describe('an address', () => {
  it('has documents that the schema takes, with variables for the page', () => {
    const { page, table } = addressOf(schema, PAIRS);
    for (const text of [page, table.first, table.further]) {
      expect(validate(schema, parse(text))).toEqual([]);
      expect(text).toContain('first: $first, after: $after');
    }
    expect(page).toContain('...Said');
    expect(table.first).toMatch(/leftOut \{\s+reason\s+count/);
    expect(table.further).not.toMatch(/leftOut|reading|Said|\$lang/);
  });

  it('keeps a written page size as the default of the variable', () => {
    const { page, variables } = addressOf(schema, 'query Q { pairs(first: 7) { nodes { deal { id } } } }');
    expect(page).toContain('$first: Int = 7');
    expect(variables.map(({ name }) => name)).toEqual(['first', 'after']);
  });

  it('refuses a variable that takes the place of a page', () => {
    expect(() =>
      addressOf(
        schema,
        'query Q($first: Float) { pairs(filter: { least: $first }) { nodes { deal { id } } } }',
      ),
    ).toThrow('kept for');
  });

  it('describes its variables as the arguments are described', () => {
    const { variables, description } = addressOf(schema, PAIRS);
    expect(description).toBe('Who deals with whom?');
    expect(variables.map(({ name, description: told }) => [name, told])).toEqual([
      ['topic', 'On what.'],
      ['least', 'Least amount.'],
      ['lang', ''],
      ['first', ''],
      ['after', ''],
    ]);
    expect(variables[0]?.kind?.kind).toBe('Topic');
  });

  it('has a column for each value, codes for both ends of a pair, ids of facts, and counts of lists and claims', () => {
    const { columns } = addressOf(schema, PAIRS);
    expect(columns.map(({ name, type, list }) => `${name}:${type}${list ? '[]' : ''}`)).toEqual([
      ...[1, 2].flatMap((end) =>
        ['name', 'id', 'alpha3', 'm49'].map((part) => `countries_${end}_${part}:string`),
      ),
      'deal_amount:number',
      'deal_done:boolean',
      'deal_on:date',
      'deal_form:string',
      'deal_tags_count:integer',
      'deal_tags:string[]',
      'deal_parties_count:integer',
      'deal_parties_role:string[]',
      'deal_parties_actor_id:string[]',
      'deal_claims_count:integer',
      'deal_id:string',
      'others_count:integer',
      'others_amount:number[]',
      'others_parties_count:integer[]',
      'others_parties_role:string[]',
      'others_id:string[]',
    ]);
  });

  it('says whether a list inside a row was cut', () => {
    const { columns } = addressOf(schema, 'query Q { deal(id: "d") { parts(first: 2) { nodes { id } } } }');
    expect(columns.map(({ name }) => name)).toContain('parts_pageInfo_hasNextPage');
  });

  it('refuses two columns of one name', () => {
    expect(() =>
      addressOf(schema, 'query Q { deal(id: "d") { parties { role } parties_role: amount } }'),
    ).toThrow('parties_role');
  });

  it('knows what the evidence is of: facts, and what the claims are asked of', () => {
    const { evidenced } = addressOf(schema, PAIRS);
    expect(evidenced).toEqual([['deal'], ['others']]);
    const row = { deal: { id: 'a' }, others: [{ id: 'b' }, { id: 'a' }, { id: 'c' }] };
    expect(evidencedIds([row, { deal: null, others: [] }], evidenced)).toEqual(['a', 'b', 'c']);
  });
});

describe('the unit of a row', () => {
  it.each([
    ['query Q { pairs { nodes { deal { id } } } }', 'pairs.nodes', true],
    ['query Q { deal(id: "d") { parties { role } } }', 'deal', false],
    ['query Q { sums { leftOut { count } byForm { count } byYear { count } } }', 'sums.byForm', false],
    ['# rows: sums.byYear\nquery Q { sums { byForm { count } byYear { count } } }', 'sums.byYear', false],
    ['query Q { sums { all { count } } }', 'sums', false],
  ])('of %s is %s', (text, path, paged) => {
    const { unit } = addressOf(schema, text);
    expect([unit.path.join('.'), unit.paged]).toEqual([path, paged]);
  });

  it.each(['# rows: sums.none\n', '# rows: pairs.nodes\n'])(
    'must be selected where it is declared: %j',
    (comment) => {
      expect(() => addressOf(schema, `${comment}query Q { sums { byForm { count } } }`)).toThrow(
        'names nothing',
      );
    },
  );
});

describe('rows', () => {
  const { columns } = addressOf(schema, PAIRS);
  const cells = (row: object): Record<string, string> =>
    Object.fromEntries(
      cellsOf(row as Record<string, unknown>, columns).map((cell, i) => [columns[i]!.name, cell]),
    );

  it('are never multiplied: lists are joined, and lists in lists say how many each has', () => {
    const line = cells({
      countries: [{ name: 'A' }, { name: '=B' }],
      deal: {
        amount: -2.5,
        done: false,
        on: null,
        form: 'SMALL',
        tags: ['x|y', 'z'],
        parties: [
          { role: 'r', actor: null },
          { role: null, actor: { id: 'i' } },
        ],
        claims: [{}, {}],
        id: 'd',
      },
      others: [
        { amount: 1, parties: [{ role: 'p' }, { role: 'q' }], id: 'o' },
        { amount: null, parties: [], id: 'u' },
      ],
    });
    expect(line).toMatchObject({
      countries_1_name: 'A',
      countries_2_name: "'=B",
      deal_amount: '-2.5',
      deal_done: 'false',
      deal_on: '',
      deal_tags_count: '2',
      deal_tags: 'x\\|y|z',
      deal_parties_role: 'r|',
      deal_parties_actor_id: '|i',
      deal_claims_count: '2',
      others_count: '2',
      others_amount: '1|',
      others_parties_count: '2|0',
      others_parties_role: 'p|q',
      others_id: 'o|u',
    });
  });

  it('tell an empty list from no object', () => {
    const line = cells({ countries: [{ name: 'A' }, { name: 'B' }], deal: null, others: [] });
    expect([line['deal_tags_count'], line['others_count'], line['others_id']]).toEqual(['', '0', '']);
  });

  it('are found where the unit stands', () => {
    expect(rowsIn({ pairs: { nodes: [1, 2] } }, ['pairs', 'nodes'])).toEqual([1, 2]);
    expect(rowsIn({ deal: null }, ['deal'])).toEqual([]);
    expect(rowsIn({ nodes: [{ id: 1 }, null] }, ['nodes'])).toEqual([{ id: 1 }]);
  });
});
