import type { SurvivalObservation } from './observations.js';

/** The partial likelihood with its first two derivatives and the baseline's steps. */
export interface PartialLikelihood {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives, p×p row-major, lower triangle. */
  readonly information: Float64Array;
  /** Steps of the cumulative baseline hazard, latest first. */
  readonly hazards: readonly { time: number; increment: number }[];
}

/**
 * Cox's partial log likelihood with Efron's ties (1977).
 * @param sorted by falling time
 * @param x n×p row-major in the same order, centred
 */
export const partialLikelihood = (
  sorted: readonly SurvivalObservation[],
  x: Float64Array,
  p: number,
  beta: Float64Array,
): PartialLikelihood => {
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  const hazards: { time: number; increment: number }[] = [];
  let logLikelihood = 0;
  let s0 = 0;
  const s1 = new Float64Array(p);
  const s2 = new Float64Array(p * p);
  const d1 = new Float64Array(p);
  const d2 = new Float64Array(p * p);
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    let deaths = 0;
    let d0 = 0;
    d1.fill(0);
    d2.fill(0);
    for (; i < sorted.length && sorted[i]?.time === time; i++) {
      let eta = 0;
      for (let j = 0; j < p; j++) eta += (x[i * p + j] ?? 0) * (beta[j] ?? 0);
      const weight = Math.exp(eta);
      const event = sorted[i]?.event === true;
      s0 += weight;
      if (event) {
        deaths++;
        d0 += weight;
        logLikelihood += eta;
      }
      for (let j = 0; j < p; j++) {
        const xj = x[i * p + j] ?? 0;
        s1[j] = (s1[j] ?? 0) + weight * xj;
        if (event) {
          gradient[j] = (gradient[j] ?? 0) + xj;
          d1[j] = (d1[j] ?? 0) + weight * xj;
        }
        for (let k = 0; k <= j; k++) {
          const product = weight * xj * (x[i * p + k] ?? 0);
          s2[j * p + k] = (s2[j * p + k] ?? 0) + product;
          if (event) d2[j * p + k] = (d2[j * p + k] ?? 0) + product;
        }
      }
    }
    let increment = 0;
    for (let l = 0; l < deaths; l++) {
      const share = l / deaths;
      const risk = s0 - share * d0;
      logLikelihood -= Math.log(risk);
      increment += 1 / risk;
      for (let j = 0; j < p; j++) {
        const mj = ((s1[j] ?? 0) - share * (d1[j] ?? 0)) / risk;
        gradient[j] = (gradient[j] ?? 0) - mj;
        for (let k = 0; k <= j; k++) {
          const mk = ((s1[k] ?? 0) - share * (d1[k] ?? 0)) / risk;
          const second = ((s2[j * p + k] ?? 0) - share * (d2[j * p + k] ?? 0)) / risk;
          information[j * p + k] = (information[j * p + k] ?? 0) + second - mj * mk;
        }
      }
    }
    if (deaths > 0) hazards.push({ time, increment });
  }
  return { logLikelihood, gradient, information, hazards };
};
