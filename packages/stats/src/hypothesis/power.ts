import { normalQuantile, normalSurvival } from '../distributions/normal.js';
import { tQuantile } from '../distributions/student-t.js';
import { brentRoot } from '../optimisation/brent.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import { noncentralTCdf } from './noncentral-t.js';

/** What a planned two-arm comparison is to detect and how surely. */
export interface PowerPlan {
  /** False positive rate, two-sided; default 0.05. */
  readonly alpha?: number;
  /** Chance to detect the effect; default 0.8. */
  readonly power?: number;
  /** Units in the treatment for each unit in the control; default 1. */
  readonly ratio?: number;
}

const validRate = (rate: number): boolean => rate > 0 && rate < 1;

/** Cohen's h: difference of two proportions on the arcsine scale. */
export const proportionEffectSize = (base: number, target: number): number =>
  2 * Math.asin(Math.sqrt(target)) - 2 * Math.asin(Math.sqrt(base));

/** Power of a two-sided z test for a standardised effect, n in the control arm. */
export const normalPower = (
  effect: number,
  n: number,
  plan: PowerPlan = {},
): number | Undefined => {
  const { alpha = 0.05, ratio = 1 } = plan;
  if (!validRate(alpha) || !(ratio > 0) || !(n > 0 && n < 1e15) || !Number.isFinite(effect)) {
    return undefinedBecause('power needs a finite effect, a positive size and an alpha');
  }
  const shift = Math.abs(effect) * Math.sqrt(n / (1 + 1 / ratio));
  const critical = -normalQuantile(alpha / 2);
  return normalSurvival(critical - shift) + normalSurvival(critical + shift);
};

/** Power of a two-sided pooled t test for Cohen's d, n in the control arm. */
export const tPower = (effect: number, n: number, plan: PowerPlan = {}): number | Undefined => {
  const { alpha = 0.05, ratio = 1 } = plan;
  const nu = n + n * ratio - 2;
  if (!validRate(alpha) || !(ratio > 0) || !(nu > 0 && nu < 1e15) || !Number.isFinite(effect)) {
    return undefinedBecause('power needs a finite effect, two units an arm and an alpha');
  }
  const shift = Math.abs(effect) * Math.sqrt(n / (1 + 1 / ratio));
  if (shift > 40) return 1;
  const critical = -tQuantile(alpha / 2, nu);
  return 1 - noncentralTCdf(critical, nu, shift) + noncentralTCdf(-critical, nu, shift);
};

const solveSize = (
  power: (n: number) => number | Undefined,
  wanted: number,
  smallest: number,
): number | Undefined => {
  const gap = (logN: number): number => {
    const value = power(Math.exp(logN));
    return typeof value === 'number' ? value - wanted : Number.NaN;
  };
  if (gap(Math.log(smallest)) >= 0) return smallest;
  let high = Math.log(smallest) + 2;
  while (gap(high) < 0) {
    high += 2;
    if (high > 36) return undefinedBecause('no size reaches this power');
  }
  const root = brentRoot(gap, high - 2, high);
  return typeof root === 'number' ? Math.exp(root) : root;
};

const planError = (effect: number, plan: PowerPlan): Undefined | undefined => {
  const { alpha = 0.05, power = 0.8, ratio = 1 } = plan;
  if (!Number.isFinite(effect) || effect === 0) {
    return undefinedBecause('a size needs an effect other than 0');
  }
  return validRate(alpha) && validRate(power) && ratio > 0 && power > alpha
    ? undefined
    : undefinedBecause('alpha and power lie between 0 and 1, power above alpha');
};

/** Units of the control arm (not rounded) to detect a change from `base` to `target`. */
export const sampleSizeForProportions = (
  base: number,
  target: number,
  plan: PowerPlan = {},
): number | Undefined => {
  if (!(base >= 0 && base <= 1 && target >= 0 && target <= 1)) {
    return undefinedBecause('proportions lie between 0 and 1');
  }
  const effect = proportionEffectSize(base, target);
  return (
    planError(effect, plan) ??
    solveSize((n) => normalPower(effect, n, plan), plan.power ?? 0.8, 1e-3)
  );
};

/** Units of the control arm (not rounded) to detect Cohen's d by a pooled t test. */
export const sampleSizeForMeans = (effect: number, plan: PowerPlan = {}): number | Undefined =>
  planError(effect, plan) ?? solveSize((n) => tPower(effect, n, plan), plan.power ?? 0.8, 2);

/** Smallest difference (in standard deviations) that n units in the control arm can detect. */
export const minimumDetectableEffect = (n: number, plan: PowerPlan = {}): number | Undefined => {
  const bad = planError(1, plan);
  if (bad) return bad;
  if (!(n >= 2 && n < 1e15)) return undefinedBecause('an arm needs two units');
  const gap = (effect: number): number => {
    const value = tPower(effect, n, plan);
    return typeof value === 'number' ? value - (plan.power ?? 0.8) : Number.NaN;
  };
  let high = 1;
  while (gap(high) < 0 && high < 1e6) high *= 2;
  return brentRoot(gap, 0, high, { tolerance: 1e-12 });
};
