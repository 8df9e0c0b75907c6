import type { FieldNode } from 'graphql';
import { endsOf } from '../graph/model-names.js';
import {
  CARD,
  inverseTie,
  kindsAt,
  STANDING,
  type Columns,
  type Projection,
} from '../graph/reads/projection.js';
import type { Kind } from '../model/declaration.js';
import { ENTITY_KINDS } from '../model/kinds.js';
import { BOUNDS } from '../model/values/period.js';
import { fieldsBelow, nodesAt, type Applies, type Selecting } from './selection.js';

/** Fields that a card answers, or that are read by a statement of their own. */
const OF_CARD = new Set(['__typename', 'id', 'name', 'nameLanguage', 'otherNames', 'facts', 'neighbours']);
/** Fields of every fact that stay empty where the kind does not have them. */
const OF_SOME = new Set(['parties', 'topics']);

/** Fields of a period that are read without what bounds it. */
const OF_PERIOD = new Set(['__typename', ...BOUNDS, 'ongoing', 'edtf']);

/** In which groups of columns a field of an entity or a fact is read; `below` are the fields below it. */
const columnsOfField = (field: string, below: Iterable<string>): readonly Columns[] =>
  field === 'period'
    ? [...below].every((name) => OF_PERIOD.has(name))
      ? ['period']
      : ['period', 'bounding']
    : [field === 'certainty' ? 'certainty' : STANDING.includes(field) ? 'standing' : 'attributes'];

/** Fields of a party that are always read. */
const PARTY_CARD = new Set(['__typename', 'role', 'capacity', 'actor', 'throughActor']);

const named = (kind: string, blocks: Record<string, Projection>): Projection['blocks'] =>
  Object.keys(blocks).length > 0 ? { [kind]: blocks } : {};

/** One object for all that read no more than a card. */
export function projectionWith(columns: Iterable<Columns>, blocks: Projection['blocks']): Projection {
  const sorted = [...new Set(columns)].sort();
  return sorted.length > 0 || Object.keys(blocks).length > 0 ? { columns: sorted, blocks } : CARD;
}

const ACTORS = ENTITY_KINDS.filter(({ actor }) => actor);

/** Which fragments apply to things of a kind. */
export const appliesTo = (kind: Kind): Applies => {
  const interfaces = kind.sort === 'fact' ? ['Fact'] : kind.actor ? ['Entity', 'Actor'] : ['Entity'];
  const names = new Set([kind.kind, 'Node', ...interfaces]);
  return (name) => names.has(name);
};

/** Rows below a field: of the field itself, or of a connection. */
export const ROW: readonly (readonly string[])[] = [[]];
export const CONNECTION: readonly (readonly string[])[] = [['nodes'], ['edges', 'node']];

/**
 * What is to be read of rows of these kinds, from the selection below the resolved field. `paths` says where
 * under the field the rows stand. Equal selections give the same object, however often kinds repeat them.
 */
export function projectionOf(
  info: Selecting,
  kinds: readonly Kind[],
  paths: readonly (readonly string[])[] = ROW,
): Projection {
  return once(info, `rows ${kinds.map(({ kind }) => kind).join(' ')} ${placesOf(paths)}`, () =>
    new Reading(info).rows(
      paths.flatMap((path) => [...nodesAt(info, path)]),
      kinds,
    ),
  );
}

/** The same for claims that stand under these paths. */
export const claimProjectionOf = (info: Selecting, paths: readonly (readonly string[])[]): Projection =>
  once(info, `claims ${placesOf(paths)}`, () =>
    new Reading(info).claims(paths.flatMap((path) => [...nodesAt(info, path)])),
  );

const placesOf = (paths: readonly (readonly string[])[]): string =>
  paths.map((path) => path.join('.')).join();

/** What was read of a document's fields, kept with the first of them, and so for as long as the document is. */
const read = new WeakMap<FieldNode, Map<string, Projection>>();
const numbers = new WeakMap<FieldNode, number>();
let numbered = 0;

function numberOf(node: FieldNode): number {
  const number = numbers.get(node) ?? ++numbered;
  numbers.set(node, number);
  return number;
}

