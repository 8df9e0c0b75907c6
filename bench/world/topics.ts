import type { Random } from './random.js';

/** A generated topic and what it lies directly beneath. */
export interface TopicNode {
  readonly id: string;
  readonly broader: readonly string[];
  /** 1 for the broadest. */
  readonly level: number;
}

/** Topics in as many levels as `narrower` has numbers; some of the lower ones have a second broader topic. */
export function topicTree(random: Random, narrower: readonly number[]): TopicNode[] {
  const topics: TopicNode[] = [];
  let above: readonly (TopicNode | null)[] = [null];
  narrower.forEach((count, depth) => {
    const level = above.flatMap((parent) =>
      Array.from({ length: count }, (_, n): TopicNode => {
        const second = depth > 1 && random.often(5) ? random.oneOf(above)?.id : undefined;
        const broader = new Set([parent?.id, second].filter((id) => id !== undefined));
        return {
          id: parent === null ? `topic/g${n + 1}` : `${parent.id}-${n + 1}`,
          broader: [...broader],
          level: depth + 1,
        };
      }),
    );
    topics.push(...level);
    above = level;
  });
  return topics;
}
