import { isInt } from 'neo4j-driver';
import { canonical } from '../../model/claim.js';
import { Fault } from '../../model/faults.js';
import { kindNamed } from '../../model/kinds.js';
import type { WriteTransaction } from '../door.js';
import { ENTITY_RELATIONSHIPS, FACT_RELATIONSHIPS } from '../model-names.js';
import { DERIVED_PROPERTIES, PERIOD_PROPERTIES } from '../node-properties.js';
import { EVIDENCE_PROPERTIES } from '../derived/evidence.js';
import { rolledUpRows } from '../writes/roll-up.js';
import type { RolledUpRows } from '../writes/worked-out.js';
import { endName } from './ends.js';
import type { Findings } from './findings.js';
import type { Standing } from './walk.js';

const DERIVED = new Set<string>(DERIVED_PROPERTIES);
const ROLLED_UP = new Set([...ENTITY_RELATIONSHIPS, ...FACT_RELATIONSHIPS].map(({ text }) => text));
// Bounds, wording and events of a period are told as one.
const OF_PERIOD = new Set<string>(PERIOD_PROPERTIES);
const OF_EVIDENCE = new Set<string>(EVIDENCE_PROPERTIES);

const plain = (value: unknown): unknown =>
  isInt(value) ? value.toNumber() : Array.isArray(value) ? value.map(plain) : value;

/** Properties as the database holds them: what is null is not there. */
const held = (properties: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(properties)
    .filter(([name, value]) => value !== null && value !== undefined && !DERIVED.has(name))
    .map(([name, value]) => [name, plain(value)]);

const texts = (properties: Readonly<Record<string, unknown>>): Map<string, string> =>
  new Map(held(properties).map(([name, value]) => [name, canonical(value)]));

const edgeText = (properties: Readonly<Record<string, unknown>>): string =>
  canonical(Object.fromEntries(held(properties)));

/** Holds what stands on a chunk of nodes against what their claims roll up to, by the very code of the writes. */
export async function checkRolledUp(
  reads: WriteTransaction,
  nodes: readonly Standing[],
  findings: Findings,
): Promise<void> {
  for (const rows of await rowsFor(reads, nodes)) compare(nodes, rows, findings);
}

async function rowsFor(reads: WriteTransaction, nodes: readonly Standing[]): Promise<RolledUpRows[]> {
  const ids = nodes.filter(({ kind }) => kind !== null && kindNamed(kind)).map(({ id }) => id);
  try {
    return [await rolledUpRows(reads, ids)];
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'BAD_USER_INPUT') throw error;
    // Dates in a circle are told by another rule; one at a time, each is worked out from the days that stand.
    const rows: RolledUpRows[] = [];
    for (const id of ids) rows.push(await rolledUpRows(reads, [id]));
    return rows;
  }
}

function compare(nodes: readonly Standing[], rows: RolledUpRows, findings: Findings): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const should = new Map<string, [string, string][]>();
  const add = (id: string, name: string, what: string): void => {
    const own = should.get(id);
    if (own) own.push([name, what]);
    else should.set(id, [[name, what]]);
  };
  for (const { id, relationship, target, certainty } of rows.ends)
    add(id, relationship, `${target} ${edgeText({ certainty })}`);
  for (const { id, party } of rows.parties) {
    const { actor, ...properties } = party;
    add(id, 'PARTY', `${actor} ${edgeText(properties)}`);
  }
  for (const { id, properties } of rows.properties) {
    const node = byId.get(id);
    const kind = kindNamed(node?.kind ?? '');
    if (!node || !kind) continue;
    findings.checked('rollUp');
    const wrong = new Map<string, string>();
    const [wanted, stands] = [texts(properties), texts(node.properties)];
    for (const name of new Set([...wanted.keys(), ...stands.keys()]))
      if (wanted.get(name) !== stands.get(name) && !findings.isTold(id, name))
        wrong.set(
          OF_PERIOD.has(name) ? 'period' : OF_EVIDENCE.has(name) ? 'evidence' : name,
          OF_EVIDENCE.has(name)
            ? `${name} is not what the claims say`
            : `${name} is ${stands.get(name) ?? 'nothing'}, and would be ${wanted.get(name) ?? 'nothing'}`,
        );
    const edges = node.edges
      .filter(({ type }) => ROLLED_UP.has(type))
      .map(({ type, target, properties: of }): [string, string] => [
        type,
        `${target ?? '?'} ${edgeText(of)}`,
      ]);
    for (const [type, what] of differences(should.get(id) ?? [], edges))
      wrong.set(
        type === 'PARTY' ? 'parties' : type.startsWith('NOT_') ? 'period' : endName(kind, type),
        what,
      );
    for (const [name, what] of wrong)
      if (!findings.isTold(id, name)) findings.wrong('rollUp', id, name, what);
  }
}

/** One difference for each type of edge, in words. */
function differences(
  wanted: readonly [string, string][],
  stands: readonly [string, string][],
): [string, string][] {
  const [should, are] = [counted(wanted), counted(stands)];
  const fewer = (edge: [string, string], here: Map<string, number>, there: Map<string, number>): boolean =>
    (here.get(edge.join(' ')) ?? 0) < (there.get(edge.join(' ')) ?? 0);
  return [
    ...wanted
      .filter((edge) => fewer(edge, are, should))
      .map(([type, what]): [string, string] => [type, `lacks ${what}`]),
    ...stands
      .filter((edge) => fewer(edge, should, are))
      .map(([type, what]): [string, string] => [type, `has ${what}, which no claim gives`]),
  ];
}

function counted(edges: readonly [string, string][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(edge.join(' '), (counts.get(edge.join(' ')) ?? 0) + 1);
  return counts;
}
