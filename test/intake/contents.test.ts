import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/intake/1-read/row.js';
import { Contents } from '../../src/intake/2-check/contents.js';
import { Group } from '../../src/model/entities/group.js';

/** A row of a thing, or a claim of it, inferred from claims of others. */
interface Said {
  readonly of: number;
  readonly claim: boolean;
  readonly from: readonly number[];
}

const idOf = (thing: number): string => `group/g${thing}`;
const rowOf = ({ of, claim, from }: Said, index: number): Row => ({
  file: claim ? 'claims.csv' : 'groups.csv',
  line: index + 2,
  kind: claim ? 'claim' : Group,
  cells: new Map([
    [claim ? 'target' : 'id', idOf(of)],
    ['inferredFrom', from.map((other) => `${idOf(other)}#name`).join(' | ')],
  ]),
});

const thing = fc.integer({ min: 0, max: 9 });
const rows: fc.Arbitrary<Said[]> = fc.array(
  fc.record({ of: thing, claim: fc.boolean(), from: fc.array(thing, { maxLength: 2 }) }),
  { maxLength: 20 },
);

/** What a thing rests on, by going on from premise to premise until nothing is added. */
function restsOn(said: readonly Said[], start: number): Set<number> {
  const found = new Set<number>();
  for (let more = [start]; more.length > 0;) {
    const next = said.filter(({ of }) => more.includes(of)).flatMap(({ from }) => from);
    more = next.filter((one) => !found.has(one));
    for (const one of more) found.add(one);
  }
  return found;
}

describe('groups of rows', () => {
  it('hold every row once, all of a thing together, after what it rests on', () => {
    fc.assert(
      fc.property(rows, (said) => {
        const groups = [...new Contents(said.map(rowOf)).groups()];
        expect(groups.flat().sort((a, b) => a - b)).toEqual(said.map((_, index) => index));
        const placeOf = new Map(
          groups.flatMap((group, place) => group.map((index) => [said[index]?.of, place] as const)),
        );
        for (const [index, { of }] of said.entries()) expect(groups[placeOf.get(of) ?? -1]).toContain(index);
        for (const { of } of said)
          for (const premise of restsOn(said, of)) {
            const [own, other] = [placeOf.get(of), placeOf.get(premise)];
            if (own === undefined || other === undefined || premise === of) continue;
            // Together only where each rests on the other.
            if (restsOn(said, premise).has(of)) expect(other).toBe(own);
            else expect(other).toBeLessThan(own);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('tell what is stated, and what others are inferred from', () => {
    const contents = new Contents(
      [
        { of: 1, claim: false, from: [2] },
        { of: 3, claim: true, from: [] },
      ].map(rowOf),
    );
    expect([1, 2, 3].map((one) => contents.states(idOf(one)))).toEqual([true, false, false]);
    expect([1, 2, 3].map((one) => contents.isPremise(idOf(one)))).toEqual([false, true, false]);
    expect(contents.files).toEqual(['groups.csv', 'claims.csv']);
  });
});
