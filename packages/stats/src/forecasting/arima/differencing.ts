import { centredMovingAverage } from '../seasonality.js';

/** Differences of a series at one lag: n − lag values y_t − y_{t−lag}. */
export function difference(values: Float64Array, lag: number): Float64Array {
  const out = new Float64Array(Math.max(0, values.length - lag));
  for (let t = 0; t < out.length; t++) out[t] = (values[t + lag] ?? 0) - (values[t] ?? 0);
  return out;
}

/**
 * KPSS statistic for level stationarity with Bartlett weights up to lag ⌊3√n/13⌋
 * (Kwiatkowski et al. 1992); beyond .463 stationarity is rejected at 5 %.
 */
export function kpss(values: Float64Array): number {
  const n = values.length;
  const lags = Math.floor((3 * Math.sqrt(n)) / 13);
  let mean = 0;
  for (const y of values) mean += y;
  mean /= n;
  let partial = 0;
  let sumSquares = 0;
  let variance = 0;
  for (let t = 0; t < n; t++) {
    const e = (values[t] ?? 0) - mean;
    partial += e;
    sumSquares += partial * partial;
    variance += e * e;
  }
  for (let k = 1; k <= lags; k++) {
    let sum = 0;
    for (let t = k; t < n; t++) sum += ((values[t] ?? 0) - mean) * ((values[t - k] ?? 0) - mean);
    variance += 2 * (1 - k / (lags + 1)) * sum;
  }
  return variance > 0 ? sumSquares / (n * variance) : 0;
}

/** Number of ordinary differences (0 to 2) after which KPSS accepts a stationary level. */
export function ordinaryDifferences(values: Float64Array): number {
  let current = values;
  for (let d = 0; d < 2; d++) {
    if (current.length < 6 || isConstant(current) || kpss(current) <= 0.463) return d;
    current = difference(current, 1);
  }
  return isConstant(current) ? 1 : 2;
}

/**
 * Strength of the season in [0,1]: 1 − Var(remainder) / Var(season + remainder) of a classical
 * decomposition (Wang, Smith & Hyndman 2006). Above .64 one seasonal difference is taken.
 */
export function seasonalStrength(values: Float64Array, seasonLength: number): number {
  const m = seasonLength;
  const n = values.length;
  if (m < 2 || n < 3 * m) return 0;
  const trend = centredMovingAverage(values, m);
  const half = Math.floor(m / 2);
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = half; t < n - half; t++) {
    sums[t % m] = (sums[t % m] ?? 0) + (values[t] ?? 0) - (trend[t] ?? 0);
    counts[t % m] = (counts[t % m] ?? 0) + 1;
  }
  let remainder = 0;
  let whole = 0;
  let mean = 0;
  const used = n - 2 * half;
  for (let t = half; t < n - half; t++) mean += (values[t] ?? 0) - (trend[t] ?? 0);
  mean /= used;
  for (let t = half; t < n - half; t++) {
    const detrended = (values[t] ?? 0) - (trend[t] ?? 0);
    const season = (sums[t % m] ?? 0) / Math.max(1, counts[t % m] ?? 1);
    remainder += (detrended - season) ** 2;
    whole += (detrended - mean) ** 2;
  }
  return whole > 0 ? Math.max(0, 1 - remainder / whole) : 0;
}

function isConstant(values: Float64Array): boolean {
  const first = values[0] ?? 0;
  return values.every((y) => Math.abs(y - first) <= 1e-12 * Math.max(1, Math.abs(first)));
}
