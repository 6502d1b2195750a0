import type { TopicModel } from './fit-topics.js';

/** How the topics of a newer model continue those of an older one. */
export interface TopicMatches {
  readonly kept: readonly {
    readonly before: number;
    readonly after: number;
    readonly similarity: number;
  }[];
  /** Topics of the newer model without a predecessor. */
  readonly appeared: readonly number[];
  /** Topics of the older model without a successor. */
  readonly vanished: readonly number[];
}

/**
 * Matches topics of two models by the cosine of their terms, best pairs first, each topic once.
 * @param minimum  pairs below this cosine do not match, .4 unless told
 */
export function matchTopics(before: TopicModel, after: TopicModel, minimum = 0.4): TopicMatches {
  const older = before.topics.map((_, topic) => termWeights(before, topic));
  const newer = after.topics.map((_, topic) => termWeights(after, topic));
  const pairs = older
    .flatMap((one, i) =>
      newer.map((other, j) => ({ before: i, after: j, similarity: cosine(one, other) })),
    )
    .filter((pair) => pair.similarity >= minimum)
    .sort((a, b) => b.similarity - a.similarity || a.before - b.before || a.after - b.after);
  const usedBefore = new Set<number>();
  const usedAfter = new Set<number>();
  const kept = pairs.filter((pair) => {
    if (usedBefore.has(pair.before) || usedAfter.has(pair.after)) return false;
    usedBefore.add(pair.before);
    usedAfter.add(pair.after);
    return true;
  });
  return {
    kept,
    appeared: [...newer.keys()].filter((topic) => !usedAfter.has(topic)),
    vanished: [...older.keys()].filter((topic) => !usedBefore.has(topic)),
  };
}

/** A topic's direction by term; its length is 1 (or 0 for an empty topic). */
function termWeights(model: TopicModel, topic: number): ReadonlyMap<string, number> {
  const columns = model.space.keys.length;
  const weights = new Map<string, number>();
  model.space.keys.forEach((key, column) => {
    const weight = model.directions[topic * columns + column] ?? 0;
    if (weight > 0) weights.set(key, weight);
  });
  return weights;
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [key, weight] of one) sum += weight * (other.get(key) ?? 0);
  return sum;
}
