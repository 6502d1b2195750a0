import { intervalWidth } from './calibration.js';
import type { ForecastInterval, HeldOutAccuracy } from './types.js';

/** A forecast in the making: mean and calibrated standard errors, or bounds found another way. */
export interface Outlook {
  readonly mean: Float64Array;
  /** Standard errors at each step, already calibrated. */
  readonly spread: Float64Array;
  /** Bounds that do not come from the spread (counts), by level. */
  readonly bounds?: (level: number) => {
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  readonly method: string;
  readonly heldOut?: HeldOutAccuracy;
  readonly why: string;
}

/** The intervals of an outlook from step `skip` on, in the original unit. */
export function intervalsOf(
  outlook: Outlook,
  levels: readonly number[],
  skip: number,
  scale: number,
  floor: number,
): ForecastInterval[] {
  return levels.map((level) => {
    const width = intervalWidth(level);
    const found = outlook.bounds?.(level);
    const H = outlook.mean.length - skip;
    const lower = new Float64Array(H);
    const upper = new Float64Array(H);
    for (let h = 0; h < H; h++) {
      const mean = outlook.mean[h + skip] ?? 0;
      const reach = width * (outlook.spread[h + skip] ?? 0);
      lower[h] = Math.max(floor, scale * (found?.lower[h + skip] ?? mean - reach));
      upper[h] = Math.max(floor, scale * (found?.upper[h + skip] ?? mean + reach));
    }
    return { level, lower, upper };
  });
}
