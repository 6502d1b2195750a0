/**
 * Probabilities from scores: softmax of `sharpness × score` (Guo et al. 2017, temperature
 * scaling, with sharpness = 1/temperature).
 */
export function calibratedProbabilities(
  scores: ArrayLike<number>,
  sharpness: number,
): Float64Array {
  const probabilities = new Float64Array(scores.length);
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) highest = Math.max(highest, scores[c] ?? 0);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const weight = Math.exp(((scores[c] ?? 0) - highest) * sharpness);
    probabilities[c] = weight;
    sum += weight;
  }
  for (let c = 0; c < scores.length; c++) probabilities[c] = (probabilities[c] ?? 0) / sum;
  return probabilities;
}

/**
 * The sharpness under which held-out labels are likeliest, by golden-section search on its
 * logarithm between 0.1 and 100 (the negative log likelihood is convex in the sharpness).
 * @param scores  one array of scores a text; @param labels  the right class of each
 */
export function fitSharpness(scores: readonly ArrayLike<number>[], labels: readonly number[]) {
  const loss = (logSharpness: number): number => {
    const sharpness = Math.exp(logSharpness);
    let sum = 0;
    scores.forEach((row, i) => {
      const probability = calibratedProbabilities(row, sharpness)[labels[i] ?? 0] ?? 0;
      sum -= Math.log(Math.max(probability, 1e-12));
    });
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.1);
  let high = Math.log(100);
  for (let step = 0; step < 24; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** One judged prediction: how sure it was, and whether it was right. */
export interface JudgedPrediction {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** A share that may have nothing to be a share of. */
export type CalibrationFigure =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'undefined'; readonly reason: 'no_predictions' };

/**
 * Expected calibration error over bins of equal width (Naeini et al. 2015): the average gap
 * between confidence and share of right answers, weighted by the bins' sizes.
 */
export function expectedCalibrationError(
  predictions: readonly JudgedPrediction[],
  bins = 15,
): CalibrationFigure {
  if (predictions.length === 0) return { kind: 'undefined', reason: 'no_predictions' };
  const gaps = new Float64Array(bins);
  for (const { confidence, isRight } of predictions) {
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
    gaps[bin] = (gaps[bin] ?? 0) + confidence - (isRight ? 1 : 0);
  }
  const total = gaps.reduce((sum, gap) => sum + Math.abs(gap), 0);
  return { kind: 'value', value: total / predictions.length };
}

/**
 * Share of right answers among the surest predictions.
 * @param coverage  share of predictions kept, in (0, 1]; at least one is kept
 */
export function accuracyAtCoverage(
  predictions: readonly JudgedPrediction[],
  coverage: number,
): CalibrationFigure {
  if (predictions.length === 0) return { kind: 'undefined', reason: 'no_predictions' };
  const kept = [...predictions]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, Math.max(1, Math.round(coverage * predictions.length)));
  const right = kept.filter((prediction) => prediction.isRight).length;
  return { kind: 'value', value: right / kept.length };
}
