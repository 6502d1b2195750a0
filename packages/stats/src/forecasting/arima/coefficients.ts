import { type ArimaCoefficients, type ArimaOrder, stationaryFromFree } from './polynomials.js';

/**
 * Coefficients from free numbers, ordered φ, θ, Φ, Θ and the constant last: each factor by its
 * partial autocorrelations, so that every vector is stationary and invertible.
 */
export function coefficientsFrom(x: Float64Array, order: ArimaOrder): ArimaCoefficients {
  const { p, q, P, Q } = order;
  const ma = stationaryFromFree(x, p, q);
  const seasonalMa = stationaryFromFree(x, p + q + P, Q);
  for (let i = 0; i < q; i++) ma[i] = -(ma[i] ?? 0);
  for (let i = 0; i < Q; i++) seasonalMa[i] = -(seasonalMa[i] ?? 0);
  return {
    ar: stationaryFromFree(x, 0, p),
    ma,
    seasonalAr: stationaryFromFree(x, p + q, P),
    seasonalMa,
    mean: order.constant ? (x[p + q + P + Q] ?? 0) : 0,
  };
}
