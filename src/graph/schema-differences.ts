import { SCHEMA } from './constraints.js';
import { cypher, statement, type Statement } from './cypher.js';
import type { Asking, Door } from './door.js';

/** How a constraint or index of the database differs from the declared one of its name. */
export interface SchemaDifference {
  readonly name: string;
  /** For example "is missing", "has the analyzer standard, not french". */
  readonly how: string;
  /** What would mend it: making it, making it anew, or waiting until the database has filled it. */
  readonly mend: 'MAKE' | 'REPLACE' | 'WAIT';
  /** Whether a constraint stands under its name; null where nothing does. */
  readonly standsAsConstraint: boolean | null;
}

interface Shape {
  readonly name: string;
  readonly type: string;
  readonly of: string;
  readonly on: readonly string[];
  readonly properties: readonly string[];
  readonly unique: boolean;
  readonly analyzer: string | null;
}

interface Standing extends Shape {
  readonly state: string;
}

/** What a statement of the schema makes, read from its text, so that it is said once. */
function madeBy({ name, text, params }: Statement): Shape {
  const [, what, made, around = '', on, rest = ''] =
    /CREATE (CONSTRAINT|(?:FULLTEXT )?INDEX) (\w+) IF NOT EXISTS FOR (\W+)[nr]:(\w+)(\W.*)/.exec(text) ?? [];
  const properties = [...rest.matchAll(/\b[nr]\.(\w+)/g)].flatMap(([, property]) => property ?? []);
  if (!what || !made || !on || properties.length === 0)
    throw new Error(`The schema statement ${name} cannot be compared.`);
  const [options] = Object.values(params) as { indexConfig?: Record<string, string> }[];
  return {
    name: made,
    type: what.startsWith('FULLTEXT') ? 'FULLTEXT' : 'RANGE',
    of: around.includes('[') ? 'RELATIONSHIP' : 'NODE',
    on: [on],
    properties,
    unique: what === 'CONSTRAINT',
    analyzer: options?.indexConfig?.['fulltext.analyzer'] ?? null,
  };
}

function difference(wanted: Shape, stands: Standing | undefined): SchemaDifference | null {
  const { name } = wanted;
  const standsAsConstraint = stands?.unique ?? null;
  const differs = (mend: SchemaDifference['mend'], how: string): SchemaDifference => ({
    name,
    how,
    mend,
    standsAsConstraint,
  });
  if (!stands) return differs('MAKE', 'is missing');
  const place = ({ of, on, properties }: Shape): string =>
    `${of === 'NODE' ? 'nodes' : 'relationships'} ${on.join()}(${properties.join()})`;
  if (place(stands) !== place(wanted))
    return differs('REPLACE', `is on ${place(stands)}, not ${place(wanted)}`);
  if (stands.type !== wanted.type) return differs('REPLACE', `is ${stands.type}, not ${wanted.type}`);
  if (stands.unique !== wanted.unique)
    return differs(
      'REPLACE',
      wanted.unique ? 'is an index only, not a constraint' : 'is a constraint, not an index',
    );
  if (stands.analyzer !== wanted.analyzer)
    return differs('REPLACE', `has the analyzer ${stands.analyzer}, not ${wanted.analyzer}`);
  if (stands.state === 'ONLINE') return null;
  return differs(stands.state === 'POPULATING' ? 'WAIT' : 'REPLACE', `is ${stands.state}`);
}

/** Compares the constraints and indexes of the database with the declared ones: places, uniqueness, analyzers, state. */
export async function schemaDifferences(door: Door, asking: Asking): Promise<SchemaDifference[]> {
  const rows = await door.read<Standing>(
    statement(
      'schemaStanding',
      cypher`SHOW INDEXES YIELD name, state, type, entityType, labelsOrTypes, properties, owningConstraint, options
RETURN name, state, type, entityType AS of, coalesce(labelsOrTypes, []) AS on, coalesce(properties, []) AS properties,
  owningConstraint IS NOT NULL AS unique, options.indexConfig['fulltext.analyzer'] AS analyzer`,
    ),
    asking,
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  return SCHEMA.flatMap((one) => {
    const wanted = madeBy(one);
    return difference(wanted, byName.get(wanted.name)) ?? [];
  });
}
