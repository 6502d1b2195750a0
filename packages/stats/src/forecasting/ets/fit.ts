import { minimiseBySimplex } from '../simplex.js';
import { startEts } from './initial.js';
import {
  type EtsForm,
  type EtsParameters,
  type EtsState,
  type EtsSums,
  filterEts,
} from './model.js';

/** A fitted exponential smoothing model, its state after the last observation. */
export interface EtsFit {
  readonly form: EtsForm;
  readonly seasonLength: number;
  readonly observations: number;
  readonly parameters: EtsParameters;
  readonly state: EtsState;
  /** −2 log likelihood without constants, comparable between forms on the same series. */
  readonly deviance: number;
  readonly aicc: number;
  /** Variance of the errors, relative ones for form.error 'M'. */
  readonly variance: number;
  readonly fitted: Float64Array;
}

const PHI_LOW = 0.8;
const PHI_HIGH = 0.98;

/**
 * Maximum likelihood fit of one exponential smoothing form.
 * Smoothing parameters, first level and first slope are searched by simplex within the usual
 * region (β < α, γ < 1 − α, .8 ≤ φ ≤ .98); first seasonal indices come from a decomposition.
 * @param values  no gaps; at least two seasons for seasonal forms; positive for multiplicative ones
 * @returns undefined when the form cannot be fitted to the series
 */
export function fitEts(
  values: Float64Array,
  seasonLength: number,
  form: EtsForm,
  maxEvaluations = 400,
): EtsFit | undefined {
  const n = values.length;
  const m = form.season === 'N' ? 1 : seasonLength;
  const start = startEts(values, m, form);
  const hasTrend = form.trend !== 'N';
  const damped = form.trend === 'Ad';
  const hasSeason = form.season !== 'N';
  const unit = start.spread > 0 ? start.spread : Math.max(1e-3, Math.abs(start.level) * 1e-3);
  const slopeUnit = Math.max(Math.abs(start.slope), unit / 10);
  const seasonal = new Float64Array(m);
  const state: EtsState = { level: 0, slope: 0, seasonal };
  const sums: EtsSums = { squared: 0, relativeSquared: 0, logFitted: 0, valid: true };
  const current = { alpha: 0, beta: 0, gamma: 0, phi: 1 };

  // Order of the search vector: α, level, [β/α, slope, [φ]], [γ/(1 − α)].
  const dimension = 2 + (hasTrend ? 2 : 0) + (damped ? 1 : 0) + (hasSeason ? 1 : 0);
  const read = (x: Float64Array): boolean => {
    let i = 0;
    const alpha = x[i++] ?? 0;
    if (!(alpha >= 1e-4 && alpha <= 0.9999)) return false;
    current.alpha = alpha;
    state.level = start.level + unit * (x[i++] ?? 0);
    state.slope = 0;
    if (hasTrend) {
      const share = x[i++] ?? 0;
      if (!(share >= 1e-4 && share <= 0.9999)) return false;
      current.beta = alpha * share;
      state.slope = start.slope + slopeUnit * (x[i++] ?? 0);
      if (damped) {
        const phi = x[i++] ?? 0;
        if (!(phi >= PHI_LOW && phi <= PHI_HIGH)) return false;
        current.phi = phi;
      }
    }
    if (hasSeason) {
      const share = x[i++] ?? 0;
      if (!(share >= 1e-4 && share <= 0.9999)) return false;
      current.gamma = (1 - alpha) * share;
      seasonal.set(start.seasonal);
    }
    return true;
  };
  const deviance = (): number => {
    if (!sums.valid) return Infinity;
    if (form.error === 'A') return n * Math.log(Math.max(sums.squared, 1e-300));
    return n * Math.log(Math.max(sums.relativeSquared, 1e-300)) + 2 * sums.logFitted;
  };
  const objective = (x: Float64Array): number => {
    if (!read(x)) return Infinity;
    filterEts(values, m, form, current, state, sums);
    return deviance();
  };

  const first: number[] = [hasSeason && m > 1 ? 0.2 : 0.4, 0];
  const step: number[] = [0.15, 0.2];
  if (hasTrend) {
    first.push(0.1, 0);
    step.push(0.1, 0.3);
    if (damped) {
      first.push(0.95);
      step.push(-0.05);
    }
  }
  if (hasSeason) {
    first.push(0.1);
    step.push(0.1);
  }
  const steps = Float64Array.from(step);
  let found = minimiseBySimplex(objective, Float64Array.from(first), steps, {
    maxEvaluations,
    tolerance: 1e-6,
  });
  // A simplex that met the region's border has gone flat: a fresh one finds the way along it.
  if (found.evaluations < maxEvaluations && Number.isFinite(found.value)) {
    const again = minimiseBySimplex(
      objective,
      found.x,
      steps.map((size) => -size / 2),
      { maxEvaluations: maxEvaluations - found.evaluations, tolerance: 1e-6 },
    );
    if (again.value < found.value) found = again;
  }
  if (!Number.isFinite(found.value) || !read(found.x)) return undefined;
  const fitted = new Float64Array(n);
  filterEts(values, m, form, current, state, sums, fitted);
  const parameters: EtsParameters = { ...current };
  const k = dimension + (hasSeason ? m - 1 : 0) + 1;
  const penalty = n - k - 1 > 0 ? (2 * k * (k + 1)) / (n - k - 1) : Infinity;
  const degrees = Math.max(1, n - dimension);
  const total = form.error === 'A' ? sums.squared : sums.relativeSquared;
  return {
    form,
    seasonLength: m,
    observations: n,
    parameters,
    state: { level: state.level, slope: state.slope, seasonal: Float64Array.from(seasonal) },
    deviance: found.value,
    aicc: found.value + 2 * k + penalty,
    variance: total / degrees,
    fitted,
  };
}