/** The projection of a selection that was seen before, so that a document asked again is read, and compiled, only once. */
function once(info: Selecting, what: string, make: () => Projection): Projection {
  const { fieldNodes, variableValues } = info;
  const [first] = fieldNodes;
  if (!first) return make();
  // Of the variables, only those of @include and @skip decide what is selected.
  const chosen = Object.entries(variableValues).filter(([, value]) => typeof value === 'boolean');
  const key = `${what} ${fieldNodes.map(numberOf).join()} ${chosen.join()}`;
  const known = read.get(first) ?? new Map<string, Projection>();
  const projection = known.get(key) ?? make();
  read.set(first, known.set(key, projection));
  return projection;
}

class Reading {
  // Without it a chain of ties to any fact would be walked once for each kind at each level.
  readonly #known = new Map<string, Projection>();

  constructor(readonly info: Selecting) {}

  rows(nodes: readonly FieldNode[], kinds: readonly Kind[]): Projection {
    return this.#once('rows', nodes, kinds, () => {
      const columns = new Set<Columns>();
      const blocks: Record<string, Record<string, Projection>> = {};
      for (const kind of kinds) {
        for (const [field, below] of fieldsBelow(this.info, nodes, appliesTo(kind))) {
          const block = this.#tie(kind, field, below);
          if (block) (blocks[kind.kind] ??= {})[field] = block;
          else if (!OF_CARD.has(field) && !OF_SOME.has(field))
            for (const group of columnsOfField(field, fieldsBelow(this.info, below).keys()))
              columns.add(group);
        }
      }
      return projectionWith(columns, blocks);
    });
  }

  #tie(kind: Kind, field: string, below: readonly FieldNode[]): Projection | undefined {
    if (field === 'claims') return this.claims(below);
    if (field === 'parties' && kind.sort === 'fact')
      return kind.parties.most === 0 ? undefined : this.#parties(below);
    const end = endsOf(kind)[field];
    if (end) return this.rows(below, kindsAt(end.to));
    const inverse = kind.sort === 'entity' ? inverseTie(kind, field) : undefined;
    return inverse && this.rows(below, inverse.from);
  }

  #parties(nodes: readonly FieldNode[]): Projection {
    return this.#once('parties', nodes, [], () => {
      const fields = fieldsBelow(this.info, nodes);
      const blocks: Record<string, Projection> = {};
      for (const field of ['actor', 'throughActor']) {
        const below = fields.get(field);
        if (below) blocks[field] = this.rows(below, ACTORS);
      }
      const detailed = [...fields.keys()].some((field) => !PARTY_CARD.has(field));
      return projectionWith(detailed ? ['details'] : [], named('Party', blocks));
    });
  }

  claims(nodes: readonly FieldNode[]): Projection {
    return this.#once('claims', nodes, [], () => {
      const fields = fieldsBelow(this.info, nodes);
      const blocks: Record<string, Projection> = {};
      const read = (field: string, made: (below: readonly FieldNode[]) => Projection): void => {
        const below = fields.get(field);
        if (below) blocks[field] = made(below);
      };
      read('source', (below) => this.rows(below, kindsAt(['Document', 'Source'])));
      read('paragraph', (below) => this.rows(below, kindsAt(['Paragraph'])));
      read('relayedBy', (below) => this.rows(below, ENTITY_KINDS));
      read('inferredFrom', () => CARD);
      read('voice', (below) => this.#voice(below));
      return projectionWith([], named('Claim', blocks));
    });
  }

  #voice(nodes: readonly FieldNode[]): Projection {
    const speaker = fieldsBelow(this.info, nodes).get('speaker');
    return speaker ? projectionWith([], { Voice: { speaker: this.rows(speaker, ENTITY_KINDS) } }) : CARD;
  }

  #once(
    what: string,
    nodes: readonly FieldNode[],
    kinds: readonly Kind[],
    make: () => Projection,
  ): Projection {
    const key = `${what} ${nodes.map(numberOf).join(' ')} ${kinds.map(({ kind }) => kind).join(' ')}`;
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }
}
