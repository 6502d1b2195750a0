import { tQuantile, tSurvival } from '../distributions/student-t.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { clusterRobust } from './cluster-robust.js';
import { groupMeans, groupsOf, within } from './within.js';

/** Observed prices and quantities. */
export interface PriceObservations {
  /** > 0 */
  readonly prices: ArrayLike<number>;
  /** > 0: sum over periods until no 0 is left, or leave empty periods out and say so. */
  readonly quantities: ArrayLike<number>;
  /**
   * Labels of what differs in both price and demand (shop, product, week …), each list as long as
   * `prices`. Errors are clustered by the first.
   */
  readonly fixedEffects?: readonly ArrayLike<number | string>[];
  /** Further regressors (promotion, display …), each as long as `prices`, as they are. */
  readonly covariates?: readonly ArrayLike<number>[];
}

/** A slope with robust errors. */
export interface RobustSlope {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
}

/** Percentage change of quantity for one per cent more price. */
export interface Elasticity extends RobustSlope {
  readonly kind: 'elasticity';
  /** Slopes of the covariates, on ln quantity. */
  readonly covariates: readonly RobustSlope[];
  /** The elasticity without fixed effects; equal to the estimate when none were given. */
  readonly pooled: RobustSlope;
  /** Set when pooling misleads: groups with higher prices differ in demand for other reasons. */
  readonly warning?: {
    readonly kind: 'pooling-confounds';
    readonly message: string;
    /** Pooled less within estimate. */
    readonly bias: number;
    /** Of equal within and between slopes (Mundlak 1978), cluster-robust. */
    readonly pValue: number;
  };
  readonly observations: number;
  readonly clusters: number;
}

const logs = (values: ArrayLike<number>): Float64Array | undefined => {
  const out = Float64Array.from(values, Math.log);
  return allFinite(out) ? out : undefined;
};

const columnsToRows = (columns: readonly ArrayLike<number>[], n: number): Float64Array => {
  const p = columns.length;
  const x = new Float64Array(n * p);
  columns.forEach((column, j) => {
    for (let i = 0; i < n; i++) x[i * p + j] = column[i] ?? 0;
  });
  return x;
};

/** Bias that is worth a warning, relative to the elasticity. */
const NOTABLE_BIAS = 0.1;

/**
 * Price elasticity of demand by log-log regression: fixed effects are swept out (within estimator),
 * errors are robust and clustered, intervals are Student's t with clusters − 1 degrees of freedom.
 * With fixed effects the pooled estimate is compared: a Mundlak test with p < 0.05 and a difference
 * of more than a tenth give a warning.
 * @param alpha 1 − confidence; default 0.05
 * @returns undefined when a price or quantity is not positive, when price does not vary within the
 * groups, or there are too few rows or groups
 */
export const estimateElasticity = (
  observations: PriceObservations,
  { alpha = 0.05 }: { readonly alpha?: number } = {},
): Elasticity | Undefined => {
  const { fixedEffects = [], covariates = [] } = observations;
  const n = observations.prices.length;
  const lengths = [observations.quantities, ...fixedEffects, ...covariates].map((l) => l.length);
  if (n < 3 || lengths.some((length) => length !== n)) {
    return undefinedBecause('elasticity needs three observations and lists of equal length');
  }
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const price = logs(observations.prices);
  const quantity = logs(observations.quantities);
  if (price === undefined || quantity === undefined || !covariates.every(allFinite)) {
    return undefinedBecause('prices and quantities must be positive, covariates finite');
  }
  const effects = fixedEffects.map(groupsOf);
  const first = effects[0];
  const cluster = first ?? { index: Int32Array.from(price, (_, i) => i), count: n };
  const slopes = (
    y: Float64Array,
    regressors: readonly ArrayLike<number>[],
  ): { readonly all: readonly RobustSlope[]; readonly covariance: Float64Array } | Undefined => {
    const columns = [...regressors, new Float64Array(n).fill(1)];
    const p = columns.length;
    const fit = clusterRobust(columnsToRows(columns, n), y, p, cluster.index, cluster.count);
    if (isUndefined(fit)) return fit;
    const degrees = cluster.count - 1;
    const t = tQuantile(1 - alpha / 2, degrees, alpha / 2);
    const all = regressors.map((_, j): RobustSlope => {
      const estimate = fit.coefficients[j] ?? 0;
      const standardError = Math.sqrt(fit.covariance[j * p + j] ?? 0);
      const ratio = standardError > 0 ? Math.abs(estimate) / standardError : 1e100;
      return {
        estimate,
        standardError,
        lower: estimate - t * standardError,
        upper: estimate + t * standardError,
        pValue: Math.min(1, 2 * tSurvival(ratio, degrees)),
      };
    });
    const finite = all.flatMap((s) => [s.estimate, s.lower, s.upper]).every(Number.isFinite);
    return finite ? { all, covariance: fit.covariance } : undefinedBecause('values are too large');
  };
  const pooled = slopes(quantity, [price, ...covariates]);
  if (first === undefined) {
    if (isUndefined(pooled)) return pooled;
    const [slope, ...others] = pooled.all;
    if (slope === undefined) return undefinedBecause('there is no price');
    const counts = { observations: n, clusters: cluster.count };
    return { kind: 'elasticity', ...slope, covariates: others, pooled: slope, ...counts };
  }
  const own = within(price, effects);
  if (spread(own) <= 1e-10 * Math.max(1, spread(price))) {
    return undefinedBecause('the price does not vary within the groups');
  }
  const fitted = slopes(within(quantity, effects), [
    own,
    ...covariates.map((c) => within(c, effects)),
  ]);
  if (isUndefined(fitted)) return fitted;
  const [slope, ...others] = fitted.all;
  const pooledSlope = isUndefined(pooled) ? undefined : pooled.all[0];
  if (slope === undefined || pooledSlope === undefined) {
    return undefinedBecause('the pooled regression cannot be computed');
  }
  // ln q on the price's deviation and its group mean: their slopes differ when pooling confounds.
  const means = groupMeans(price, first.index, first.count);
  const between = Float64Array.from(first.index, (g) => means[g] ?? 0);
  const mundlak = slopes(quantity, [price, between, ...covariates]);
  const pValue = isUndefined(mundlak) ? 1 : (mundlak.all[1]?.pValue ?? 1);
  const bias = pooledSlope.estimate - slope.estimate;
  const notable = Math.abs(bias) > NOTABLE_BIAS * Math.abs(slope.estimate);
  return {
    kind: 'elasticity',
    ...slope,
    covariates: others,
    pooled: pooledSlope,
    ...(pValue < 0.05 &&
      notable && {
        warning: {
          kind: 'pooling-confounds' as const,
          message:
            `Pooled over groups the elasticity would be ${pooledSlope.estimate.toFixed(3)}, ` +
            `within groups it is ${slope.estimate.toFixed(3)}: groups with other prices also ` +
            'differ in demand, so only changes within a group tell what price does.',
          bias,
          pValue,
        },
      }),
    observations: n,
    clusters: cluster.count,
  };
};

const spread = (values: Float64Array): number => {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
};
