import { weightedMean, weightedSpread } from './averaging.js';
import { type MemberForecast, type Series, toSeries } from './member.js';

/** Record of a combination on held-out stretches; undefined values where there was none. */
export interface HeldOutRecord {
  /** Mean absolute error of the combination, and of seasonal naive on the same points. */
  readonly heldOutError: number | undefined;
  readonly naiveError: number | undefined;
  /** Mean over stretches of (error / claimed standard error)², capped at 36 a point. */
  readonly surprise: number | undefined;
}

/**
 * Where the held-out stretches start, counted back from the end, and how long they are: one
 * horizon and half a horizon; long histories also lend two and three horizons before the end.
 */
function stretches(n: number, horizon: number): { back: number; length: number }[] {
  const out = [{ back: horizon, length: horizon }];
  const half = Math.floor(horizon / 2);
  if (half > 0) out.push({ back: half, length: half });
  if (n >= 150 && n >= 6 * horizon) {
    out.push({ back: 2 * horizon, length: horizon }, { back: 3 * horizon, length: horizon });
  }
  return out;
}

/** One held-out stretch: what came, what each member said, what seasonal naive said. */
export interface Trial {
  readonly actual: Float64Array;
  readonly said: readonly (MemberForecast | undefined)[];
  readonly errors: readonly (number | undefined)[];
  readonly naiveError: number;
}

/** Replays the members on stretches before the end of the series. */
export function heldOut(
  series: Series,
  fits: readonly MemberForecast[],
  horizon: number,
  nonNegative: boolean,
): Trial[] {
  const { values, seasonLength: m } = series;
  const n = values.length;
  const trials: Trial[] = [];
  for (const { back, length } of stretches(n, horizon)) {
    const cut = n - back;
    if (cut < 6 || cut < length) continue;
    const before = toSeries(values.slice(0, cut), m);
    const actual = values.slice(cut, cut + length);
    const said = fits.map((fit) => {
      const answer = fit.again(before, length);
      if (!answer || !isSane(answer, before)) return undefined;
      return nonNegative ? floored(answer) : answer;
    });
    const errors = said.map((answer) => answer && meanAbsolute(actual, answer.mean));
    const naive = actual.map((_, h) => values[cut - m + (h % m)] ?? values[cut - 1] ?? 0);
    trials.push({ actual, said, errors, naiveError: meanAbsolute(actual, naive) });
  }
  return trials;
}

/** A member's error relative to the members' average, over the trials; 1 is average. */
export function meanRelativeError(trials: readonly Trial[], member: number): number | undefined {
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

/** How the weighted members together did on the trials. */
export function judge(trials: readonly Trial[], weights: readonly number[]): HeldOutRecord {
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

/** The forecast with its mean held at 0. */
export function floored(fit: MemberForecast): MemberForecast {
  return { ...fit, mean: fit.mean.map((y) => Math.max(0, y)) };
}

/** Refuses forecasts that are not finite or leave the history's range a hundredfold. */
export function isSane(fit: MemberForecast, series: Series): boolean {
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
