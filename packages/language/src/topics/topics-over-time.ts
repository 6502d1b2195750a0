import { createTopicReader, fitTopics, type TopicModel } from './fit-topics.js';
import { dotRow } from './spherical-k-means.js';
import { createTermReader } from './term-space.js';
import type { TopicTerm } from './topic-labels.js';

/** A text and when it was written (milliseconds since 1970, UTC). */
export interface DatedText {
  readonly atMs: number;
  readonly text: string;
}

/** How often a topic comes up in each bucket. */
export interface TopicSeries {
  readonly topic: number;
  readonly label: string;
  /** Texts a bucket. */
  readonly counts: readonly number[];
  /** Share of the bucket's texts; undefined in a bucket without texts. */
  readonly shares: readonly (
    | { readonly kind: 'value'; readonly value: number }
    | { readonly kind: 'undefined'; readonly reason: 'no_texts' }
  )[];
}

/** Texts of the last bucket that belong together but to no known topic. */
export interface NewTopicAlarm {
  readonly label: string;
  readonly terms: readonly TopicTerm[];
  /** Indices into the given texts. */
  readonly texts: readonly number[];
  /** How many texts like these the earlier buckets would have led to expect. */
  readonly expected: number;
  /** Chance of so many or more at the earlier rate (Poisson). */
  readonly probability: number;
}

/** Topics over time and what is new in the last bucket. */
export interface TopicTimeline {
  readonly series: readonly TopicSeries[];
  /** Texts a bucket that no topic of the model fits. */
  readonly withoutTopic: readonly number[];
  readonly alarms: readonly NewTopicAlarm[];
}

const ALARM_PROBABILITY = 0.001;
const MINIMUM_NEW_TEXTS = 5;
/** A text belongs to a new topic from this cosine to the group's direction. */
const NEW_TOPIC_COHESION = 0.3;

/**
 * Follows a model's topics over half-open buckets of time, and raises an alarm for a group of
 * texts in the last bucket that fits no topic, holds together by its terms, and is larger than
 * the earlier buckets lead to expect (Poisson, p < .001). Alarms need at least five texts.
 * @param edgesMs  ascending bounds; n + 1 bounds make n buckets in the caller's calendar
 */
export function trackTopics(
  model: TopicModel,
  texts: readonly DatedText[],
  edgesMs: readonly number[],
): TopicTimeline {
  const buckets = Math.max(0, edgesMs.length - 1);
  const read = createTopicReader(model);
  const counts = model.topics.map(() => new Array<number>(buckets).fill(0));
  const totals = new Array<number>(buckets).fill(0);
  const strangers: { readonly index: number; readonly bucket: number }[] = [];
  texts.forEach(({ atMs, text }, index) => {
    const bucket = edgesMs.findLastIndex((edge) => edge <= atMs);
    if (bucket < 0 || bucket >= buckets) return;
    totals[bucket] = (totals[bucket] ?? 0) + 1;
    const found = read(text);
    const ofTopic = found.kind === 'topic' ? counts[found.topic] : undefined;
    if (ofTopic) ofTopic[bucket] = (ofTopic[bucket] ?? 0) + 1;
    else strangers.push({ index, bucket });
  });
  const series = model.topics.map(({ id, label }): TopicSeries => {
    const ofTopic = counts[id] ?? [];
    const shares = ofTopic.map((count, bucket) => {
      const total = totals[bucket] ?? 0;
      return total > 0
        ? ({ kind: 'value', value: count / total } as const)
        : ({ kind: 'undefined', reason: 'no_texts' } as const);
    });
    return { topic: id, label, counts: ofTopic, shares };
  });
  const withoutTopic = totals.map(
    (_, bucket) => strangers.filter((stranger) => stranger.bucket === bucket).length,
  );
  const alarms = buckets < 2 ? [] : findAlarms(texts, strangers, totals, model.space.language);
  return { series, withoutTopic, alarms };
}

function findAlarms(
  texts: readonly DatedText[],
  strangers: readonly { readonly index: number; readonly bucket: number }[],
  totals: readonly number[],
  language: string,
): readonly NewTopicAlarm[] {
  const last = totals.length - 1;
  if (strangers.filter((stranger) => stranger.bucket === last).length < MINIMUM_NEW_TEXTS)
    return [];
  const written = strangers.map(({ index }) => texts[index]?.text ?? '');
  const outcome = fitTopics(written, { method: 'clusters', language, seed: 1 });
  if (outcome.kind === 'undefined') return [];
  const { topics, directions, space } = outcome.model;
  const vectors = written.map(createTermReader(space));
  const earlier = totals.slice(0, last).reduce((sum, total) => sum + total, 0);
  const taken = new Set<number>();
  const alarms = topics.flatMap((topic): NewTopicAlarm[] => {
    const members = strangers.filter(({ index }, i) => {
      const vector = vectors[i];
      if (vector === undefined || taken.has(index)) return false;
      return dotRow(vector, directions, topic.id, space.keys.length) >= NEW_TOPIC_COHESION;
    });
    for (const { index } of members) taken.add(index);
    const now = members.filter(({ bucket }) => bucket === last);
    if (now.length < MINIMUM_NEW_TEXTS) return [];
    const before = members.length - now.length;
    const expected = ((before + 0.5) / Math.max(1, earlier)) * (totals[last] ?? 0);
    const probability = poissonTail(now.length, expected);
    if (probability >= ALARM_PROBABILITY) return [];
    const { label, terms } = topic;
    return [{ label, terms, texts: now.map(({ index }) => index), expected, probability }];
  });
  return alarms.sort((a, b) => a.probability - b.probability || b.texts.length - a.texts.length);
}

/** P(X ≥ count) for X Poisson with the given mean. */
function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - below);
}
