/** An axis: where it starts and ends, and the distance between its ticks. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * A scale of round steps (1, 2, 2.5 or 5 times a power of ten) that holds all values.
 * @param options.fromZero false lets an axis whose values all lie high start above zero
 * @param options.whole steps are whole numbers: counts
 */
export function niceScale(
  values: readonly number[],
  options: { readonly fromZero: boolean; readonly whole: boolean; readonly maxSteps?: number },
): Scale {
  const maxSteps = options.maxSteps ?? 5;
  const highest = Math.max(0, ...values);
  const lowest = Math.min(...values, Number.POSITIVE_INFINITY);
  const spread = highest - lowest;
  // Spreads too small for floating-point steps are none: the axis then starts at zero.
  const crops =
    !options.fromZero && lowest > 0 && spread < highest * 0.4 && spread > highest * 1e-9;
  const bottom = crops ? lowest : Math.min(0, Number.isFinite(lowest) ? lowest : 0);
  const span = highest - bottom;
  if (span < 1e-9) return { min: 0, max: 1, step: 1 };
  for (let power = 10 ** (Math.floor(Math.log10(span)) - 1); ; power *= 10) {
    for (const factor of [1, 2, 2.5, 5]) {
      const step = factor * power;
      if (options.whole && !Number.isInteger(step)) continue;
      const min = Math.floor(bottom / step + 1e-9) * step;
      const steps = Math.ceil((highest - min) / step - 1e-9);
      if (steps <= maxSteps) return { min, max: min + steps * step, step };
    }
  }
}

/** The scale's ticks, from bottom to top, free of rounding dust. */
export function ticksOf({ min, max, step }: Scale): readonly number[] {
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toPrecision(12)));
}
