/** Error, trend and season of an exponential smoothing model (Hyndman et al. 2008, table 2.1). */
export interface EtsForm {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
}

/** Name in the usual notation, as in `ETS(M,Ad,M)`. */
export function etsName(form: EtsForm): string {
  return `ETS(${form.error},${form.trend},${form.season})`;
}

/** Smoothing parameters. Those the form does not use are 0, and `phi` 1 unless damped. */
export interface EtsParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** State of an exponential smoothing model; `seasonal[i]` serves observations t with t mod m = i. */
export interface EtsState {
  level: number;
  slope: number;
  readonly seasonal: Float64Array;
}

/** Sums that a pass of the filter leaves behind. */
export interface EtsSums {
  /** Σ e² of the one-step errors y − ŷ. */
  squared: number;
  /** Σ (e / ŷ)². */
  relativeSquared: number;
  /** Σ log |ŷ|. */
  logFitted: number;
  /** False when a state left the region where the form makes sense. */
  valid: boolean;
}

const LARGE = 1e100;
const SMALL = 1e-100;

/**
 * Runs the innovations state space model over a series, moving `state` to its end.
 * The updates for additive and multiplicative errors coincide when the trend is additive, so one
 * pass serves both and the likelihoods differ only in the sums.
 * @param fitted  filled with one-step forecasts when given
 */
export function filterEts(
  values: Float64Array,
  seasonLength: number,
  form: EtsForm,
  parameters: EtsParameters,
  state: EtsState,
  sums: EtsSums,
  fitted?: Float64Array,
): void {
  const { alpha, beta, gamma, phi } = parameters;
  const n = values.length;
  const season = form.season === 'N' ? 0 : form.season === 'A' ? 1 : 2;
  const positive = form.error === 'M' || season === 2;
  const relative = form.error === 'M';
  const seasonal = state.seasonal;
  let level = state.level;
  let slope = state.slope;
  let squared = 0;
  let relativeSquared = 0;
  let logFitted = 0;
  let product = 1;
  let position = 0;
  let valid = true;
  for (let t = 0; t < n; t++) {
    const carried = phi * slope;
    const base = level + carried;
    const y = values[t] ?? 0;
    let forecast = base;
    let index = 1;
    if (season !== 0) {
      index = seasonal[position] ?? 0;
      forecast = season === 1 ? base + index : base * index;
    }
    if (positive && !(forecast > 1e-9 && base > 1e-9)) {
      valid = false;
      break;
    }
    const e = y - forecast;
    if (fitted) fitted[t] = forecast;
    squared += e * e;
    if (relative) {
      const r = e / forecast;
      relativeSquared += r * r;
      product *= forecast;
      if (product > LARGE || product < SMALL) {
        logFitted += Math.log(product);
        product = 1;
      }
    }
    if (season === 2) {
      const scaled = e / index;
      level = base + alpha * scaled;
      slope = carried + beta * scaled;
      seasonal[position] = index + (gamma * e) / base;
    } else {
      level = base + alpha * e;
      slope = carried + beta * e;
      if (season === 1) seasonal[position] = index + gamma * e;
    }
    if (season !== 0 && ++position === seasonLength) position = 0;
  }
  state.level = level;
  state.slope = slope;
  sums.squared = squared;
  sums.relativeSquared = relativeSquared;
  sums.logFitted = logFitted + Math.log(product);
  sums.valid = valid;
}

/** Point forecasts of a model whose state stands after `n` observations. */
export function projectEts(
  n: number,
  seasonLength: number,
  form: EtsForm,
  phi: number,
  state: EtsState,
  horizon: number,
): Float64Array {
  const out = new Float64Array(horizon);
  let damping = phi;
  let reach = 0;
  for (let h = 0; h < horizon; h++) {
    reach += damping;
    damping *= phi;
    const base = state.level + (form.trend === 'N' ? 0 : reach * state.slope);
    const index = state.seasonal[(n + h) % seasonLength] ?? 0;
    out[h] = form.season === 'N' ? base : form.season === 'A' ? base + index : base * index;
  }
  return out;
}
