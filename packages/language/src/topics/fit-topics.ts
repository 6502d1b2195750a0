import type { SparseVector } from '../classification/feature-space.js';
import { factorise } from './factorise.js';
import { dotRow, sphericalKMeans } from './spherical-k-means.js';
import { createTermReader, fitTermSpace, type TermSpace, topicWords } from './term-space.js';
import { type TopicTerm, topicLabel, topicTerms } from './topic-labels.js';

/** What some of the texts have in common. */
export interface Topic {
  /** Number within its model, from 0, the largest topic first. */
  readonly id: number;
  readonly label: string;
  readonly terms: readonly TopicTerm[];
  /** Texts whose main topic this is. */
  readonly size: number;
  /** Indices of up to three texts that stand closest to the topic. */
  readonly examples: readonly number[];
}

/** The topic of a text, or that it has none the model knows. */
export type TopicAssignment =
  | { readonly kind: 'topic'; readonly topic: number; readonly similarity: number }
  | { readonly kind: 'none'; readonly similarity: number };

/** Topics of a collection, as plain data. */
export interface TopicModel {
  readonly method: 'factorisation' | 'clusters';
  readonly topics: readonly Topic[];
  /** Of each text, in the given order. */
  readonly assignments: readonly TopicAssignment[];
  readonly space: TermSpace;
  /** topics × terms, row-major, rows of length 1. */
  readonly directions: Float64Array;
  /** A text whose cosine to every topic is below this has none. */
  readonly minimumSimilarity: number;
}

/** A topic model, or why there is none. */
export type TopicOutcome =
  | { readonly kind: 'topics'; readonly model: TopicModel }
  | { readonly kind: 'undefined'; readonly reason: 'too_few_texts' | 'no_shared_words' };

/** How topics are found. */
export interface TopicOptions {
  /** How many topics; √(texts / 2) between 2 and 30 unless told. */
  readonly count?: number;
  readonly seed?: number;
  /** 'factorisation' suits long texts, 'clusters' short ones; by median length unless told. */
  readonly method?: 'factorisation' | 'clusters';
  /** Language of the texts (BCP 47); identified text by text when absent. */
  readonly language?: string;
}

/** Median number of content words from which texts count as long. */
const LONG_TEXT = 25;
const MINIMUM_TEXTS = 6;
/** Largest share of the texts that a model leaves without a topic, those least like any. */
const LEFT_OUT = 0.05;

/**
 * Finds the topics of a collection of texts: non-negative matrix factorisation for long texts,
 * spherical k-means for short ones, both on tf-idf of stemmed content words, labelled by what sets
 * them apart (class-based tf-idf). The same texts and seed give the same topics.
 */
export function fitTopics(texts: readonly string[], options: TopicOptions = {}): TopicOutcome {
  if (texts.length < MINIMUM_TEXTS) return { kind: 'undefined', reason: 'too_few_texts' };
  const language = options.language ?? 'auto';
  const space = fitTermSpace(texts, language);
  const read = createTermReader(space);
  const vectors = texts.map(read);
  const filled = vectors.filter((vector) => vector.columns.length > 0).length;
  if (filled < MINIMUM_TEXTS) return { kind: 'undefined', reason: 'no_shared_words' };
  const wanted = options.count ?? Math.min(30, Math.max(2, Math.round(Math.sqrt(filled / 2))));
  const count = Math.max(1, Math.min(wanted, filled));
  const method = options.method ?? methodFor(texts, language);
  const shape = { count, columns: space.keys.length };
  const seed = options.seed ?? 1;
  const directions =
    method === 'factorisation'
      ? factorise(vectors, shape, seed).topics
      : sphericalKMeans(vectors, shape, seed).centroids;
  return { kind: 'topics', model: describe(vectors, directions, count, space, method) };
}

/** The topic of a text the model was not fitted on. */
export function createTopicReader(model: TopicModel): (text: string) => TopicAssignment {
  const read = createTermReader(model.space);
  return (text) => {
    const nearest = nearestTopic(read(text), model.directions, model.topics.length);
    return nearest.similarity < model.minimumSimilarity
      ? { kind: 'none', similarity: nearest.similarity }
      : { kind: 'topic', ...nearest };
  };
}

function methodFor(texts: readonly string[], language: string): TopicModel['method'] {
  const step = Math.max(1, Math.floor(texts.length / 200));
  const lengths = texts
    .filter((_, i) => i % step === 0)
    .map((text) => topicWords(text, language).length)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) >= LONG_TEXT ? 'factorisation' : 'clusters';
}

function nearestTopic(vector: SparseVector, directions: Float64Array, count: number) {
  const columns = directions.length / Math.max(1, count);
  let topic = -1;
  let similarity = 0;
  for (let c = 0; c < count; c++) {
    const cosine = dotRow(vector, directions, c, columns);
    if (topic < 0 || cosine > similarity) {
      topic = c;
      similarity = cosine;
    }
  }
  return { topic, similarity };
}

function describe(
  vectors: readonly SparseVector[],
  directions: Float64Array,
  count: number,
  space: TermSpace,
  method: TopicModel['method'],
): TopicModel {
  const raw = vectors.map((vector) => nearestTopic(vector, directions, count));
  const sizes = new Int32Array(count);
  raw.forEach(({ topic }, i) => {
    if ((vectors[i]?.columns.length ?? 0) > 0) sizes[topic] = (sizes[topic] ?? 0) + 1;
  });
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const newId = new Map(order.map((old, id) => [old, id]));
  const nearest = raw.map(({ topic, similarity }) => ({
    topic: newId.get(topic) ?? 0,
    similarity,
  }));
  const similarities = nearest.map(({ similarity }) => similarity).sort((a, b) => a - b);
  const at = (share: number) => similarities[Math.floor(share * similarities.length)] ?? 0;
  // New texts may be shorter than those fitted on, and stand less close.
  const minimumSimilarity = Math.max(0.05, Math.min(at(LEFT_OUT), at(0.5) / 2));
  const assignments = nearest.map(
    ({ topic, similarity }): TopicAssignment =>
      similarity < minimumSimilarity
        ? { kind: 'none', similarity }
        : { kind: 'topic', topic, similarity },
  );
  const mainTopics = assignments.map((one) => (one.kind === 'topic' ? one.topic : -1));
  const terms = topicTerms(vectors, mainTopics, count, space.forms);
  const topics = terms.map((ofTopic, id): Topic => {
    const members = mainTopics.flatMap((topic, i) => (topic === id ? [i] : []));
    const examples = [...members]
      .sort((a, b) => (nearest[b]?.similarity ?? 0) - (nearest[a]?.similarity ?? 0) || a - b)
      .slice(0, 3);
    return { id, label: topicLabel(ofTopic), terms: ofTopic, size: members.length, examples };
  });
  const columns = space.keys.length;
  const sorted = new Float64Array(directions.length);
  order.forEach((old, id) => {
    sorted.set(directions.subarray(old * columns, (old + 1) * columns), id * columns);
  });
  return { method, topics, assignments, space, directions: sorted, minimumSimilarity };
}
