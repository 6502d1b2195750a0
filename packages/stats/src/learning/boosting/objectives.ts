/** What is predicted: a number, a probability, or a probability of each class. */
export type BoostingObjective = 'regression' | 'binary' | 'multiclass';

/** Smallest second derivative of a row, so that no leaf divides by 0. */
const FLOOR = 1e-9;

/** 1 / (1 + e^−score), without overflow. */
export const sigmoid = (score: number): number => {
  if (score >= 0) return 1 / (1 + Math.exp(-score));
  const e = Math.exp(score);
  return e / (1 + e);
};

/** Turns the `width` scores of each row into probabilities that add up to 1, in place. */
export const softmaxInPlace = (scores: Float64Array, rows: number, width: number): void => {
  for (let i = 0; i < rows; i++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < width; k++) largest = Math.max(largest, scores[i * width + k] ?? 0);
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const e = Math.exp((scores[i * width + k] ?? 0) - largest);
      scores[i * width + k] = e;
      sum += e;
    }
    for (let k = 0; k < width; k++) scores[i * width + k] = (scores[i * width + k] ?? 0) / sum;
  }
};

/**
 * First and second derivatives of the loss of each row by its score of class `k`: squared error,
 * log loss, or multinomial log loss.
 * @param scores rows × width, row-major
 */
export const derivatives = (
  objective: BoostingObjective,
  scores: Float64Array,
  y: Float64Array,
  weights: Float64Array | undefined,
  k: number,
  width: number,
  gradient: Float64Array,
  hessian: Float64Array,
): void => {
  for (let i = 0; i < y.length; i++) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    const target = y[i] ?? 0;
    if (objective === 'regression') {
      gradient[i] = weight * ((scores[i] ?? 0) - target);
      hessian[i] = weight;
    } else if (objective === 'binary') {
      const p = sigmoid(scores[i] ?? 0);
      gradient[i] = weight * (p - target);
      hessian[i] = weight * Math.max(p * (1 - p), FLOOR);
    } else {
      let largest = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < width; j++) largest = Math.max(largest, scores[i * width + j] ?? 0);
      let sum = 0;
      for (let j = 0; j < width; j++) sum += Math.exp((scores[i * width + j] ?? 0) - largest);
      const p = Math.exp((scores[i * width + k] ?? 0) - largest) / sum;
      gradient[i] = weight * (p - (target === k ? 1 : 0));
      hessian[i] = weight * Math.max(p * (1 - p), FLOOR);
    }
  }
};

/** Loss of the given rows per unit of weight: mean squared error or mean log loss. */
export const meanLoss = (
  objective: BoostingObjective,
  scores: Float64Array,
  y: Float64Array,
  weights: Float64Array | undefined,
  width: number,
  rows: Int32Array,
): number => {
  let loss = 0;
  let total = 0;
  for (const i of rows) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    const target = y[i] ?? 0;
    total += weight;
    if (objective === 'regression') {
      loss += weight * ((scores[i] ?? 0) - target) ** 2;
    } else if (objective === 'binary') {
      const margin = (target === 1 ? 1 : -1) * (scores[i] ?? 0);
      loss += weight * (Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))));
    } else {
      let largest = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < width; k++) largest = Math.max(largest, scores[i * width + k] ?? 0);
      let sum = 0;
      for (let k = 0; k < width; k++) sum += Math.exp((scores[i * width + k] ?? 0) - largest);
      loss += weight * (Math.log(sum) + largest - (scores[i * width + target] ?? 0));
    }
  }
  return total > 0 ? loss / total : 0;
};

/** Score of each class before the first tree: mean, log odds, or log shares. */
export const initialScores = (
  objective: BoostingObjective,
  y: Float64Array,
  weights: Float64Array | undefined,
  rows: Int32Array,
  width: number,
): number[] => {
  const sums = new Float64Array(width);
  let total = 0;
  for (const i of rows) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    total += weight;
    const at = objective === 'multiclass' ? (y[i] ?? 0) : 0;
    const amount = objective === 'multiclass' ? 1 : (y[i] ?? 0);
    sums[at] = (sums[at] ?? 0) + weight * amount;
  }
  const shares = Array.from(sums, (sum) => sum / total);
  if (objective === 'regression') return shares;
  const inside = shares.map((p) => Math.min(1 - 1e-6, Math.max(1e-6, p)));
  return objective === 'binary'
    ? inside.map((p) => Math.log(p / (1 - p)))
    : inside.map((p) => Math.log(p));
};
