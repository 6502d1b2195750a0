/** Orders of a seasonal ARIMA model; `constant` is a mean (d + D = 0) or a drift (d + D = 1). */
export interface ArimaOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly P: number;
  readonly D: number;
  readonly Q: number;
  readonly m: number;
  readonly constant: boolean;
}

/** Name in the usual notation, as in `ARIMA(0,1,1)(0,1,1)[12]`. */
export function arimaName(order: ArimaOrder): string {
  const { p, d, q, P, D, Q, m, constant } = order;
  const season = m > 1 && P + D + Q > 0 ? `(${P},${D},${Q})[${m}]` : '';
  const tail = constant ? (d + D > 0 ? ' with drift' : ' with mean') : '';
  return `ARIMA(${p},${d},${q})${season}${tail}`;
}

/** Coefficients φ, θ, Φ, Θ of the four factors, and the constant of the differenced series. */
export interface ArimaCoefficients {
  readonly ar: Float64Array;
  readonly ma: Float64Array;
  readonly seasonalAr: Float64Array;
  readonly seasonalMa: Float64Array;
  readonly mean: number;
}

/**
 * Coefficients of a stationary autoregression from partial autocorrelations tanh(x)
 * (Barndorff-Nielsen & Schou 1973): every x gives a stationary polynomial.
 */
export function stationaryFromFree(x: Float64Array, offset: number, order: number): Float64Array {
  const phi = new Float64Array(order);
  const work = new Float64Array(order);
  for (let k = 0; k < order; k++) {
    const r = Math.tanh(x[offset + k] ?? 0);
    for (let j = 0; j < k; j++) work[j] = (phi[j] ?? 0) - r * (phi[k - 1 - j] ?? 0);
    for (let j = 0; j < k; j++) phi[j] = work[j] ?? 0;
    phi[k] = r;
  }
  return phi;
}

/**
 * Product (1 − Σ a_i B^i)(1 − Σ b_j B^{mj}) for `sign` −1, or with pluses for +1.
 * @returns coefficients c of 1 ± Σ c_k B^k in the same sign convention, index 0 being lag 1
 */
export function multiplySeasonal(
  plain: Float64Array,
  seasonal: Float64Array,
  m: number,
  sign: -1 | 1,
): Float64Array {
  const out = new Float64Array(plain.length + m * seasonal.length);
  out.set(plain);
  for (let j = 0; j < seasonal.length; j++) {
    const b = seasonal[j] ?? 0;
    const lag = m * (j + 1);
    out[lag - 1] = (out[lag - 1] ?? 0) + b;
    for (let i = 0; i < plain.length; i++) {
      const k = lag + i;
      out[k] = (out[k] ?? 0) + sign * b * (plain[i] ?? 0);
    }
  }
  return out;
}

/** AR polynomial with the differences multiplied in: 1 − Σ c_k B^k = φ(B)(1−B)^d(1−B^m)^D. */
export function withDifferences(ar: Float64Array, d: number, D: number, m: number): Float64Array {
  let current = ar;
  for (let i = 0; i < d; i++) current = multiplySeasonal(current, Float64Array.of(1), 1, -1);
  for (let i = 0; i < D; i++) current = multiplySeasonal(current, Float64Array.of(1), m, -1);
  return current;
}
