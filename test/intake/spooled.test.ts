import { describe, expect, it } from 'vitest';
import { Spooled } from '../../src/intake/spooled.js';
import { seededRandom as random } from '../support/random-operation.js';

const spooled = (): Spooled<string> =>
  new Spooled({ toJson: (one: string) => one, fromJson: (json) => json as string });

/** Texts of which a few are longer than any piece that is read at once. */
function texts(count: number): string[] {
  const next = random(7);
  return Array.from({ length: count }, (_, i) => {
    const size = i % 997 === 3 ? 400_000 : Math.floor(next() * 600);
    return `${i} é文\ud83d\ude00\n"${'x'.repeat(size)}`;
  });
}

describe('a spooled list', () => {
  it('gives what an array gives, in order and from any place', () => {
    const all = texts(3_000);
    const list = spooled();
    list.push(...all);
    expect(list.length).toBe(all.length);
    expect([...list].every((one, i) => one === all[i])).toBe(true);
    const next = random(8);
    for (let i = 0; i < 2_000; i += 1) {
      const index = Math.floor(next() * all.length);
      expect(list.at(index) === all[index]).toBe(true);
    }
    expect([list.at(-1), list.at(all.length)]).toEqual([undefined, undefined]);
    list.close();
  });

  it('may be read while it grows, by two readers at once', () => {
    const list = spooled();
    const all = texts(2_000);
    for (const [index, text] of all.entries()) {
      list.push(text);
      const back = Math.floor(index / 2);
      if (index % 50 === 0) expect(list.at(back) === all[back]).toBe(true);
    }
    const [one, other] = [list[Symbol.iterator](), list[Symbol.iterator]()];
    for (const text of all.slice(0, 500)) {
      expect(one.next().value === text).toBe(true);
      expect(other.next().value === text).toBe(true);
    }
    list.close();
  });

  it('says what to do where nothing can be written', () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = '/no/such/folder';
    const list = spooled();
    try {
      expect(() => {
        list.push(...texts(1_000));
      }).toThrow(
        /\/no\/such\/folder, does not take .* \(ENOENT\); make room in it, or name another in TMPDIR\./,
      );
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      list.close();
    }
  });

  it('is empty at first, and gives nothing once it is closed', () => {
    const list = spooled();
    expect([...list]).toEqual([]);
    list.push('a');
    list.close();
    expect([list.length, list.at(0)]).toEqual([0, undefined]);
  });
});
