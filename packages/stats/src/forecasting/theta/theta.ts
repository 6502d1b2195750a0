import { minimiseBySimplex } from '../simplex.js';

/** Which of the theta models: see `fitTheta`. */
export type ThetaVariant = 'standard' | 'optimised' | 'dynamic';

/** Forecasts of a theta model on a series without season, with its one-step fit. */
export interface ThetaFit {
  readonly mean: Float64Array;
  readonly fitted: Float64Array;
  readonly alpha: number;
  readonly theta: number;
}

/** Least-squares line through a series against t = 1 … n. */
function line(values: Float64Array): { intercept: number; slope: number } {
  const n = values.length;
  let sumY = 0;
  let sumTY = 0;
  for (let t = 0; t < n; t++) {
    sumY += values[t] ?? 0;
    sumTY += (t + 1) * (values[t] ?? 0);
  }
  const meanT = (n + 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  const slope = spread > 0 ? (sumTY - meanT * sumY) / spread : 0;
  return { intercept: sumY / n - slope * meanT, slope };
}

/**
 * Theta models as single-source state space models (Fiorucci et al. 2016): `standard` fixes θ = 2
 * with the line of the whole sample (the method that won M3, Assimakopoulos & Nikolopoulos 2000),
 * `optimised` (OTM) searches θ ≥ 1, `dynamic` (DOTM) also lets the line grow with the data.
 * @param values  season removed, at least four observations
 */
export function fitTheta(values: Float64Array, horizon: number, variant: ThetaVariant): ThetaFit {
  const n = values.length;
  const whole = line(values);
  const first = values[0] ?? 0;
  let total = 0;
  for (let t = 0; t < n; t++) total += ((values[t] ?? 0) - first) ** 2;
  const unit = Math.max(Math.sqrt(total / n), 1e-9);
  const dynamic = variant === 'dynamic';
  let level = 0;
  let mean = 0;
  let slope = 0;

  const run = (
    alpha: number,
    theta: number,
    start: number,
    fitted?: Float64Array,
    ahead?: Float64Array,
  ): number => {
    const weight = 1 - 1 / theta;
    level = start;
    mean = 0;
    slope = 0;
    let decay = 1;
    let sum = 0;
    const end = n + (ahead ? ahead.length : 0);
    for (let t = 0; t < end; t++) {
      const count = t;
      const a = dynamic ? mean - (slope * (count + 1)) / 2 : whole.intercept;
      const b = dynamic ? slope : whole.slope;
      const forecast = level + weight * (decay * a + ((1 - decay * (1 - alpha)) / alpha) * b);
      const y = t < n ? (values[t] ?? 0) : forecast;
      if (t < n) {
        const e = y - forecast;
        if (!dynamic || t > 1) sum += e * e;
        if (fitted) fitted[t] = forecast;
      } else if (ahead) ahead[t - n] = forecast;
      level += alpha * (y - level);
      decay *= 1 - alpha;
      const now = count + 1;
      if (now > 1) slope = ((now - 2) * slope + (6 * (y - mean)) / now) / (now + 1);
      mean = (count * mean + y) / now;
    }
    return sum;
  };

  const free = variant !== 'standard';
  const objective = (x: Float64Array): number => {
    const alpha = x[0] ?? 0;
    const theta = free ? (x[2] ?? 0) : 2;
    if (!(alpha >= 0.01 && alpha <= 0.999 && theta >= 1 && theta <= 50)) return Infinity;
    return run(alpha, theta, first / 2 + unit * (x[1] ?? 0));
  };
  const begin = free ? Float64Array.of(0.5, 0, 2) : Float64Array.of(0.5, 0);
  const step = free ? Float64Array.of(0.2, 0.3, 0.8) : Float64Array.of(0.2, 0.3);
  const found = minimiseBySimplex(objective, begin, step, { maxEvaluations: 250, tolerance: 1e-7 });
  const alpha = found.x[0] ?? 0.5;
  const theta = free ? (found.x[2] ?? 2) : 2;
  const fitted = new Float64Array(n);
  const ahead = new Float64Array(horizon);
  run(alpha, theta, first / 2 + unit * (found.x[1] ?? 0), fitted, ahead);
  return { mean: ahead, fitted, alpha, theta };
}
