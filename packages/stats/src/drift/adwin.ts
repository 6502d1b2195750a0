import { undefinedBecause } from '../undefined.js';
import type { ChangeDetector } from './page-hinkley.js';

/** Options of ADWIN. */
export interface AdwinOptions {
  /** Bound on the false alarm rate; default 0.002. */
  readonly delta?: number;
  /** Look for a cut every so many values; default 32. */
  readonly every?: number;
}

interface Bucket {
  readonly n: number;
  readonly sum: number;
  /** Sum of squared deviations from the bucket's own mean. */
  readonly squares: number;
}

/** Buckets of one size before two of them are merged. */
const PER_LEVEL = 5;

const merge = (a: Bucket, b: Bucket): Bucket => {
  const gap = a.sum / a.n - b.sum / b.n;
  return {
    n: a.n + b.n,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares + (gap * gap * a.n * b.n) / (a.n + b.n),
  };
};

/**
 * ADWIN2 (Bifet & Gavaldà 2007): keeps the longest window whose mean has not changed, in
 * O(log n) buckets; after a change the older part is dropped.
 */
export const createAdwin = (options: AdwinOptions = {}): ChangeDetector => {
  const { delta = 0.002, every = 32 } = options;
  // Newest first; sizes are powers of two that rise with age.
  const buckets: Bucket[] = [];
  let seen = 0;

  const insert = (value: number): void => {
    buckets.unshift({ n: 1, sum: value, squares: 0 });
    let start = 0;
    for (;;) {
      const size = buckets[start]?.n ?? 0;
      let end = start;
      while (end < buckets.length && buckets[end]?.n === size) end++;
      if (end - start <= PER_LEVEL) return;
      const oldest = buckets[end - 1];
      const older = buckets[end - 2];
      if (oldest === undefined || older === undefined) return;
      buckets.splice(end - 2, 2, merge(oldest, older));
      start = end - 2;
    }
  };

  const total = (): Bucket =>
    buckets.reduce<Bucket>((sum, bucket) => (sum.n > 0 ? merge(sum, bucket) : bucket), {
      n: 0,
      sum: 0,
      squares: 0,
    });

  /** Drops the oldest bucket when some cut separates two different means. */
  const cut = (): boolean => {
    const whole = total();
    if (whole.n < 10) return false;
    const variance = whole.squares / whole.n;
    const confidence = Math.log((2 * Math.log(whole.n)) / delta);
    let n = 0;
    let sum = 0;
    for (const bucket of buckets.slice(0, -1)) {
      n += bucket.n;
      sum += bucket.sum;
      const left = whole.n - n;
      if (n < 5 || left < 5) continue;
      const inverse = 1 / n + 1 / left;
      const bound =
        Math.sqrt(2 * inverse * variance * confidence) + (2 / 3) * inverse * confidence * spread();
      if (Math.abs(sum / n - (whole.sum - sum) / left) > bound) {
        buckets.pop();
        return true;
      }
    }
    return false;
  };

  // The bound is written for values in [0,1]; other ranges are brought to it.
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  const spread = (): number => highest - lowest;

  return {
    update: (value) => {
      if (!(Math.abs(value) < 1e150)) return undefinedBecause('the value is not finite');
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      insert(value);
      seen++;
      let drift = false;
      if (seen % every === 0) while (cut()) drift = true;
      const { n, sum } = total();
      return { kind: 'change-signal', drift, mean: sum / n, n };
    },
  };
};
