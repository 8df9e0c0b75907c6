import { ENTITY_KINDS } from '../../model/kinds.js';
import { cypher, joined, nameOf, type Fragment } from '../cypher.js';
import { placeOf, standingClaims, type Shared } from '../derived/evidence.js';
import { kindsAt, project, type Projection } from './projection.js';

/** What claims name, found by the keys that stand beside them. */
interface Named {
  readonly expression: Fragment;
  /** What the claims that share this name. */
  of(this: void, shared: Shared, found: ReadonlyMap<string, unknown>): unknown;
  decode(this: void, value: unknown): unknown;
}

/** Ties of a claim that are read only when asked for. */
const TIES = {
  source: (v, x, p) => ({
    ...things(v, x, 'evidenceSources', ENTITY_BY_ID(x), kindsAt(['Document', 'Source']), p),
    of: ({ source }, found) => found.get(source) ?? null,
  }),
  paragraph: (v, x, p) => ({
    ...things(v, x, 'evidencePlaces', PARAGRAPH_CITED(x), kindsAt(['Paragraph']), p),
    of: ({ source, locator }, found) => found.get(placeOf(source, locator)) ?? null,
  }),
  voice: (v, x, p) => ({
    ...things(v, x, 'evidenceVoices', ENTITY_BY_ID(x), ENTITY_KINDS, p.blocks['Voice']?.['speaker'] ?? p),
    of: ({ voice, voiceCapacity: capacity }, found) => {
      const speaker = voice === null ? undefined : found.get(voice);
      return speaker ? { capacity, speaker } : null;
    },
  }),
  relayedBy: (v, x, p) => ({
    ...things(v, x, 'evidenceVoices', ENTITY_BY_ID(x), ENTITY_KINDS, p),
    of: ({ relayedBy }, found) => relayedBy.flatMap((id) => found.get(id) ?? []),
  }),
  inferredFrom: (v, x) => ({
    expression: keyed(
      v,
      x,
      'evidenceGrounds',
      GROUND(x),
      cypher`[${nameOf(x)}.about, ${nameOf(`${x}t`)}.id]`,
    ),
    of: ({ inferredFrom }, found) =>
      inferredFrom.flatMap((id) => {
        const [about, target] = (found.get(id) ?? []) as string[];
        return about === undefined ? [] : [{ id, about, target }];
      }),
    decode: (value) => value,
  }),
} as const satisfies Readonly<
  Record<string, (variable: string, inner: string, projection: Projection) => Named>
>;
type Tie = keyof typeof TIES;

const key = (inner: string): ReturnType<typeof nameOf> => nameOf(`${inner}k`);
const ENTITY_BY_ID = (x: string): Fragment => cypher`(${nameOf(x)}:Entity {id: ${key(x)}})`;
const PARAGRAPH_CITED = (x: string): Fragment => cypher`(${nameOf(x)}:Paragraph {citedAs: ${key(x)}})`;
const GROUND = (x: string): Fragment =>
  cypher`(${nameOf(x)}:Claim {id: ${key(x)}})-[:STATES]->(${nameOf(`${x}t`)})`;

/** What is found by each of the keys in a property of the node, as pairs of key and what it is. */
const keyed = (
  variable: string,
  inner: string,
  property: string,
  pattern: Fragment,
  what: Fragment,
): Fragment =>
  cypher`COLLECT { UNWIND ${nameOf(variable)}.${nameOf(property)} AS ${key(inner)} MATCH ${pattern} RETURN [${key(inner)}, ${what}] }`;

function things(
  variable: string,
  inner: string,
  property: string,
  pattern: Fragment,
  kinds: Parameters<typeof project>[1],
  projection: Projection,
): Pick<Named, 'expression' | 'decode'> {
  const block = project(inner, kinds, projection);
  return {
    expression: keyed(variable, inner, property, pattern, block.expression),
    decode: (value) => block.decode(value as unknown[]),
  };
}

/** Claims that stand now about the node in `variable`, with their ties as far as they are asked for. */
export function claimsBlock(
  variable: string,
  inner: string,
  projection: Projection,
): { many: boolean; expression: Fragment; decode(value: unknown): unknown } {
  const blocks = projection.blocks['Claim'] ?? {};
  const asked = (Object.keys(blocks) as Tie[]).map((field, i) => ({
    field,
    tie: TIES[field](variable, `${inner}${i}`, blocks[field]!),
  }));
  return {
    many: true,
    expression: cypher`[${joined([cypher`${nameOf(variable)}.evidence`, ...asked.map(({ tie }) => tie.expression)], ', ')}]`,
    decode: (value) => {
      const [evidence, ...lists] = value as [string | null, ...(readonly [string, unknown][])[]];
      const found = asked.map(
        ({ tie }, i) => new Map((lists[i] ?? []).map(([id, what]) => [id, tie.decode(what)])),
      );
      const rows: ClaimRow[] = [];
      for (const [shared, own] of standingClaims(evidence)) {
        const named: Partial<Record<Tie, unknown>> = {};
        asked.forEach(({ field, tie }, i) => (named[field] = tie.of(shared, found[i]!)));
        for (const [id, about, claimed] of own) rows.push(rowOf(id, about, claimed, shared, named));
      }
      return rows.sort(byPlace);
    },
  };
}

type ClaimRow = ReturnType<typeof rowOf>;

// One literal for all, since a page has some hundred of them.
const rowOf = (
  id: string,
  about: string,
  value: string | null,
  said: Shared,
  named: Readonly<Partial<Record<Tie, unknown>>>,
) => ({
  kind: 'Claim',
  id,
  about,
  value,
  locator: said.locator,
  certainty: said.certainty,
  reason: said.reason,
  basis: said.basis,
  stance: said.stance,
  status: said.status,
  register: said.register,
  recordedAt: said.recordedAt,
  endedAt: null,
  source: named.source,
  paragraph: named.paragraph,
  voice: named.voice,
  relayedBy: named.relayedBy,
  inferredFrom: named.inferredFrom,
});

/** Where a claim stands in a list: by what it is about, then by id. */
const byPlace = (a: ClaimRow, b: ClaimRow): number =>
  a.about === b.about ? (a.id < b.id ? -1 : 1) : a.about < b.about ? -1 : 1;
