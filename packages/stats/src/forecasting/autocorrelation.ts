/**
 * Sample autocorrelations r_0 … r_maxLag with divisor n (Box & Jenkins).
 * @returns maxLag + 1 numbers; all 0 after r_0 when the series is constant
 */
export function autocorrelation(values: Float64Array, maxLag: number): Float64Array {
  const n = values.length;
  const out = new Float64Array(maxLag + 1);
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t] ?? 0;
  mean /= n;
  let variance = 0;
  for (let t = 0; t < n; t++) variance += ((values[t] ?? 0) - mean) ** 2;
  out[0] = 1;
  if (variance <= 0) return out;
  for (let k = 1; k <= maxLag; k++) {
    let sum = 0;
    for (let t = k; t < n; t++) sum += ((values[t] ?? 0) - mean) * ((values[t - k] ?? 0) - mean);
    out[k] = sum / variance;
  }
  return out;
}
