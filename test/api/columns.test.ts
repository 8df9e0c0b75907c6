import { parse, validate, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../src/api/projection-of.js';
import { buildApiSchema } from '../../src/api/schema.js';
import { statement } from '../../src/graph/cypher.js';
import { kindsAt, project, type NodeRow } from '../../src/graph/reads/projection.js';
import { KINDS } from '../../src/model/kinds.js';

const schema = buildApiSchema();

/** What a statement reads of a row when one field is selected; each property holds its own name. */
const readFor = (kind: (typeof KINDS)[number], selection: string): NodeRow => read(kind, selection).row;

function read(kind: (typeof KINDS)[number], selection: string): { row: NodeRow; text: string } {
  const document = parse(`{ node(id: "x") { ... on ${kind.kind} { ${selection} } } }`);
  expect(validate(schema, document)).toEqual([]);
  const [{ selectionSet }] = document.definitions as unknown as [OperationDefinitionNode];
  const info = { fieldNodes: selectionSet.selections as FieldNode[], fragments: {}, variableValues: {} };
  const { expression } = project('n', kindsAt([kind.kind]), projectionOf(info, [kind]));
  const text = statement('columns', expression).text;
  // A block within stands behind the scalars, and is none of them.
  const scalars = [...(text.split(', [(')[0] ?? '').matchAll(/n\.(\w+)/g)].map(([, property]) => property);
  return { row: Object.fromEntries(scalars.map((name) => [name, name])) as NodeRow, text };
}

/** The text by which it is read. */
const textFor = (selection: string): string => {
  const [kind] = KINDS.filter((one) => one.kind === 'Exchange') as [(typeof KINDS)[number]];
  return read(kind, selection).text;
};

describe('columns', () => {
  it.each(
    KINDS.flatMap((kind) => Object.keys(kind.attributes).map((name) => [kind.kind, name, kind] as const)),
  )('of %s are read for the attribute %s alone', (_kind, name, kind) => {
    expect(readFor(kind, name)[name]).toBe(name);
  });

  it.each(KINDS.map((kind) => [kind.kind, kind] as const))('of %s are read for its evidence', (_, kind) => {
    for (const name of ['status', 'certainty', 'conflicts', 'documents'])
      expect(readFor(kind, name)[name]).toBe(name);
    expect(readFor(kind, 'id')).not.toHaveProperty('status');
  });

  it.each(
    KINDS.filter((kind) => (kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated)).map(
      (kind) => [kind.kind, kind] as const,
    ),
  )('of %s are read for its period', (_, kind) => {
    const read = readFor(kind, 'period { inWords }');
    for (const name of [
      'startMin',
      'startMax',
      'endMin',
      'endMax',
      'ongoing',
      'edtf',
      'notBefore',
      'notAfter',
    ])
      expect(read[name]).toBe(name);
    expect(read).not.toHaveProperty('status');
  });

  it.each(
    KINDS.filter(({ sort }) => sort === 'fact').flatMap((kind) =>
      ['occasion', 'reportedBy'].map((name) => [kind.kind, name, kind] as const),
    ),
  )('of %s are read for %s', (_kind, name, kind) => {
    expect(readFor(kind, name)[name]).toBe(name);
  });

  it('of a period are read without what bounds it, unless that is asked for', () => {
    expect(textFor('period { startMin edtf }')).not.toContain('.notBefore');
    for (const field of ['notBefore', 'notAfter', 'conflict', 'inWords'])
      expect(textFor(`period { ${field} }`)).toContain('.notBefore');
  });

  it('of claims are what is kept at the fact, and what they name only when asked', () => {
    expect(textFor('claims { id about value }')).toContain('.evidence]');
    expect(textFor('claims { id source { id } }')).toContain('.evidenceSources');
    expect(textFor('claims { id }')).not.toContain('.evidenceSources');
  });

  it.each(['certainty', 'office', 'officeHolder', 'through', 'low', 'high', 'words', 'from', 'to'])(
    'of a party are read for %s alone',
    (name) => {
      expect(textFor(`parties { ${name} }`)).toContain(`p.${name}`);
      expect(textFor('parties { role }')).not.toContain(`p.${name}`);
    },
  );

  it('of a party are read for whether it is unnamed', () => {
    expect(textFor('parties { unnamed }')).toContain('.definedBy');
    expect(textFor('parties { role capacity }')).not.toContain('.definedBy');
  });
});
