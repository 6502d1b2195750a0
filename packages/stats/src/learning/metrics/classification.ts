import { allFinite, type Undefined, undefinedBecause } from '../../undefined.js';

const inputError = (
  outcomes: ArrayLike<number>,
  predicted: ArrayLike<number>,
  probabilities: boolean,
): string | undefined => {
  if (outcomes.length === 0 || predicted.length !== outcomes.length) {
    return 'there are no outcomes, or not as many predictions';
  }
  if (!allFinite(predicted)) return 'a prediction is not finite';
  for (let i = 0; i < outcomes.length; i++) {
    if (outcomes[i] !== 0 && outcomes[i] !== 1) return 'outcomes are 0 or 1';
    const p = predicted[i] ?? 0;
    if (probabilities && !(p >= 0 && p <= 1)) return 'probabilities lie between 0 and 1';
  }
  return undefined;
};

/**
 * Area under the ROC curve: the chance that a random 1 scores above a random 0, ties half
 * (Mann–Whitney).
 * @returns undefined when only one class occurs
 */
export const auc = (outcomes: ArrayLike<number>, scores: ArrayLike<number>): number | Undefined => {
  const error = inputError(outcomes, scores, false);
  if (error !== undefined) return undefinedBecause(error);
  const n = outcomes.length;
  const order = Int32Array.from(outcomes, (_, i) => i).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  let ranks = 0;
  let positives = 0;
  for (let i = 0; i < n; ) {
    let end = i;
    const score = scores[order[i] ?? 0];
    while (end < n && scores[order[end] ?? 0] === score) end++;
    for (let k = i; k < end; k++) {
      if (outcomes[order[k] ?? 0] === 1) {
        ranks += (i + end + 1) / 2;
        positives++;
      }
    }
    i = end;
  }
  const negatives = n - positives;
  if (positives === 0 || negatives === 0) return undefinedBecause('only one class occurs');
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
};

/** Smallest probability the log loss counts with, so that one sure error does not make it infinite. */
const SURE = 2.220446049250313e-16;

/** Mean negative log likelihood of 0/1 outcomes; probabilities are kept ε away from 0 and 1. */
export const logLoss = (
  outcomes: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): number | Undefined => {
  const error = inputError(outcomes, probabilities, true);
  if (error !== undefined) return undefinedBecause(error);
  let sum = 0;
  for (let i = 0; i < outcomes.length; i++) {
    const p = Math.min(1 - SURE, Math.max(SURE, probabilities[i] ?? 0));
    sum -= outcomes[i] === 1 ? Math.log(p) : Math.log1p(-p);
  }
  return sum / outcomes.length;
};

/** Mean squared distance of probabilities from 0/1 outcomes (Brier 1950). */
export const brierScore = (
  outcomes: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): number | Undefined => {
  const error = inputError(outcomes, probabilities, true);
  if (error !== undefined) return undefinedBecause(error);
  let sum = 0;
  for (let i = 0; i < outcomes.length; i++) {
    sum += ((probabilities[i] ?? 0) - (outcomes[i] ?? 0)) ** 2;
  }
  return sum / outcomes.length;
};

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  readonly meanProbability: number;
  readonly observedShare: number;
  readonly count: number;
}

/**
 * Predicted against observed shares in bins of equal width (`width`) or equal numbers
 * (`frequency`); empty bins are left out.
 */
export const reliability = (
  outcomes: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { bins = 10, by = 'width' }: { readonly bins?: number; readonly by?: 'width' | 'frequency' } = {},
): readonly ReliabilityBin[] | Undefined => {
  const error = inputError(outcomes, probabilities, true);
  if (error !== undefined) return undefinedBecause(error);
  if (!(Number.isInteger(bins) && bins >= 1)) return undefinedBecause('at least one bin');
  const n = outcomes.length;
  const order = Int32Array.from(outcomes, (_, i) => i).sort(
    (a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0),
  );
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins);
  const ones = new Float64Array(bins);
  order.forEach((i, rank) => {
    const p = probabilities[i] ?? 0;
    const bin = Math.min(bins - 1, Math.floor(by === 'width' ? p * bins : (rank * bins) / n));
    counts[bin] = (counts[bin] ?? 0) + 1;
    sums[bin] = (sums[bin] ?? 0) + p;
    ones[bin] = (ones[bin] ?? 0) + (outcomes[i] ?? 0);
  });
  return Array.from(counts, (count, bin) => ({
    meanProbability: (sums[bin] ?? 0) / count,
    observedShare: (ones[bin] ?? 0) / count,
    count,
  })).filter(({ count }) => count > 0);
};

/** Expected calibration error: mean distance of predicted from observed shares over the bins. */
export const calibrationError = (
  outcomes: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: { readonly bins?: number; readonly by?: 'width' | 'frequency' } = {},
): number | Undefined => {
  const curve = reliability(outcomes, probabilities, options);
  if ('kind' in curve) return curve;
  return curve.reduce(
    (sum, bin) =>
      sum + (bin.count / outcomes.length) * Math.abs(bin.meanProbability - bin.observedShare),
    0,
  );
};
