import { cholesky, inverseFromCholesky } from '../../linear-algebra/index.js';
import { type Undefined, undefinedBecause } from '../../undefined.js';
import { shrunkCovariance } from './shrinkage.js';

/** Sums and the series they are made of, for any tree or crossing of groups. */
export interface Hierarchy {
  /** For each aggregate the positions of its bottom series (0-based among the bottom series). */
  readonly aggregates: readonly (readonly number[])[];
  readonly bottomCount: number;
}

/** `bottom-up` adds up; the others weigh all base forecasts (Wickramasuriya et al. 2019). */
export type ReconciliationMethod = 'bottom-up' | 'ols' | 'structural' | 'mint-shrink';

/** Coherent forecasts in the order of the base forecasts. */
export interface Reconciliation {
  readonly kind: 'reconciliation';
  readonly method: ReconciliationMethod;
  readonly forecasts: readonly Float64Array[];
  /** Standard error after over before reconciliation at step one, by series; `mint-shrink` only. */
  readonly errorRatios?: Float64Array;
}

/**
 * Makes forecasts of sums and parts agree.
 * @param base  one forecast a series, all of one length: the aggregates in their order, then the
 * bottom series
 * @param options.residuals  one-step in-sample errors, one array a series in the same order and of
 * one length; needed by `mint-shrink`, which trusts each series as its errors deserve, their
 * covariance being shrunk towards its diagonal (Schäfer & Strimmer 2005)
 */
export function reconcile(
  hierarchy: Hierarchy,
  base: readonly ArrayLike<number>[],
  options: {
    readonly method?: ReconciliationMethod;
    readonly residuals?: readonly ArrayLike<number>[];
  } = {},
): Reconciliation | Undefined {
  const { method = options.residuals ? 'mint-shrink' : 'structural', residuals } = options;
  const problem = check(hierarchy, base);
  if (problem) return undefinedBecause(problem);
  const rows = hierarchy.aggregates.length + hierarchy.bottomCount;
  const bottom = hierarchy.bottomCount;
  const summing = summingMatrix(hierarchy);
  const horizon = base[0]?.length ?? 0;
  if (method === 'bottom-up') {
    const parts = base.slice(rows - bottom);
    return { kind: 'reconciliation', method, forecasts: addUp(summing, parts, rows, horizon) };
  }
  let weight: Float64Array;
  if (method === 'mint-shrink') {
    const covariance = shrunkCovariance(residuals ?? [], rows);
    if (covariance.kind === 'undefined') return covariance;
    weight = covariance.matrix;
  } else {
    weight = new Float64Array(rows * rows);
    for (let i = 0; i < rows; i++) {
      const parts = hierarchy.aggregates[i]?.length ?? 1;
      weight[i * rows + i] = method === 'ols' ? 1 : Math.max(1, parts);
    }
  }
  const factor = cholesky(weight, rows);
  if (!(factor instanceof Float64Array))
    return undefinedBecause('the error covariance is singular');
  const precision = inverseFromCholesky(factor, rows);
  const projected = multiply(transpose(summing, rows, bottom), precision, bottom, rows, rows);
  const normal = multiply(projected, summing, bottom, rows, bottom);
  const normalFactor = cholesky(normal, bottom);
  if (!(normalFactor instanceof Float64Array)) {
    return undefinedBecause('the hierarchy leaves a bottom series without weight');
  }
  const inverse = inverseFromCholesky(normalFactor, bottom);
  const map = multiply(inverse, projected, bottom, bottom, rows);
  const parts = Array.from({ length: bottom }, (_, i) => {
    const out = new Float64Array(horizon);
    for (let j = 0; j < rows; j++) {
      const share = map[i * rows + j] ?? 0;
      for (let h = 0; h < horizon; h++) out[h] = (out[h] ?? 0) + share * (base[j]?.[h] ?? 0);
    }
    return out;
  });
  const forecasts = addUp(summing, parts, rows, horizon);
  if (!forecasts.every((row) => row.every(Number.isFinite))) {
    return undefinedBecause('the reconciled forecasts leave the range of numbers');
  }
  if (method !== 'mint-shrink') return { kind: 'reconciliation', method, forecasts };
  const left = multiply(summing, inverse, rows, bottom, bottom);
  const errorRatios = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let after = 0;
    for (let j = 0; j < bottom; j++) {
      after += (left[i * bottom + j] ?? 0) * (summing[i * bottom + j] ?? 0);
    }
    errorRatios[i] = Math.sqrt(Math.max(0, after) / (weight[i * rows + i] ?? 1));
  }
  return { kind: 'reconciliation', method, forecasts, errorRatios };
}

function check(hierarchy: Hierarchy, base: readonly ArrayLike<number>[]): string | undefined {
  const { aggregates, bottomCount } = hierarchy;
  if (!Number.isInteger(bottomCount) || bottomCount < 1) return 'there are no bottom series';
  const valid = aggregates.every((parts) =>
    parts.every((i) => Number.isInteger(i) && i >= 0 && i < bottomCount),
  );
  if (!valid) return 'an aggregate names a bottom series that does not exist';
  if (base.length !== aggregates.length + bottomCount) {
    return `${aggregates.length + bottomCount} base forecasts are needed, ${base.length} were given`;
  }
  const horizon = base[0]?.length ?? 0;
  for (const row of base) {
    if (row.length !== horizon) return 'the base forecasts differ in length';
    for (let h = 0; h < horizon; h++) {
      if (!Number.isFinite(row[h])) return 'a base forecast is not finite';
    }
  }
  return undefined;
}

function summingMatrix({ aggregates, bottomCount }: Hierarchy): Float64Array {
  const rows = aggregates.length + bottomCount;
  const out = new Float64Array(rows * bottomCount);
  aggregates.forEach((parts, i) => {
    for (const j of parts) out[i * bottomCount + j] = 1;
  });
  for (let j = 0; j < bottomCount; j++) out[(aggregates.length + j) * bottomCount + j] = 1;
  return out;
}

function addUp(
  summing: Float64Array,
  parts: readonly ArrayLike<number>[],
  rows: number,
  horizon: number,
): Float64Array[] {
  const bottom = parts.length;
  return Array.from({ length: rows }, (_, i) => {
    const out = new Float64Array(horizon);
    for (let j = 0; j < bottom; j++) {
      if (summing[i * bottom + j] === 0) continue;
      for (let h = 0; h < horizon; h++) out[h] = (out[h] ?? 0) + (parts[j]?.[h] ?? 0);
    }
    return out;
  });
}

function multiply(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const x = a[i * inner + k] ?? 0;
      if (x === 0) continue;
      for (let j = 0; j < columns; j++) {
        const at = i * columns + j;
        out[at] = (out[at] ?? 0) + x * (b[k * columns + j] ?? 0);
      }
    }
  }
  return out;
}

function transpose(a: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = a[i * columns + j] ?? 0;
  }
  return out;
}
