import type { ChartUnit } from './data.js';

/** An axis: where it starts and ends, and the distance between its ticks. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface ScaleOptions {
  /** false lets an axis whose values all lie high start above zero. */
  readonly fromZero: boolean;
  /** Steps are whole numbers: counts. */
  readonly whole?: boolean;
  /** Steps divide minutes, hours and days: values are seconds. */
  readonly duration?: boolean;
  readonly maxSteps?: number;
}

/** Steps of clocks and calendars, in seconds. */
const CLOCK_STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
];

function* stepsFrom(span: number, options: ScaleOptions): Generator<number> {
  if (options.duration && span >= 1) {
    yield* CLOCK_STEPS;
    for (let days = 1; ; days *= 10) {
      for (const factor of [2, 5, 10]) yield factor * days * 86_400;
    }
  }
  for (let power = 10 ** (Math.floor(Math.log10(span)) - 1); ; power *= 10) {
    for (const factor of [1, 2, 2.5, 5]) {
      const step = factor * power;
      if (!options.whole || Number.isInteger(step)) yield step;
    }
  }
}

/** Values that dip below zero by less than this part of a step get so much room, and no tick. */
const DIP = 0.2;

/** A scale of round steps (1, 2, 2.5 or 5 times a power of ten) that holds all values. */
export function niceScale(values: readonly number[], options: ScaleOptions): Scale {
  const maxSteps = options.maxSteps ?? 5;
  let highest = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (value > highest) highest = value;
    if (value < lowest) lowest = value;
  }
  const spread = highest - lowest;
  // Spreads too small for floating-point steps are none: the axis then starts at zero.
  const crops =
    !options.fromZero && lowest > 0 && spread < highest * 0.4 && spread > highest * 1e-9;
  const bottom = crops ? lowest : Math.min(0, Number.isFinite(lowest) ? lowest : 0);
  const span = highest - bottom;
  if (span < 1e-9) return { min: 0, max: 1, step: 1 };
  for (const step of stepsFrom(span, options)) {
    const dips = bottom < 0 && bottom >= -step * DIP;
    const first = dips ? 0 : Math.floor(bottom / step + 1e-9) * step;
    const steps = Math.ceil((highest - first) / step - 1e-9);
    if (steps <= maxSteps) {
      return { min: dips ? -step * DIP : first, max: first + steps * step, step };
    }
  }
  return { min: bottom, max: highest, step: span };
}

/** The scale for values of a unit. Money and counts start at zero; bars and areas always do. */
export function scaleOf(
  values: readonly number[],
  unit: ChartUnit,
  options: { readonly fromZero?: boolean; readonly maxSteps?: number } = {},
): Scale {
  return niceScale(values, {
    fromZero: options.fromZero === true || unit === 'currency' || unit === 'count',
    whole: unit === 'count',
    duration: unit === 'duration',
    ...(options.maxSteps === undefined ? {} : { maxSteps: options.maxSteps }),
  });
}

/** The scale's ticks, from bottom to top, free of rounding dust. */
export function ticksOf({ min, max, step }: Scale): readonly number[] {
  const first = min < 0 && min > -step ? 0 : min;
  const count = Math.round((max - first) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((first + i * step).toPrecision(12)));
}
