import type { Bins } from '@olympus/semantic';

/** What is known of values before they are counted in bins. */
export interface Spread {
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** Standard deviation; 0 where all are alike. */
  readonly deviation: number;
}

const mostBins = 40;
/** Values farther from the mean than so many deviations share the outermost bins. */
const reach = 3;

/** The next larger of 1, 2, 2.5, 5 × 10ⁿ. */
export function niceWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}

/**
 * Bins that show the shape of a distribution: Scott's width (3.49 σ n^−⅓; Scott 1979), rounded up to
 * a number that reads well, over the values within three deviations of the mean.
 * @param whole  values are whole numbers, so that narrower bins would be empty every other time
 * @param wanted  about how many bins; chosen from the values where it is left out
 */
export function chooseBins(spread: Spread, whole: boolean, wanted?: number): Bins {
  const { count, least, most, mean, deviation } = spread;
  const low = Math.max(least, mean - reach * deviation);
  const high = Math.min(most, mean + reach * deviation);
  if (!(high > low)) {
    const width = whole ? 1 : niceWidth(Math.max(Math.abs(least) / 10, 1e-6));
    return { from: Math.floor(least / width) * width, width, count: 1 };
  }
  const scott = (3.49 * deviation) / Math.cbrt(count);
  const raw = wanted === undefined ? scott : (high - low) / wanted;
  const least_ = Math.max(raw, (high - low) / mostBins, whole ? 1 : 0);
  const width = whole ? Math.ceil(niceWidth(least_)) : niceWidth(least_);
  const first = Math.floor(low / width);
  const last = Math.floor(high / width);
  return { from: first * width, width, count: last - first + 1 };
}

/** A bin with what fell into it; half-open. */
export interface CountedBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Bins at either end that hold this share of all together say nothing of the shape. */
const thin = 0.005;

/** Without the outermost bins that hold hardly anything: what is in them counts with their neighbours. */
export function trimBins(bins: readonly CountedBin[]): readonly CountedBin[] {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const trimStart = (list: readonly CountedBin[], from: 'start' | 'end') => {
    const left = from === 'start' ? [...list] : [...list].reverse();
    let held = 0;
    while (left.length > 1) {
      const [outer, next] = left;
      if (outer === undefined || next === undefined || held + outer.count > all * thin) break;
      held += outer.count;
      left.shift();
    }
    const [first, ...rest] = left;
    const kept = first === undefined ? [] : [{ ...first, count: first.count + held }, ...rest];
    return from === 'start' ? kept : kept.reverse();
  };
  return trimStart(trimStart(bins, 'start'), 'end');
}
