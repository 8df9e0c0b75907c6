import type { End, Kind } from '../../model/declaration.js';
import { KINDS, fits } from '../../model/kinds.js';
import { NAMES } from '../../model/names.js';
import { BOUNDS } from '../../model/values/period.js';
import { cypher, joined, nameOf, nothing, type Fragment } from '../cypher.js';
import { attributesOf, endsOf } from '../model-names.js';
import { claimsBlock } from './claims.js';

/**
 * What to read of a node: all its scalars, or only those of a card (kind, id, names); and which blocks with it.
 * A block is a tie that the kind declares (`topics`, `partOf`), its inverse (`parts`), `parties` or `claims`.
 * The selection chooses blocks, never single scalars, so that statement texts stay few.
 */
export interface Projection {
  readonly whole: boolean;
  /** Blocks by kind and field, since two kinds may use one field name for different ties. */
  readonly blocks: Readonly<Record<string, Readonly<Record<string, Projection>>>>;
}

/** A row as read: `kind`, `id`, scalars by property name, blocks by field name. */
export interface NodeRow {
  readonly kind: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** Nothing but the card. */
export const CARD: Projection = { whole: false, blocks: {} };

/** An expression that yields a positional list, and how to read it back. */
export interface Block {
  readonly expression: Fragment;
  decode(list: readonly unknown[]): NodeRow;
}

interface Child {
  readonly field: string;
  readonly kinds: ReadonlySet<string>;
  readonly many: boolean;
  readonly expression: Fragment;
  decode(value: unknown): unknown;
}

const EVIDENCE = ['status', 'certainty', 'conflicts', 'documents'];
const PERIOD = [...BOUNDS, 'ongoing', 'edtf', 'notBefore', 'notAfter', 'periodConflict'];
const FACT_SCALARS = ['identity', 'occasion', 'reportedBy', 'modality', 'namedCountries'];
// Inverse ties of an entity are bounded; longer lists have a connection.
const INVERSE_MOST = 500;

function scalarsOf(kinds: readonly Kind[], whole: boolean): string[] {
  const properties = new Set(['kind', 'id']);
  for (const kind of kinds) {
    if (kind.sort === 'entity') for (const name of Object.keys(NAMES)) properties.add(name);
    if (!whole) continue;
    for (const name of [...EVIDENCE, ...Object.keys(attributesOf(kind))]) properties.add(name);
    if (kind.sort === 'fact') for (const name of FACT_SCALARS) properties.add(name);
    if (kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated)
      for (const name of PERIOD) properties.add(name);
  }
  return [...properties];
}

/** Kinds that may stand at the end of a tie. */
export const kindsAt = (to: readonly string[]): Kind[] => KINDS.filter((kind) => fits(kind, to));

/** What was compiled of each projection, by variable and kinds: a document that is asked again has the same projections. */
const compiled = new WeakMap<Projection, Map<string, Block>>();

/** Compiles a projection of the node in `variable` to one expression; nested blocks are pattern comprehensions. */
export function project(variable: string, kinds: readonly Kind[], projection: Projection): Block {
  const known = compiled.get(projection) ?? new Map<string, Block>();
  const key = `${variable} ${kinds.map(({ kind }) => kind).join(' ')}`;
  const block = known.get(key) ?? compile(variable, kinds, projection);
  compiled.set(projection, known.set(key, block));
  return block;
}

function compile(variable: string, kinds: readonly Kind[], projection: Projection): Block {
  const scalars = scalarsOf(kinds, projection.whole);
  const children = childrenOf(variable, kinds, projection);
  const v = nameOf(variable);
  const expression = cypher`[${joined(
    [...scalars.map((name) => cypher`${v}.${nameOf(name)}`), ...children.map((child) => child.expression)],
    ', ',
  )}]`;
  return {
    expression,
    decode(list) {
      const row: Record<string, unknown> = {};
      scalars.forEach((name, i) => (row[name] = list[i]));
      children.forEach((child, i) => {
        if (child.kinds.has(row['kind'] as string)) row[child.field] = child.decode(list[scalars.length + i]);
      });
      return row as NodeRow;
    },
  };
}

/** One child block for each distinct tie: kinds that share field, relationship, targets and selection share the column. */
function childrenOf(variable: string, kinds: readonly Kind[], projection: Projection): Child[] {
  const children = new Map<string, Child>();
  const selections = new Map<Projection, number>();
  for (const kind of kinds) {
    for (const [field, inner] of Object.entries(projection.blocks[kind.kind] ?? {})) {
      const tie = tieOf(kind, field);
      const selection = selections.get(inner) ?? selections.size;
      selections.set(inner, selection);
      const group = `${field} ${tie.name} ${selection}`;
      const known = children.get(group);
      const made = known ?? tie.child(variable, `${variable}${children.size}`, inner);
      children.set(group, { ...made, field, kinds: new Set([...(known?.kinds ?? []), kind.kind]) });
    }
  }
  return [...children.values()];
}

interface Tie {
  readonly name: string;
  child(variable: string, inner: string, projection: Projection): Omit<Child, 'field' | 'kinds'>;
}

function tieOf(kind: Kind, field: string): Tie {
  if (field === 'claims') return { name: 'STATES', child: claimsBlock };
  if (field === 'parties') return { name: 'PARTY', child: partiesBlock };
  const own = endsOf(kind)[field];
  if (own)
    return {
      name: `${own.relationship} ${own.many ? 'many' : 'one'} ${own.to.join()}`,
      child: (v, inner, p) => endBlock(v, inner, own, p),
    };
  const inverse = inverseTie(kind, field);
  if (!inverse) throw new Error(`${kind.kind} has no tie named ${field}.`);
  return {
    name: `inverse ${inverse.end.relationship} ${inverse.from.map((one) => one.kind).join()}`,
    child: (v, inner, p) => inverseBlock(v, inner, inverse.from, inverse.end, p),
  };
}

/** The entity kinds that declare a tie to this kind whose inverse has this name. */
export function inverseTie(kind: Kind, field: string): { from: Kind[]; end: End } | undefined {
  const from = KINDS.filter(
    (other) =>
      other.sort === 'entity' &&
      Object.values(other.links).some((end) => end.inverse === field && end.to.includes(kind.kind)),
  );
  const end = from.flatMap((other) => Object.values(endsOf(other))).find((one) => one.inverse === field);
  return end && { from, end };
}

export const VISIBLE_NODE = (variable: string): Fragment =>
  cypher`${nameOf(variable)}.status IN ['ACCEPTED', 'DISPUTED']`;

const byId = (rows: NodeRow[]): NodeRow[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));

