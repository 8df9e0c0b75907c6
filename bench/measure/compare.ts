import { isDeepStrictEqual } from 'node:util';
import { answers, requestOf, shaped, type Arm, type ArmName } from '../arms/arm.js';
import type { Item, Json, Variables } from '../workload/item.js';

// Milliseconds that one answer may take, and those of one arm to an item together: a slow one is compared on fewer.
const ANSWER_MOST = 30_000;
const ARM_MOST = 60_000;

/** Asks an arm once, in the form in which answers are compared. */
export async function answerOf(arm: Arm, item: Item, drawn: Variables): Promise<Json> {
  const { path, body } = requestOf(arm.name, item, drawn);
  const response = await fetch(`${arm.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(ANSWER_MOST),
  });
  const answer: unknown = await response.json();
  try {
    return shaped(arm.name, item, drawn, answer);
  } catch (error) {
    throw new Error(`Item ${item.id}, ${arm.name}, with ${JSON.stringify(drawn)}: ${String(error)}`);
  }
}

/** An arm that gave an error instead of an answer, twice. */
class NoAnswer extends Error {}

/** The same, once more after a fault: the first asking of a large statement plans it, which a busy machine may not do in time. */
const answerInTime = (arm: Arm, item: Item, drawn: Variables): Promise<Json> =>
  answerOf(arm, item, drawn)
    .catch(() => answerOf(arm, item, drawn))
    .catch((error: unknown) => {
      throw new NoAnswer(error instanceof Error ? error.message : String(error));
    });

/** Where two answers first differ, and what stands there in each. */
export function firstDifference(one: Json, other: Json, place = 'the answer'): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  const isObject = (value: Json): value is { readonly [key: string]: Json } =>
    typeof value === 'object' && value !== null;
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length)
      return `${place} has ${one.length} entries and ${other.length}`;
    for (const key of [...new Set([...Object.keys(one), ...Object.keys(other)])]) {
      const found = firstDifference(one[key] ?? null, other[key] ?? null, `${place}.${key}`);
      if (found !== null) return found;
    }
    // Only the order of keys, or a null that the other leaves out.
    return null;
  }
  const short = (value: Json): string => JSON.stringify(value).slice(0, 300);
  return `${place} is ${short(one)} and ${short(other)}`;
}

/** How far the answers to an item were compared. */
export interface Compared {
  readonly sets: number;
  /** Sets of variables that the arms answered with something: an item that finds nothing measures nothing. */
  readonly filled: number;
  /** Arms that could not answer, as in time, in their own words; they are not timed. */
  readonly failed: readonly { readonly arm: ArmName; readonly reason: string }[];
}

const isEmpty = (answer: Json): boolean =>
  answer === null ||
  (typeof answer === 'object' &&
    Object.values(answer).every((value) => value === 0 || value === false || isEmpty(value as Json)));

/** Throws at the first answer in which an arm differs from the hand-written one. */
export async function compare(
  arms: readonly Arm[],
  item: Item,
  sets: readonly Variables[],
): Promise<Compared> {
  let filled = 0;
  const failed = new Map<ArmName, string>();
  const taken = new Map<ArmName, number>();
  const ceiling = arms.find(({ name }) => name === 'raw');
  if (!ceiling) throw new Error('Answers are compared with those of the raw arm, which is not running.');
  for (const drawn of sets) {
    const expected = await answerInTime(ceiling, item, drawn);
    if (!isEmpty(expected)) filled += 1;
    for (const arm of arms) {
      const soFar = taken.get(arm.name) ?? 0;
      if (arm === ceiling || !answers(arm.name, item) || failed.has(arm.name) || soFar > ARM_MOST) continue;
      const began = performance.now();
      try {
        const found = firstDifference(expected, await answerInTime(arm, item, drawn));
        if (found !== null) throw difference(item, arm.name, drawn, found);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        failed.set(arm.name, error.message);
      } finally {
        taken.set(arm.name, soFar + performance.now() - began);
      }
    }
  }
  if (filled === 0)
    throw new Error(`Item ${item.id} finds nothing with any of its ${sets.length} sets of variables.`);
  return { sets: sets.length, filled, failed: [...failed].map(([arm, reason]) => ({ arm, reason })) };
}

const difference = (item: Item, name: ArmName, drawn: Variables, found: string): Error =>
  new Error(
    `Item ${item.id} (${item.title}) with ${JSON.stringify(drawn)}: raw and ${name} differ. In raw and ${name}, ${found}.`,
  );
