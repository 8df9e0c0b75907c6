import type { Attribute } from '../../../src/model/declaration.js';
import { KINDS } from '../../../src/model/kinds.js';
import { propertiesOf } from '../../../src/graph/check/properties.js';
import { ENTITY_RELATIONSHIPS, FACT_RELATIONSHIPS, labelsOf } from '../../../src/graph/model-names.js';
import { Table, type Columns, type ColumnType } from './table.js';

const SCALAR: Readonly<Record<Attribute['type'], ColumnType>> = {
  text: 'string',
  enum: 'string',
  day: 'string',
  integer: 'long',
  decimal: 'double',
  boolean: 'boolean',
};

const texts = (...names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, 'string']));

const CLAIM = texts(
  ...['place', 'about', 'value', 'locator', 'certainty', 'reason', 'basis', 'stance', 'status'],
  ...['register', 'batch', 'recordedAt'],
);
const BATCH: Columns = {
  ...texts('register', 'appliedAt', 'undoes'),
  ...{ version: 'long', created: 'long', revived: 'long', ended: 'long', withdrawn: 'long' },
};

const RELATIONSHIPS: Readonly<Record<string, Columns>> = {
  ...Object.fromEntries(
    [...FACT_RELATIONSHIPS, ...ENTITY_RELATIONSHIPS].map(({ text }) => [text, texts('certainty')]),
  ),
  PARTY: {
    ...texts('role', 'capacity', 'office', 'officeHolder', 'through', 'words', 'from', 'to', 'certainty'),
    ...{ low: 'long', high: 'long' },
  },
  FOR: {
    ...texts('key', 'kindKey'),
    ...{ via: 'string[]', roles: 'string[]', own: 'boolean', ties: 'boolean', onlyReceives: 'boolean' },
  },
  UNDER: texts('key', 'kindKey'),
  WITHIN: { distance: 'long' },
  LISTED_IN: texts('register', 'locator', 'listed'),
  STATES: texts('about'),
  CITES: texts('locator'),
  BY: texts('capacity'),
  RELAYED_BY: { order: 'long' },
  INFERRED_FROM: {},
  CREATED: {},
  TOUCHED: { ...texts('key', 'kindKey', 'what'), values: 'string[]' },
};

/** All files of a world for the importer: nodes by kind, and relationships by type, with the columns of the model. */
export class Tables {
  readonly #nodes = new Map<string, { readonly table: Table; readonly labels: string }>();
  readonly #relationships = new Map<string, Table>();

  constructor(folder: string) {
    const nodes = (name: string, labels: readonly string[], columns: Columns): void => {
      const table = new Table(folder, `nodes-${name}`, ['id:ID'], columns);
      this.#nodes.set(name, { table, labels: labels.join(':') });
    };
    for (const kind of KINDS) {
      const { id: _id, ...declared } = propertiesOf(kind);
      const columns = Object.entries(declared).map(
        ([
          name,
          {
            attribute: { type, list },
          },
        ]) => {
          if (list && type !== 'text')
            throw new Error(`${name} is a list of ${type}: say how it is imported.`);
          return [name, list ? 'string[]' : SCALAR[type]] as const;
        },
      );
      nodes(
        kind.kind,
        labelsOf(kind).map(({ text }) => text),
        Object.fromEntries(columns),
      );
    }
    nodes('Claim', ['Claim'], CLAIM);
    nodes('Batch', ['Batch'], BATCH);
    for (const [type, columns] of Object.entries(RELATIONSHIPS))
      this.#relationships.set(type, new Table(folder, `edges-${type}`, [':START_ID', ':END_ID'], columns));
  }

  node(kind: string, id: string, properties: Readonly<Record<string, unknown>>): void {
    const found = this.#nodes.get(kind);
    if (!found) throw new Error(`There is no file for nodes of ${kind}.`);
    found.table.add([id], properties);
  }

  edge(type: string, from: string, to: string, properties: Readonly<Record<string, unknown>> = {}): void {
    const found = this.#relationships.get(type);
    if (!found) throw new Error(`There is no file for relationships of type ${type}.`);
    found.add([from, to], properties);
  }

  /** Closes the files and says them as arguments of the importer. */
  close(): string[] {
    const nodes = [...this.#nodes.values()].map(({ table, labels }) => ({ table, as: `--nodes=${labels}` }));
    const edges = [...this.#relationships].map(([type, table]) => ({ table, as: `--relationships=${type}` }));
    return [...nodes, ...edges].flatMap(({ table, as }) => {
      table.close();
      return table.rows === 0 ? [] : [`${as}=${table.path}`];
    });
  }
}
