import { quickArima } from './arima.js';
import { weightedMean, weightedSpread } from './averaging.js';
import { ets } from './ets.js';
import {
  floored,
  type HeldOutRecord,
  heldOut,
  isSane,
  judge,
  meanRelativeError,
} from './held-out.js';
import type { Member, MemberForecast, Series } from './member.js';
import { aggregatedTheta, dynamicTheta, logTheta } from './theta.js';

/** Members of the default combination, chosen on 2,343 series of the M3 competition. */
const POOL: readonly Member[] = [dynamicTheta, logTheta, ets, quickArima, aggregatedTheta];

/** How one member did on held-out stretches. */
export interface WeightedMember {
  readonly name: string;
  readonly weight: number;
  /** Mean over origins of the member's absolute error relative to the members' average; 1 = average. */
  readonly relativeError: number | undefined;
}

/** A combination's forecast with the record of its backtest. */
export interface Combination extends HeldOutRecord {
  readonly members: readonly WeightedMember[];
  readonly mean: Float64Array;
  /** Standard errors as the members claim them, not calibrated yet. */
  readonly spread: Float64Array;
  /** Number of held-out stretches. */
  readonly origins: number;
}

/**
 * Mean of the members that apply, weighted by a negative power of their errors on held-out
 * stretches before the end. Members keep the form chosen on the whole series (short ones choose
 * anew) and are fitted again before each stretch.
 * @param nonNegative  holds each member's forecasts at 0 before they are averaged
 */
export function combine(
  series: Series,
  horizon: number,
  nonNegative = false,
): Combination | undefined {
  const fits: MemberForecast[] = [];
  for (const member of POOL) {
    const fit = member(series, horizon);
    if (fit && isSane(fit, series)) fits.push(nonNegative ? floored(fit) : fit);
  }
  if (fits.length === 0) return undefined;
  const trials = heldOut(series, fits, horizon, nonNegative);
  const relative = fits.map((_, i) => meanRelativeError(trials, i));
  const trust = confidence(series.values.length);
  const raw = relative.map((error) => ((error ?? 1) + 0.1) ** -trust);
  const total = raw.reduce((sum, w) => sum + w, 0);
  const weights = raw.map((w) => w / total);
  const record = judge(trials, weights);
  return {
    members: fits.map((fit, i) => ({
      name: fit.name,
      weight: weights[i] ?? 0,
      relativeError: relative[i],
    })),
    mean: weightedMean(
      fits.map((fit) => fit.mean),
      weights,
      horizon,
    ),
    spread: weightedSpread(fits, weights, horizon),
    origins: trials.length,
    ...record,
  };
}

/**
 * Power of the held-out error in the weights: little for short histories, where more lost accuracy
 * on M3, and more where a longer one lets the errors speak.
 */
function confidence(observations: number): number {
  if (observations < 60) return 0.5;
  return observations < 150 ? 1 : 2;
}
