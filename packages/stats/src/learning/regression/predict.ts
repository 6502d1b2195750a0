import { allFinite, type Undefined, undefinedBecause } from '../../undefined.js';
import { meanAt } from './families.js';
import type { RegressionModel } from './fit.js';

/**
 * Expected responses: numbers, probabilities of 1, or mean counts.
 * @param x rows × columns, row-major, finite
 * @param offset per row, added to the linear predictor
 */
export const predictRegression = (
  model: RegressionModel,
  x: ArrayLike<number>,
  offset?: ArrayLike<number>,
): Float64Array | Undefined => {
  const p = model.coefficients.length;
  if (p === 0 || x.length % p !== 0) return undefinedBecause(`a row has ${p} values`);
  const rows = x.length / p;
  const slopes = Float64Array.from(model.coefficients, (c) => c.estimate);
  const out = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let eta = model.intercept.estimate + (offset?.[i] ?? 0);
    for (let j = 0; j < p; j++) eta += (slopes[j] ?? 0) * (x[i * p + j] ?? 0);
    out[i] = meanAt(model.family, eta);
  }
  return allFinite(out)
    ? out
    : undefinedBecause('an input is not finite, or a prediction overflows');
};
