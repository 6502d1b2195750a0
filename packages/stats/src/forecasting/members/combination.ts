import { quickArima } from './arima.js';
import { ets } from './ets.js';
import { type Member, type MemberForecast, type Series, toSeries } from './member.js';
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
export interface Combination {
  readonly members: readonly WeightedMember[];
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  readonly origins: number;
  /** Mean absolute held-out error of the combination, and of seasonal naive on the same points. */
  readonly heldOutError: number | undefined;
  readonly naiveError: number | undefined;
  /** Mean over origins of (held-out error / claimed standard error)², capped at 36 a point. */
  readonly surprise: number | undefined;
}

/**
 * Mean of the members that apply, weighted by 1/√(held-out error) over two origins, one horizon
 * and half a horizon before the end. Members keep the form chosen on the whole series and are
 * fitted anew at each origin. Weights stay near equal on purpose: more confident ones lost
 * accuracy on M3.
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
    if (!fit || !isSane(fit, series)) continue;
    fits.push(nonNegative ? { ...fit, mean: fit.mean.map((y) => Math.max(0, y)) } : fit);
  }
  if (fits.length === 0) return undefined;
  const trials = heldOut(series, fits, horizon);
  const relative = fits.map((_, i) => meanRelativeError(trials, i));
  const raw = relative.map((error) => 1 / Math.sqrt((error ?? 1) + 0.1));
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

/** One held-out stretch: what came, what each member said, what seasonal naive said. */
interface Trial {
  readonly actual: Float64Array;
  readonly said: readonly (MemberForecast | undefined)[];
  readonly errors: readonly (number | undefined)[];
  readonly naiveError: number;
}

function heldOut(series: Series, fits: readonly MemberForecast[], horizon: number): Trial[] {
  const { values, seasonLength: m } = series;
  const n = values.length;
  const trials: Trial[] = [];
  for (const length of new Set([horizon, Math.floor(horizon / 2)])) {
    const cut = n - length;
    if (length < 1 || cut < 6 || cut < length) continue;
    const before = toSeries(values.slice(0, cut), m);
    const actual = values.slice(cut);
    const said = fits.map((fit) => {
      const answer = fit.again(before, length);
      return answer && isSane(answer, before) ? answer : undefined;
    });
    const errors = said.map((answer) => answer && meanAbsolute(actual, answer.mean));
    const naive = actual.map((_, h) => values[cut - m + (h % m)] ?? values[cut - 1] ?? 0);
    trials.push({ actual, said, errors, naiveError: meanAbsolute(actual, naive) });
  }
  return trials;
}

function meanRelativeError(trials: readonly Trial[], member: number): number | undefined {
  let sum = 0;
  let count = 0;
  for (const { errors } of trials) {
    const known = errors.filter((error) => error !== undefined);
    const average = known.reduce((s, e) => s + e, 0) / Math.max(1, known.length);
    if (!(average > 0)) continue;
    sum += (errors[member] ?? average) / average;
    count++;
  }
  return count > 0 ? sum / count : undefined;
}

function judge(
  trials: readonly Trial[],
  weights: readonly number[],
): Pick<Combination, 'heldOutError' | 'naiveError' | 'surprise'> {
  let points = 0;
  let error = 0;
  let naive = 0;
  let surprise = 0;
  let judged = 0;
  for (const { actual, said, naiveError } of trials) {
    const answers: MemberForecast[] = [];
    const shares: number[] = [];
    said.forEach((answer, i) => {
      if (!answer) return;
      answers.push(answer);
      shares.push(weights[i] ?? 0);
    });
    if (answers.length === 0) continue;
    const H = actual.length;
    const mean = weightedMean(
      answers.map((answer) => answer.mean),
      shares,
      H,
    );
    const spread = weightedSpread(answers, shares, H);
    let squares = 0;
    for (let h = 0; h < H; h++) {
      const e = (actual[h] ?? 0) - (mean[h] ?? 0);
      error += Math.abs(e);
      const s = spread[h] ?? 0;
      if (s > 0) squares += Math.min(36, (e / s) ** 2);
    }
    naive += naiveError * H;
    points += H;
    surprise += squares / H;
    judged++;
  }
  if (judged === 0) return { heldOutError: undefined, naiveError: undefined, surprise: undefined };
  return {
    heldOutError: error / points,
    naiveError: naive / points,
    surprise: surprise / judged,
  };
}

function weightedMean(
  parts: readonly Float64Array[],
  weights: readonly number[],
  H: number,
): Float64Array {
  const out = new Float64Array(H);
  let total = 0;
  parts.forEach((part, i) => {
    const weight = weights[i] ?? 0;
    total += weight;
    for (let h = 0; h < H; h++) out[h] = (out[h] ?? 0) + weight * (part[h] ?? 0);
  });
  for (let h = 0; h < H; h++) out[h] = (out[h] ?? 0) / total;
  return out;
}

/** Mean of the standard errors of the members that state them. */
function weightedSpread(
  fits: readonly MemberForecast[],
  weights: readonly number[],
  H: number,
): Float64Array {
  const stating: Float64Array[] = [];
  const shares: number[] = [];
  fits.forEach((fit, i) => {
    if (fit.spread.length !== H) return;
    stating.push(fit.spread);
    shares.push(weights[i] ?? 0);
  });
  return stating.length > 0 ? weightedMean(stating, shares, H) : new Float64Array(H);
}

/** Refuses forecasts that are not finite or leave the history's range a hundredfold. */
function isSane(fit: MemberForecast, series: Series): boolean {
  let largest = 0;
  for (const y of series.values) largest = Math.max(largest, Math.abs(y));
  const limit = 100 * largest;
  return (
    fit.mean.every((y) => Number.isFinite(y) && Math.abs(y) <= limit) &&
    fit.spread.every((s) => Number.isFinite(s) && s >= 0 && s <= 10 * limit)
  );
}

function meanAbsolute(actual: Float64Array, said: Float64Array): number {
  let sum = 0;
  for (let h = 0; h < actual.length; h++) sum += Math.abs((actual[h] ?? 0) - (said[h] ?? 0));
  return sum / Math.max(1, actual.length);
}
