import type { End, Kind } from '../../model/declaration.js';
import { KINDS, fits } from '../../model/kinds.js';
import { BOUNDS } from '../../model/values/period.js';
import { namesIn } from '../derived/all-names.js';
import { cypher, joined, nameOf, nothing, type Fragment } from '../cypher.js';
import { endsOf } from '../model-names.js';
import { claimsBlock } from './claims.js';

/**
 * Scalars that are read together or not at all, so that statement texts stay few however clients select. Of an entity or a
 * fact: its certainty, how it stands beside that, its period, what bounds that, its attributes; of a party: all but its role
 * and capacity. Claims are read whole.
 */
export type Columns = 'certainty' | 'standing' | 'period' | 'bounding' | 'attributes' | 'details';

/**
 * What to read of a node beside its card (kind, id, names): groups of scalars, and blocks. A block is a tie that the kind
 * declares (`topics`, `partOf`), its inverse (`parts`), `parties` or `claims`.
 */
export interface Projection {
  /** Each once, in alphabetical order. */
  readonly columns: readonly Columns[];
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
export const CARD: Projection = { columns: [], blocks: {} };

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

/** Scalars of every entity and fact that say how it stands, beside its certainty. */
export const STANDING = ['status', 'conflicts', 'documents'];
const PERIOD = [...BOUNDS, 'ongoing', 'edtf'];
const BOUNDING = ['notBefore', 'notAfter', 'periodConflict'];
const FACT_SCALARS = ['identity', 'occasion', 'reportedBy', 'modality', 'namedCountries'];
// Inverse ties of an entity are bounded; longer lists have a connection.
const INVERSE_MOST = 500;

const ALL_NAMES = 'allNames';

function scalarsOf(kinds: readonly Kind[], columns: readonly Columns[]): string[] {
  const properties = new Set(['kind', 'id']);
  const add = (names: readonly string[]): void => names.forEach((name) => properties.add(name));
  for (const kind of kinds) {
    if (kind.sort === 'entity') add([ALL_NAMES]);
    if (columns.includes('certainty')) add(['certainty']);
    if (columns.includes('standing')) add(STANDING);
    if (columns.includes('attributes')) {
      add(Object.keys(kind.attributes));
      if (kind.sort === 'fact') add(FACT_SCALARS);
    }
    const dated = kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated;
    if (dated && columns.includes('period')) add(PERIOD);
    if (dated && columns.includes('bounding')) add(BOUNDING);
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
  const scalars = scalarsOf(kinds, projection.columns);
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
      scalars.forEach((name, i) => {
        if (name !== ALL_NAMES) row[name] = list[i];
        else Object.assign(row, namesIn(list[i] as string | null));
      });
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
  if (field === 'claims') return { name: 'evidence', child: claimsBlock };
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
const PARTY = ['role', 'capacity'];
const PARTY_DETAILS = [
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
  const details = projection.columns.includes('details');
  const names = details ? [...PARTY, ...PARTY_DETAILS] : PARTY;
  const columns = joined(
    names.map((name) => cypher`${edge}.${nameOf(name)}`),
    ', ',
  );
  const unnamed = details ? cypher`${nameOf(inner)}.definedBy = 'WORDS'` : cypher`null`;
  const { actor, throughActor } = projection.blocks['Party'] ?? {};
  const actors = kindsAt(['Country', 'Agency', 'Group']);
  const block = actor && project(inner, actors, actor);
  const speaker = nameOf(`${inner}s`);
  const through = throughActor && project(speaker.text, actors, throughActor);
  return {
    many: true,
    expression: cypher`[(${nameOf(variable)})-[${edge}:PARTY]->(${nameOf(inner)}) | [[${columns}], ${nameOf(inner)}.id, ${unnamed}, ${block ? block.expression : cypher`null`}${
      // The speaker is named by id on the edge, so it is no pattern.
      through
        ? cypher`, head(COLLECT { MATCH (${speaker}:Entity {id: ${edge}.through}) WHERE ${VISIBLE_NODE(speaker.text)} RETURN ${through.expression} })`
        : nothing
    }]]`,
    decode: (value) =>
      (value as unknown[][])
        .map((list) => {
          const row: Record<string, unknown> = { kind: 'Party' };
          const [said, actorId, inWords, party, spoke] = list as [
            unknown[],
            string,
            boolean | null,
            unknown[] | null,
            unknown[] | null | undefined,
          ];
          names.forEach((name, i) => (row[name] = said[i]));
          row['actorId'] = actorId;
          row['unnamed'] = inWords === true;
          if (block && party) row['actor'] = block.decode(party);
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
