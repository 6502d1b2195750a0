import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import { sigmoid } from '../boosting/objectives.js';
import { fitRegression } from '../regression/fit.js';

/** A map from scores to probabilities: plain numbers only. */
export type Calibration =
  | { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
  /** Rising points, joined by straight lines and level beyond the ends. */
  | {
      readonly kind: 'isotonic';
      readonly scores: readonly number[];
      readonly probabilities: readonly number[];
    };

const inputError = (scores: ArrayLike<number>, outcomes: ArrayLike<number>): string | undefined => {
  if (scores.length < 2 || outcomes.length !== scores.length) {
    return 'calibration needs two scores and as many outcomes';
  }
  if (!allFinite(scores)) return 'a score is not finite';
  let ones = 0;
  for (let i = 0; i < outcomes.length; i++) {
    if (outcomes[i] !== 0 && outcomes[i] !== 1) return 'outcomes are 0 or 1';
    ones += outcomes[i] ?? 0;
  }
  return ones === 0 || ones === outcomes.length ? 'all outcomes are the same' : undefined;
};

/**
 * Platt's sigmoid (1999) with his smoothed targets (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2).
 * @param scores any finite numbers, best log odds, of rows the scorer was not fitted on
 * @param outcomes 0 or 1
 */
export const fitPlatt = (
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): Calibration | Undefined => {
  const error = inputError(scores, outcomes);
  if (error !== undefined) return undefinedBecause(error);
  let positives = 0;
  for (let i = 0; i < outcomes.length; i++) positives += outcomes[i] ?? 0;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (outcomes.length - positives + 2);
  const y = Float64Array.from(outcomes, (o) => (o === 1 ? high : low));
  const table = { x: Float64Array.from(scores), y, rows: y.length, columns: 1 };
  const fitted = fitRegression(table, { family: 'logistic' });
  if (isUndefined(fitted)) return fitted;
  const slope = fitted.coefficients[0]?.estimate ?? 0;
  return { kind: 'platt', slope, intercept: fitted.intercept.estimate };
};

/**
 * The rising map that fits outcomes best in least squares: pooled adjacent violators (Ayer et al.
 * 1955). Needs some hundred rows; equal scores are pooled first.
 */
export const fitIsotonic = (
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): Calibration | Undefined => {
  const error = inputError(scores, outcomes);
  if (error !== undefined) return undefinedBecause(error);
  const order = Int32Array.from(scores, (_, i) => i).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  interface Block {
    low: number;
    high: number;
    sum: number;
    count: number;
  }
  const blocks: Block[] = [];
  for (const i of order) {
    const score = (scores[i] ?? 0) + 0;
    const outcome = outcomes[i] ?? 0;
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.high === score && last.low === score) {
      last.sum += outcome;
      last.count++;
    } else {
      blocks.push({ low: score, high: score, sum: outcome, count: 1 });
    }
  }
  const pooled: Block[] = [];
  for (const block of blocks) {
    let current = block;
    for (;;) {
      const last = pooled[pooled.length - 1];
      if (last === undefined || last.sum * current.count < current.sum * last.count) break;
      pooled.pop();
      current = {
        low: last.low,
        high: current.high,
        sum: last.sum + current.sum,
        count: last.count + current.count,
      };
    }
    pooled.push(current);
  }
  const points = pooled.flatMap(({ low, high, sum, count }) =>
    low === high
      ? [[low, sum / count]]
      : [
          [low, sum / count],
          [high, sum / count],
        ],
  );
  return {
    kind: 'isotonic',
    scores: points.map(([score = 0]) => score),
    probabilities: points.map(([, p = 0]) => p),
  };
};

/** Probabilities of scores; a score that is not a number gives an undefined result. */
export const calibrate = (
  calibration: Calibration,
  scores: ArrayLike<number>,
): Float64Array | Undefined => {
  const out = Float64Array.from(scores, (score) =>
    calibration.kind === 'platt'
      ? sigmoid(calibration.slope * score + calibration.intercept)
      : interpolate(calibration.scores, calibration.probabilities, score),
  );
  return allFinite(out) ? out : undefinedBecause('a score is not a number');
};

const interpolate = (xs: readonly number[], ys: readonly number[], x: number): number => {
  const last = xs.length - 1;
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= (xs[0] ?? 0)) return ys[0] ?? 0;
  if (x >= (xs[last] ?? 0)) return ys[last] ?? 0;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((xs[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  const [x0, x1, y0, y1] = [xs[low] ?? 0, xs[high] ?? 0, ys[low] ?? 0, ys[high] ?? 0];
  // Halves first: the distance of two large numbers may overflow.
  const gap = x1 / 2 - x0 / 2;
  const share = gap > 0 ? (x / 2 - x0 / 2) / gap : 0;
  return y0 + Math.min(1, Math.max(0, share)) * (y1 - y0);
};
