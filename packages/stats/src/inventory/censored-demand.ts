import { poissonTails } from '../distributions/discrete.js';
import { normalCdf, normalDensity, normalLogCdf } from '../distributions/normal.js';
import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Sales of like periods. */
export interface SalesHistory {
  /** ≥ 0 */
  readonly sales: ArrayLike<number>;
  /** True where stock ran out: demand was at least what was sold. */
  readonly stockedOut: readonly boolean[];
}

/** Demand as it would have been with enough stock. */
export interface CensoredDemand {
  readonly kind: 'censored-demand';
  readonly mean: number;
  readonly standardDeviation: number;
  /** Mean of the sales as they are: too low when stock ran out. */
  readonly salesMean: number;
  /** Expected demand of each period: sales, or more where stock ran out. */
  readonly expected: readonly number[];
  /** Expected demand that was lost over all periods. */
  readonly lostSales: number;
  readonly periods: number;
  readonly stockOuts: number;
}

/** E Z and E Z² of a standard normal beyond z, by the inverse Mills ratio. */
const beyond = (z: number): { readonly first: number; readonly second: number } => {
  const mills =
    z > 5
      ? Math.exp(-0.5 * z * z - 0.9189385332046727 - normalLogCdf(-z))
      : normalDensity(z) / normalCdf(-z);
  return { first: mills, second: 1 + z * mills };
};

/** E(X | X ≥ s) of the Poisson. */
const poissonBeyond = (sold: number, mean: number): number => {
  const least = Math.ceil(sold);
  if (least <= 0) return mean;
  const above = poissonTails(least - 1, mean).upper;
  // Far beyond the mean nearly all of the tail is its first value.
  return above > 1e-280 ? (mean * poissonTails(least - 2, mean).upper) / above : least;
};

/**
 * Lost-sales correction: maximum likelihood of demand from sales that are censored where stock ran
 * out (Tobit model for `normal`; Conrad 1976 for `poisson`), by expectation–maximisation.
 * @returns undefined when every period ran out (nothing bounds demand from above)
 */
export const estimateCensoredDemand = (
  history: SalesHistory,
  { distribution = 'normal' }: { readonly distribution?: 'normal' | 'poisson' } = {},
): CensoredDemand | Undefined => {
  const sales = Float64Array.from(history.sales);
  const n = sales.length;
  const { stockedOut } = history;
  if (n < 2 || stockedOut.length !== n || !allFinite(sales)) {
    return undefinedBecause('demand needs two periods of finite sales, each marked');
  }
  if (sales.some((value) => value < 0 || value > 1e100)) {
    return undefinedBecause('sales must not be negative');
  }
  const stockOuts = stockedOut.filter(Boolean).length;
  if (n - stockOuts < (distribution === 'normal' ? 2 : 1)) {
    return undefinedBecause('too few periods in which stock lasted: demand has no upper bound');
  }
  const salesMean = sales.reduce((sum, value) => sum + value / n, 0);
  let mean = salesMean;
  let variance = sales.reduce((sum, value) => sum + (value - mean) ** 2 / n, 0);
  const expected = new Float64Array(n);
  const smallest = Math.max(1e-12 * salesMean ** 2, 1e-200);
  for (let iteration = 0; iteration < 20_000; iteration++) {
    let sum = 0;
    let squares = 0;
    const sd = Math.sqrt(Math.max(variance, smallest));
    for (let i = 0; i < n; i++) {
      const sold = sales[i] ?? 0;
      let first = sold;
      let second = sold * sold;
      if (stockedOut[i] === true) {
        if (distribution === 'poisson') {
          first = Math.max(sold, poissonBeyond(sold, mean));
        } else {
          const moments = beyond((sold - mean) / sd);
          first = Math.max(sold, mean + sd * moments.first);
          second = mean * mean + 2 * mean * sd * moments.first + sd * sd * moments.second;
        }
      }
      expected[i] = first;
      sum += first / n;
      squares += second / n;
    }
    const before = variance;
    variance = distribution === 'poisson' ? sum : Math.max(squares - sum * sum, 0);
    const moved = Math.abs(sum - mean) + Math.abs(Math.sqrt(variance) - Math.sqrt(before));
    mean = sum;
    if (iteration > 0 && !(moved > 1e-12 * Math.max(mean, sd))) break;
  }
  if (!allFinite(expected) || !Number.isFinite(mean + variance)) {
    return undefinedBecause('demand cannot be estimated from these sales');
  }
  return {
    kind: 'censored-demand',
    mean,
    standardDeviation: Math.sqrt(variance),
    salesMean,
    expected: Array.from(expected),
    lostSales: expected.reduce((sum, value, i) => sum + value - (sales[i] ?? 0), 0),
    periods: n,
    stockOuts,
  };
};
