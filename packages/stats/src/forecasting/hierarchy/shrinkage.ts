import { type Undefined, undefinedBecause } from '../../undefined.js';

/** A covariance matrix shrunk towards its diagonal. */
export interface ShrunkCovariance {
  readonly kind: 'covariance';
  /** k×k, row-major, positive definite. */
  readonly matrix: Float64Array;
  /** Share of the way to the diagonal, in [0, 1]. */
  readonly intensity: number;
}

/**
 * Covariance of errors about zero with correlations shrunk towards 0 by the share that minimises
 * the expected squared error (Schäfer & Strimmer 2005, as used for MinT by Wickramasuriya,
 * Athanasopoulos & Hyndman 2019).
 * @param errors  k arrays of one length n ≥ 3, all finite
 */
export function shrunkCovariance(
  errors: readonly ArrayLike<number>[],
  k: number,
): ShrunkCovariance | Undefined {
  const n = errors[0]?.length ?? 0;
  if (errors.length !== k) return undefinedBecause(`residuals of all ${k} series are needed`);
  if (n < 3) return undefinedBecause('residuals of at least three periods are needed');
  const standardised: Float64Array[] = [];
  const deviations = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const row = errors[i];
    if (!row || row.length !== n) return undefinedBecause('the residuals differ in length');
    let sum = 0;
    for (let t = 0; t < n; t++) sum += (row[t] ?? NaN) ** 2;
    const deviation = Math.sqrt(sum / n);
    if (!Number.isFinite(deviation)) return undefinedBecause('a residual is not finite');
    if (deviation === 0) return undefinedBecause('a series has no residual error at all');
    deviations[i] = deviation;
    standardised.push(Float64Array.from({ length: n }, (_, t) => (row[t] ?? 0) / deviation));
  }
  const correlation = new Float64Array(k * k);
  let uncertainty = 0;
  let size = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      let squares = 0;
      for (let t = 0; t < n; t++) {
        const product = (standardised[i]?.[t] ?? 0) * (standardised[j]?.[t] ?? 0);
        sum += product;
        squares += product * product;
      }
      const r = sum / n;
      correlation[i * k + j] = r;
      correlation[j * k + i] = r;
      if (i === j) continue;
      uncertainty += (squares - (sum * sum) / n) / (n * (n - 1));
      size += r * r;
    }
  }
  const intensity = size > 0 ? Math.max(0, Math.min(1, uncertainty / size)) : 1;
  // A share of the diagonal is always kept, so that exact sums stay invertible.
  const kept = Math.min(1 - intensity, 1 - 1e-6);
  const matrix = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const r = i === j ? 1 : kept * (correlation[i * k + j] ?? 0);
      matrix[i * k + j] = r * (deviations[i] ?? 0) * (deviations[j] ?? 0);
    }
  }
  return { kind: 'covariance', matrix, intensity };
}
