import { Fault } from '../faults.js';

/** For each topic: itself at distance 0, and each broader topic with the least number of steps to it. */
export type TopicClosure = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Works out which topics lie within which, from the broader topics of each; these are of one scheme, so the
 * closure is too. Throws a fault that names the topics if some are broader than themselves.
 */
export function closure(broaderOf: ReadonlyMap<string, readonly string[]>): Map<string, Map<string, number>> {
  const done = new Map<string, Map<string, number>>();
  let waiting = new Set([...broaderOf].flatMap(([topic, broader]) => [topic, ...broader]));
  while (waiting.size > 0) {
    const next = new Set<string>();
    for (const topic of waiting) {
      const broader = broaderOf.get(topic) ?? [];
      if (broader.every((one) => done.has(one))) done.set(topic, within(topic, broader, done));
      else next.add(topic);
    }
    if (next.size === waiting.size) throw circles(next, broaderOf);
    waiting = next;
  }
  return done;
}

function within(topic: string, broader: readonly string[], done: TopicClosure): Map<string, number> {
  const distances = new Map([[topic, 0]]);
  for (const one of broader) {
    for (const [target, distance] of done.get(one) ?? []) {
      distances.set(target, Math.min(distance + 1, distances.get(target) ?? Infinity));
    }
  }
  return distances;
}

/** Names a circle for each topic that is stuck: its broader topics lead into one, however one walks. */
function circles(stuck: ReadonlySet<string>, broaderOf: ReadonlyMap<string, readonly string[]>): Fault {
  const found = new Set<string>();
  const walked = new Set<string>();
  for (const start of [...stuck].sort()) {
    const path: string[] = [];
    let topic: string | undefined = start;
    while (topic !== undefined && !walked.has(topic)) {
      walked.add(topic);
      path.push(topic);
      topic = [...(broaderOf.get(topic) ?? [])].sort().find((one) => stuck.has(one));
    }
    const from = topic === undefined ? -1 : path.indexOf(topic);
    if (from >= 0) found.add([...path.slice(from), topic].join(' -> '));
  }
  return new Fault(
    'BAD_USER_INPUT',
    `Topics are broader than themselves: ${[...found].join('; ')}. Take one "broader" out of each circle.`,
  );
}

/** Whether a topic is the asked one or narrower; a topic that the closure does not know is only itself. */
export function isOnOrNarrower(topic: string, asked: string, known: TopicClosure): boolean {
  return topic === asked || (known.get(topic)?.has(asked) ?? false);
}
