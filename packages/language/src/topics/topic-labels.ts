import type { SparseVector } from '../classification/feature-space.js';

/** A term of a topic with its weight, comparable within the topic. */
export interface TopicTerm {
  readonly term: string;
  readonly weight: number;
}

/**
 * The terms that set each topic apart, by class-based tf-idf (Grootendorst 2022): share of the
 * term in the topic × ln(1 + A / f), A the average number of terms a topic, f the term's total.
 * @param topics  topic of each vector, −1 for none
 */
export function topicTerms(
  vectors: readonly SparseVector[],
  topics: ArrayLike<number>,
  count: number,
  forms: readonly string[],
  limit = 10,
): readonly (readonly TopicTerm[])[] {
  const totals = new Map<number, number>();
  const inTopic = Array.from({ length: count }, () => new Map<number, number>());
  const sizes = new Float64Array(count);
  vectors.forEach((vector, i) => {
    const topic = topics[i] ?? -1;
    const counts = inTopic[topic];
    if (counts === undefined) return;
    for (const column of vector.columns) {
      totals.set(column, (totals.get(column) ?? 0) + 1);
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    sizes[topic] = (sizes[topic] ?? 0) + vector.columns.length;
  });
  const average = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, count);
  return inTopic.map((counts, topic) =>
    [...counts]
      .map(([column, times]) => ({
        term: forms[column] ?? '',
        weight:
          (times / Math.max(1, sizes[topic] ?? 1)) *
          Math.log(1 + average / (totals.get(column) ?? 1)),
      }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, limit),
  );
}

/** A short name of a topic from its first terms. */
export function topicLabel(terms: readonly TopicTerm[]): string {
  return terms
    .slice(0, 3)
    .map(({ term }) => term)
    .join(', ');
}
