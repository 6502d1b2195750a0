import { bucketCount } from './bucket.js';

/** Half-open span of buckets, [from, to). */
export type BucketRange = readonly [number, number];

export interface ArmBuckets {
  readonly key: string;
  readonly buckets: readonly BucketRange[];
}

/** Which buckets take part in an experiment, and which arm each bucket has. */
export interface Allocation {
  /** Of the layer: who takes part. */
  readonly traffic: readonly BucketRange[];
  /** Of the experiment's own seed: who gets which arm. */
  readonly arms: readonly ArmBuckets[];
}

export const sizeOf = (ranges: readonly BucketRange[]): number =>
  ranges.reduce((sum, [from, to]) => sum + to - from, 0);

/** Whole buckets for shares that add up to 1, by largest remainders. */
export function bucketsOfShares(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (share / total) * bucketCount);
  const sizes = exact.map(Math.floor);
  const left = bucketCount - sizes.reduce((sum, size) => sum + size, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, two) => two.remainder - one.remainder || one.index - two.index);
  for (const { index } of byRemainder.slice(0, left)) sizes[index] = (sizes[index] ?? 0) + 1;
  return sizes;
}

/** Whether two have a bucket in common. */
export const overlap = (one: readonly BucketRange[], other: readonly BucketRange[]): boolean =>
  one.some(([from, to]) => other.some(([start, end]) => from < end && start < to));

/** Neighbours as one span, in order. */
function merged(ranges: readonly BucketRange[]): readonly BucketRange[] {
  const result: BucketRange[] = [];
  for (const range of [...ranges].sort((one, two) => one[0] - two[0])) {
    const last = result.at(-1);
    if (last !== undefined && last[1] === range[0]) {
      result[result.length - 1] = [last[0], range[1]];
    } else result.push(range);
  }
  return result;
}

/** The first so many buckets, and the others. */
function split(ranges: readonly BucketRange[], size: number) {
  const first: BucketRange[] = [];
  const rest: BucketRange[] = [];
  let wanted = size;
  for (const [from, to] of ranges) {
    const taken = Math.min(wanted, to - from);
    if (taken > 0) first.push([from, from + taken]);
    if (taken < to - from) rest.push([from + taken, to]);
    wanted -= taken;
  }
  return { first, rest };
}

/**
 * Gives each arm as many buckets as its weight says. Arms keep the buckets that they had before as
 * far as they still need them, so that as few units as possible change theirs.
 */
export function allotArms(
  arms: readonly { readonly key: string; readonly weight: number }[],
  before: readonly ArmBuckets[] = [],
): readonly ArmBuckets[] {
  const sizes = bucketsOfShares(arms.map(({ weight }) => weight));
  let free: readonly BucketRange[] = before.length === 0 ? [[0, bucketCount]] : [];
  const kept = arms.map(({ key }, index) => {
    const had = before.find((arm) => arm.key === key)?.buckets ?? [];
    const { first, rest } = split(had, sizes[index] ?? 0);
    free = merged([...free, ...rest]);
    return first;
  });
  for (const { key, buckets } of before) {
    if (!arms.some((arm) => arm.key === key)) free = merged([...free, ...buckets]);
  }
  return arms.map(({ key }, index) => {
    const own = kept[index] ?? [];
    const { first, rest } = split(free, (sizes[index] ?? 0) - sizeOf(own));
    free = rest;
    return { key, buckets: merged([...own, ...first]) };
  });
}

/** Share of all buckets whose arm stays the same. */
export function keptShare(before: readonly ArmBuckets[], after: readonly ArmBuckets[]): number {
  let kept = 0;
  for (const { key, buckets } of after) {
    const had = before.find((arm) => arm.key === key)?.buckets ?? [];
    for (const [from, to] of buckets) {
      for (const [start, end] of had)
        kept += Math.max(0, Math.min(to, end) - Math.max(from, start));
    }
  }
  return kept / bucketCount;
}

/**
 * Buckets of a layer for a share of its units, none of which others have: those that the experiment
 * had before as far as it still needs them, then the first free ones.
 * @returns undefined where the layer has not so many left
 */
export function allotTraffic(
  share: number,
  taken: readonly BucketRange[],
  before: readonly BucketRange[] = [],
): readonly BucketRange[] | undefined {
  const wanted = Math.max(1, Math.round(share * bucketCount));
  const { first: own } = split(before, wanted);
  const used = merged([...taken, ...own]);
  const free: BucketRange[] = [];
  let at = 0;
  for (const [from, to] of used) {
    if (from > at) free.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < bucketCount) free.push([at, bucketCount]);
  const missing = wanted - sizeOf(own);
  if (sizeOf(free) < missing) return undefined;
  return merged([...own, ...split(free, missing).first]);
}
