import { ENTITY_KINDS } from '../../../model/kinds.js';
import { cypher, joined, nameOf, type Fragment } from '../../cypher.js';
import { kindsAt, project, type Block, type NodeRow, type Projection } from '../projection.js';

const COLUMNS = [
  ...['id', 'about', 'certainty', 'locator', 'value', 'reason', 'basis'],
  ...['stance', 'status', 'recordedAt', 'endedAt', 'register'],
];

/** Ties of a claim that are read only when asked for, each an expression over the claim and a fresh variable. */
const TIES: Readonly<
  Record<
    string,
    (
      claim: string,
      inner: string,
      projection: Projection,
    ) => { expression: Fragment; decode(value: unknown): unknown }
  >
> = {
  source: (c, x, p) => one(c, x, p, ['Document', 'Source']),
  paragraph: (c, x, p) => one(c, x, p, ['Paragraph']),
  voice: (c, x, p) => voice(c, x, p),
  relayedBy: (c, x, p) => relays(c, x, p),
  inferredFrom: (c, x) => ({
    expression: cypher`[(${nameOf(c)})-[:INFERRED_FROM]->(${nameOf(x)})-[:STATES]->(${nameOf(`${x}t`)}) | [${nameOf(x)}.id, ${nameOf(x)}.about, ${nameOf(`${x}t`)}.id]]`,
    decode: (value) =>
      (value as string[][])
        .map(([id, about, target]) => ({ id, about, target }))
        .sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)),
  }),
};

function one(
  claim: string,
  inner: string,
  projection: Projection,
  to: string[],
): ReturnType<(typeof TIES)[string]> {
  const block = project(inner, kindsAt(to), projection);
  const labels = joined(
    to.map((kind) => cypher`${nameOf(inner)}:${nameOf(kind)}`),
    ' OR ',
  );
  return {
    expression: cypher`[(${nameOf(claim)})-[:CITES]->(${nameOf(inner)}) WHERE ${labels} | ${block.expression}]`,
    decode: (value) => {
      const first = (value as unknown[][])[0];
      return first ? block.decode(first) : null;
    },
  };
}

function voice(claim: string, inner: string, projection: Projection): ReturnType<(typeof TIES)[string]> {
  const block = project(inner, ENTITY_KINDS, projection.blocks['Voice']?.['speaker'] ?? projection);
  return {
    expression: cypher`[(${nameOf(claim)})-[${nameOf(`${inner}b`)}:BY]->(${nameOf(inner)}) | [${nameOf(`${inner}b`)}.capacity, ${block.expression}]]`,
    decode: (value) => {
      const first = (value as [string, unknown[]][])[0];
      return first ? { capacity: first[0], speaker: block.decode(first[1]) } : null;
    },
  };
}

function relays(claim: string, inner: string, projection: Projection): ReturnType<(typeof TIES)[string]> {
  const block = project(inner, ENTITY_KINDS, projection);
  return {
    expression: cypher`[(${nameOf(claim)})-[${nameOf(`${inner}r`)}:RELAYED_BY]->(${nameOf(inner)}) | [${nameOf(`${inner}r`)}.order, ${block.expression}]]`,
    decode: (value) =>
      (value as [number, unknown[]][])
        .sort(([a], [b]) => a - b)
        .map(([, list]): NodeRow => block.decode(list)),
  };
}

/**
 * What one claim says, and its ties as far as they are asked for, whether it stands or not: what has ended is kept at no
 * fact, so that these are read from the claim itself.
 */
export function changedClaim(inner: string, projection: Projection): Block {
  const claim = nameOf(inner);
  const asked = Object.entries(projection.blocks['Claim'] ?? {}).map(([field, p], i) => {
    const tie = TIES[field];
    if (!tie) throw new Error(`A claim has no tie named ${field}.`);
    return { field, ...tie(inner, `${inner}${i}`, p) };
  });
  const columns = joined(
    [
      ...COLUMNS.map((name) => cypher`${claim}.${nameOf(name)}`),
      ...asked.map(({ expression }) => expression),
    ],
    ', ',
  );
  return {
    expression: cypher`[${columns}]`,
    decode: (list) => {
      const row: Record<string, unknown> = { kind: 'Claim' };
      COLUMNS.forEach((name, i) => (row[name] = list[i]));
      if (row['value'] === 'null') row['value'] = null;
      asked.forEach((tie, i) => (row[tie.field] = tie.decode(list[COLUMNS.length + i])));
      return row as NodeRow;
    },
  };
}
