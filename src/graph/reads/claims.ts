import { ENTITY_KINDS } from '../../model/kinds.js';
import { cypher, joined, nameOf, type Fragment } from '../cypher.js';
import { placeOf, standingClaims, type StandingClaim } from '../derived/evidence.js';
import { kindsAt, project, type NodeRow, type Projection } from './projection.js';

/** What claims name, found by the keys that stand beside them. */
interface Named {
  readonly expression: Fragment;
  /** Puts into the row of a claim what it names. */
  add(
    this: void,
    row: Record<string, unknown>,
    claim: StandingClaim,
    found: ReadonlyMap<string, unknown>,
  ): void;
  decode(this: void, value: unknown): unknown;
}

/** Ties of a claim that are read only when asked for. */
const TIES: Readonly<Record<string, (variable: string, inner: string, projection: Projection) => Named>> = {
  source: (v, x, p) => ({
    ...things(v, x, 'evidenceSources', ENTITY_BY_ID(x), kindsAt(['Document', 'Source']), p),
    add: (row, { source }, found) => (row['source'] = found.get(source) ?? null),
  }),
  paragraph: (v, x, p) => ({
    ...things(v, x, 'evidencePlaces', PARAGRAPH_CITED(x), kindsAt(['Paragraph']), p),
    add: (row, { source, locator }, found) =>
      (row['paragraph'] = found.get(placeOf(source, locator)) ?? null),
  }),
  voice: (v, x, p) => ({
    ...things(v, x, 'evidenceVoices', ENTITY_BY_ID(x), ENTITY_KINDS, p.blocks['Voice']?.['speaker'] ?? p),
    add: (row, { voice, voiceCapacity }, found) => {
      const speaker = voice === null ? undefined : found.get(voice);
      row['voice'] = speaker ? { capacity: voiceCapacity, speaker } : null;
    },
  }),
  relayedBy: (v, x, p) => ({
    ...things(v, x, 'evidenceVoices', ENTITY_BY_ID(x), ENTITY_KINDS, p),
    add: (row, { relayedBy }, found) => (row['relayedBy'] = relayedBy.flatMap((id) => found.get(id) ?? [])),
  }),
  inferredFrom: (v, x) => ({
    expression: keyed(
      v,
      x,
      'evidenceGrounds',
      GROUND(x),
      cypher`[${nameOf(x)}.about, ${nameOf(`${x}t`)}.id]`,
    ),
    add: (row, { inferredFrom }, found) =>
      (row['inferredFrom'] = inferredFrom.flatMap((id) => {
        const [about, target] = (found.get(id) ?? []) as string[];
        return about === undefined ? [] : [{ id, about, target }];
      })),
    decode: (value) => value,
  }),
};

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
  const asked = Object.entries(projection.blocks['Claim'] ?? {}).map(([field, p], i) => {
    const tie = TIES[field];
    if (!tie) throw new Error(`A claim has no tie named ${field}.`);
    return tie(variable, `${inner}${i}`, p);
  });
  return {
    many: true,
    expression: cypher`[${joined([cypher`${nameOf(variable)}.evidence`, ...asked.map(({ expression }) => expression)], ', ')}]`,
    decode: (value) => {
      const [evidence, ...lists] = value as [string | null, ...(readonly [string, unknown][])[]];
      const found = asked.map(
        ({ decode }, i) => new Map((lists[i] ?? []).map(([id, what]) => [id, decode(what)])),
      );
      return standingClaims(evidence)
        .sort((a, b) => (claimPlace(a) < claimPlace(b) ? -1 : 1))
        .map((claim): NodeRow => {
          const row: Record<string, unknown> = { kind: 'Claim', ...claim, endedAt: null };
          asked.forEach(({ add }, i) => add(row, claim, found[i]!));
          return row as NodeRow;
        });
    },
  };
}

/** Where a claim stands in a list: by what it is about, then by id. */
const claimPlace = ({ about, id }: StandingClaim): string => `${about} ${id}`;
