import { canonical } from '../../model/claim.js';
import { kindNamed } from '../../model/kinds.js';
import type { Status } from '../../model/values/certainty.js';
import { anyOf, cypher, statement } from '../cypher.js';
import { DERIVED_PROPERTIES, PERIOD_PROPERTIES, READ_PROPERTIES } from '../node-properties.js';
import type { WriteTransaction } from '../door.js';
import { ENTITY_RELATIONSHIPS, FACT_RELATIONSHIPS, endsOf } from '../model-names.js';
import { labelOfId, nodeAt } from './node-at.js';

/** What is rolled up on a fact or entity at one moment. */
export interface Standing {
  readonly id: string;
  readonly kind: string;
  readonly status: Status | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly ties: readonly (readonly [relationship: string, target: string, said: object])[];
}

/** Reads what is rolled up on these, as it stands now. */
export async function readStandings(
  tx: WriteTransaction,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const [label, ties] of [
    ['Entity', ENTITY_RELATIONSHIPS],
    ['Fact', FACT_RELATIONSHIPS],
  ] as const) {
    const own = ids.filter((id) => labelOfId(id) === label);
    if (own.length === 0) continue;
    const rows = await tx.run<Standing>(
      statement(
        'readStandings',
        cypher`UNWIND ${own} AS id
${nodeAt('n', label, 'id')}
RETURN n.id AS id, n.kind AS kind, n.status AS status, n {.*, evidence: null} AS properties,
  [(n)-[r:${anyOf(ties)}]->(t) | [type(r), t.id, properties(r)]] AS ties`,
      ),
    );
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

// Never change, or follow from what does.
const PASSED_OVER = new Set<string>([
  'id',
  'kind',
  'identity',
  'occasion',
  ...DERIVED_PROPERTIES,
  ...READ_PROPERTIES,
]);
const OF_PERIOD = new Set<string>(PERIOD_PROPERTIES);

/** What stands there by name: each property, the period as one, each end or link, the parties. */
function byName({ kind, properties, ties }: Standing): Map<string, string[]> {
  const said = new Map<string, string[]>();
  const say = (name: string, text: string): void => void said.set(name, [...(said.get(name) ?? []), text]);
  for (const [name, value] of Object.entries(properties))
    if (!PASSED_OVER.has(name)) say(OF_PERIOD.has(name) ? 'period' : name, `${name} ${canonical(value)}`);
  const declared = kindNamed(kind);
  const ends = Object.entries(declared ? endsOf(declared) : {});
  for (const [relationship, target, more] of ties) {
    const named = ends.filter(([, end]) => end.relationship === relationship).map(([name]) => name);
    const names = relationship === 'PARTY' ? ['parties'] : named.length > 0 ? named : ['period'];
    for (const name of names) say(name, `${relationship} ${target} ${canonical(more)}`);
  }
  return said;
}

/** Names of the values that are others than before, sorted. */
export function changedValues(before: Standing, after: Standing): string[] {
  const [then, now] = [byName(before), byName(after)];
  const text = (said: ReadonlyMap<string, string[]>, name: string): string =>
    [...(said.get(name) ?? [])].sort().join('\n');
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((name) => text(then, name) !== text(now, name))
    .sort();
}
