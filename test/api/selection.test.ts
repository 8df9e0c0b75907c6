import {
  getNamedType,
  isCompositeType,
  Kind,
  parse,
  validate,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { CONNECTION, projectionOf, ROW } from '../../src/api/projection-of.js';
import { buildApiSchema } from '../../src/api/schema.js';
import { countingOf, type Selecting } from '../../src/api/selection.js';
import { CARD, project, type Projection } from '../../src/graph/reads/projection.js';
import { statement } from '../../src/graph/cypher.js';
import { ENTITY_KINDS, FACT_KINDS, KINDS, kindNamed } from '../../src/model/kinds.js';

const schema = buildApiSchema();

/** What a resolver of the first root field would be told. */
function selecting(text: string, variableValues: Record<string, unknown> = {}): Selecting {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  let fieldNodes: FieldNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION)
      fieldNodes = [...definition.selectionSet.selections] as FieldNode[];
  }
  return { fieldNodes, fragments, variableValues };
}

const kinds = (...names: string[]): typeof KINDS => names.map((name) => kindNamed(name)!);
const attributes: Projection = { columns: ['attributes'], blocks: {} };
const standing: Projection = { columns: ['standing'], blocks: {} };

describe('what is read of a row', () => {
  it.each([
    [
      'its card',
      '{ country(id: "egy") { __typename id name fr: name(lang: FR) nameLanguage otherNames } }',
      CARD,
    ],
    [
      'its card beside its facts, which have a statement of their own',
      '{ country(id: "egy") { id facts { nodes { id occasion } } } }',
      CARD,
    ],
    ['its attributes', '{ country(id: "egy") { alpha2 } }', attributes],
    [
      'how it stands, through a fragment on an interface',
      '{ country(id: "egy") { ...on Actor { ...on Node { ...S } } } } fragment S on Entity { status }',
      standing,
    ],
    [
      'its period, without what bounds it',
      '{ meeting(id: "meeting/x") { period { startMin endMax edtf ongoing } } }',
      { columns: ['period'], blocks: {} },
    ],
    [
      'its period with what bounds it, where its words need that',
      '{ meeting(id: "meeting/x") { certainty period { inWords } } }',
      { columns: ['bounding', 'certainty', 'period'], blocks: {} },
    ],
    [
      'nothing of a fragment on another kind',
      '{ node(id: "country/egy") { id ... on Meeting { place partOf { id } } } }',
      CARD,
    ],
    [
      'a block',
      '{ country(id: "egy") { agencies { id } } }',
      { columns: [], blocks: { Country: { agencies: CARD } } },
    ],
    [
      'aliases of one block together',
      '{ country(id: "egy") { a: agencies { id } b: agencies { agencyType partOf { name } } } }',
      {
        columns: [],
        blocks: { Country: { agencies: { columns: ['attributes'], blocks: { Agency: { partOf: CARD } } } } },
      },
    ],
  ])('is %s', (_, text, expected) => {
    expect(
      projectionOf(selecting(text), kinds(text.startsWith('{ meeting') ? 'Meeting' : 'Country')),
    ).toEqual(expected);
  });

  it('is the same object when a document is asked again, and another where @include and @skip choose otherwise', () => {
    const asked = selecting(
      'query ($a: Boolean! = false, $b: Boolean! = false) { country(id: "egy") { id alpha2 @include(if: $a) agencies @include(if: $b) { id } } }',
    );
    const read = (variableValues: Record<string, unknown>): Projection =>
      projectionOf({ ...asked, variableValues }, kinds('Country'));
    const first = read({ a: true, b: false, country: 'egy' });
    expect(first).toEqual(attributes);
    expect(read({ a: true, b: false, country: 'bra' })).toBe(first);
    expect(read({ a: false, b: true })).toEqual({ columns: [], blocks: { Country: { agencies: CARD } } });
    expect(read({ a: false, b: false })).toEqual(CARD);
  });

  it('follows @skip and @include with variables', () => {
    const text =
      'query ($with: Boolean!) { country(id: "egy") { id alpha2 @include(if: $with) ... @skip(if: $with) { agencies { id } } } }';
    expect(projectionOf(selecting(text, { with: true }), kinds('Country'))).toEqual(attributes);
    expect(projectionOf(selecting(text, { with: false }), kinds('Country'))).toEqual({
      columns: [],
      blocks: { Country: { agencies: CARD } },
    });
  });

  it('takes the rows of a connection from nodes and edges alike', () => {
    const text = '{ meetings { nodes { place } edges { node { partOf { id } } } } }';
    expect(projectionOf(selecting(text), kinds('Meeting'), CONNECTION)).toEqual({
      columns: ['attributes'],
      blocks: { Meeting: { partOf: CARD } },
    });
  });

  it('keys claims and parties as the reads take them', () => {
    const text = `{ cooperations { nodes {
      parties { role actor { ... on Agency { country { id } } } }
      claims { says source { ... on Document { symbol } } paragraph { id } voice { capacity speaker { name } } relayedBy { id } inferredFrom { target } }
    } } }`;
    expect(projectionOf(selecting(text), kinds('Cooperation'), CONNECTION).blocks['Cooperation']).toEqual({
      parties: {
        columns: [],
        blocks: { Party: { actor: { columns: [], blocks: { Agency: { country: CARD } } } } },
      },
      claims: {
        columns: [],
        blocks: {
          Claim: {
            source: attributes,
            paragraph: CARD,
            voice: { columns: [], blocks: { Voice: { speaker: CARD } } },
            relayedBy: CARD,
            inferredFrom: CARD,
          },
        },
      },
    });
  });

  it('reads no actor of a party and no speaker of a voice that nobody asks for', () => {
    const text = '{ cooperations { nodes { parties { role } claims { id voice { capacity } } } } }';
    expect(projectionOf(selecting(text), kinds('Cooperation'), CONNECTION).blocks['Cooperation']).toEqual({
      parties: CARD,
      claims: { columns: [], blocks: { Claim: { voice: CARD } } },
    });
  });

  it('asks for topics and parties only of kinds that have them', () => {
    const { blocks, columns } = projectionOf(
      selecting('{ facts { nodes { id topics { id } parties { role } } } }'),
      FACT_KINDS,
      CONNECTION,
    );
    expect(columns).toEqual([]);
    expect(blocks['Membership']).toEqual({ parties: CARD });
    expect(blocks['Mention']).toEqual({ topics: CARD });
    expect(blocks['Succession']).toBeUndefined();
  });

  it('names only ties that the reads know, whatever is selected', () => {
    const every = KINDS.map(({ kind }) => {
      const below = Object.values((schema.getType(kind) as GraphQLObjectType).getFields()).map(
        ({ name, type }) =>
          `${kind}_${name}: ${name} ${isCompositeType(getNamedType(type)) ? '{ __typename }' : ''}`,
      );
      return `... on ${kind} { ${below.join(' ')} }`;
    });
    const info = selecting(`{ nodes(ids: []) { ${every.join('\n')} } }`);
    for (const some of [ENTITY_KINDS, FACT_KINDS]) {
      const block = project('n', some, projectionOf(info, some, ROW));
      expect(statement('any', block.expression).text).toContain('n.kind');
    }
  });

  it('reads a long chain of ties without walking it once for each kind at each level', () => {
    const chain = (depth: number): string =>
      depth === 0
        ? 'id'
        : `id ... on Fact { ${FACT_KINDS.filter((k) => 'grewOutOf' in k.ends)
            .map(({ kind }) => `... on ${kind} { grewOutOf { ...F${depth - 1} } }`)
            .join(' ')} }`;
    const fragments = Array.from(
      { length: 12 },
      (_, depth) => `fragment F${depth} on Node { ${chain(depth)} }`,
    );
    const info = selecting(`{ nodes(ids: []) { ...F11 } } ${fragments.join('\n')}`);
    const began = performance.now();
    projectionOf(info, FACT_KINDS);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('how far a total is counted', () => {
  it.each([
    ['NO', '{ countries { nodes { id } } }', {}],
    ['BOUNDED', '{ countries { totalCount { count } } }', {}],
    ['EXACT', '{ countries { totalCount(exact: true) { count } } }', {}],
    [
      'EXACT',
      'query ($e: Boolean) { countries { a: totalCount { more } ... on CountryConnection { b: totalCount(exact: $e) { count } } } }',
      { e: true },
    ],
    ['BOUNDED', 'query ($e: Boolean) { countries { totalCount(exact: $e) { count } } }', { e: false }],
  ])('is %s for %s', (expected, text, variables) => {
    expect(countingOf(selecting(text, variables))).toBe(expected);
  });
});