function endBlock(
  variable: string,
  inner: string,
  end: End,
  projection: Projection,
): Omit<Child, 'field' | 'kinds'> {
  const block = project(inner, kindsAt(end.to), projection);
  const rows = (value: unknown): NodeRow[] => byId((value as unknown[][]).map((list) => block.decode(list)));
  return {
    many: end.many,
    expression: cypher`[(${nameOf(variable)})-[:${nameOf(end.relationship)}]->(${nameOf(inner)}) WHERE ${VISIBLE_NODE(inner)} | ${block.expression}]`,
    decode: (value) => (end.many ? rows(value) : (rows(value)[0] ?? null)),
  };
}

function inverseBlock(
  variable: string,
  inner: string,
  from: readonly Kind[],
  end: End,
  projection: Projection,
): Omit<Child, 'field' | 'kinds'> {
  const block = project(inner, from, projection);
  const labels = joined(
    from.map(({ kind }) => cypher`${nameOf(inner)}:${nameOf(kind)}`),
    ' OR ',
  );
  return {
    many: true,
    expression: cypher`[(${nameOf(variable)})<-[:${nameOf(end.relationship)}]-(${nameOf(inner)}) WHERE ${VISIBLE_NODE(inner)} AND (${labels}) | ${block.expression}]`,
    decode: (value) => byId((value as unknown[][]).map((list) => block.decode(list))).slice(0, INVERSE_MOST),
  };
}

/** Columns of a party edge, in the order in which they are read. */
const PARTY = [
  'role',
  'capacity',
  'certainty',
  'office',
  'officeHolder',
  'through',
  'low',
  'high',
  'words',
  'from',
  'to',
];

function partiesBlock(
  variable: string,
  inner: string,
  projection: Projection,
): Omit<Child, 'field' | 'kinds'> {
  const edge = nameOf(`${inner}p`);
  const columns = joined(
    PARTY.map((name) => cypher`${edge}.${nameOf(name)}`),
    ', ',
  );
  const { actor, throughActor } = projection.blocks['Party'] ?? {};
  const actors = kindsAt(['Country', 'Agency', 'Group']);
  const block = actor && project(inner, actors, actor);
  const speaker = nameOf(`${inner}s`);
  const through = throughActor && project(speaker.text, actors, throughActor);
  return {
    many: true,
    expression: cypher`[(${nameOf(variable)})-[${edge}:PARTY]->(${nameOf(inner)}) | [${columns}, ${nameOf(inner)}.id, ${nameOf(inner)}.definedBy, ${block ? block.expression : cypher`null`}${
      // The speaker is named by id on the edge, so it is no pattern.
      through
        ? cypher`, head(COLLECT { MATCH (${speaker}:Entity {id: ${edge}.through}) WHERE ${VISIBLE_NODE(speaker.text)} RETURN ${through.expression} })`
        : nothing
    }]]`,
    decode: (value) =>
      (value as unknown[][])
        .map((list) => {
          const row: Record<string, unknown> = { kind: 'Party' };
          PARTY.forEach((name, i) => (row[name] = list[i]));
          row['actorId'] = list[PARTY.length];
          row['unnamed'] = list[PARTY.length + 1] === 'WORDS';
          if (block) row['actor'] = block.decode(list[PARTY.length + 2] as unknown[]);
          const spoke = list[PARTY.length + 3] as unknown[] | null | undefined;
          if (through) row['throughActor'] = spoke ? through.decode(spoke) : null;
          return row;
        })
        .sort((a, b) =>
          `${String(a['actorId'])} ${String(a['role'])}` < `${String(b['actorId'])} ${String(b['role'])}`
            ? -1
            : 1,
        ),
  };
}
