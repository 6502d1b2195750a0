import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AssignmentConfig, createAssigner, exposureOf } from './assign.js';
import { bucketCount, bucketOf, murmur3 } from './bucket.js';

const vectors = JSON.parse(
  readFileSync(new URL('./assignment-vectors.json', import.meta.url), 'utf8'),
);

test('hashes and buckets are those of another implementation', () => {
  for (const { text, hash } of vectors.hashes) expect([text, murmur3(text)]).toEqual([text, hash]);
  for (const { seed, unit, bucket } of vectors.buckets) {
    expect([unit, bucketOf(seed, unit)]).toEqual([unit, bucket]);
  }
});

test('arms are those of another implementation', () => {
  const assigner = createAssigner(vectors.config as AssignmentConfig);
  for (const { experiment, unit, attributes, arm, reason } of vectors.assignments) {
    expect([experiment, unit, assigner.assign(experiment, unit, attributes)]).toEqual([
      experiment,
      unit,
      { arm, reason },
    ]);
  }
});

/** χ² of counts against equal shares. */
const chiSquared = (counts: readonly number[]): number => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
};

/** Above it lies one in 10,000 of χ² with so many degrees of freedom, by Wilson and Hilferty. */
const critical = (degrees: number): number =>
  degrees * (1 - 2 / (9 * degrees) + 3.719 * Math.sqrt(2 / (9 * degrees))) ** 3;

test('a million units split evenly, over arms and over buckets', { timeout: 60_000 }, () => {
  for (const [prefix, seed] of [
    ['C-', 'arm:checkout'],
    ['', 'layer:home'],
    ['visitor_', 'holdout'],
  ]) {
    const arms = [0, 0];
    const buckets = new Array<number>(bucketCount).fill(0);
    for (let n = 0; n < 1_000_000; n++) {
      const bucket = bucketOf(String(seed), `${prefix}${n}`);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      const arm = bucket < bucketCount / 2 ? 0 : 1;
      arms[arm] = (arms[arm] ?? 0) + 1;
    }
    expect(chiSquared(arms)).toBeLessThan(critical(1));
    expect(chiSquared(buckets)).toBeLessThan(critical(bucketCount - 1));
  }
});

test('the arms of two experiments do not depend on each other', { timeout: 60_000 }, () => {
  for (const [one, two] of [
    ['arm:checkout', 'arm:checkout2'],
    ['arm:banner', 'layer:banner'],
    ['layer:a', 'layer:b'],
  ]) {
    const counts = new Array<number>(100).fill(0);
    for (let n = 0; n < 1_000_000; n++) {
      const first = Math.floor(bucketOf(String(one), `C-${n}`) / 1000);
      const second = Math.floor(bucketOf(String(two), `C-${n}`) / 1000);
      const cell = first * 10 + second;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquared(counts)).toBeLessThan(critical(99));
  }
});

test('an exposure names the customer as its subject', () => {
  expect(exposureOf('checkout', 'control', { customer_id: 'C-1' })).toEqual({
    type: 'experiment.exposed',
    data: { experiment_id: 'checkout', variant: 'control', customer_id: 'C-1' },
    subject: 'C-1',
  });
  expect(exposureOf('checkout', 'control', { anonymous_id: 'A' })).toEqual({
    type: 'experiment.exposed',
    data: { experiment_id: 'checkout', variant: 'control', anonymous_id: 'A' },
  });
});
