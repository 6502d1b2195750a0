import { seasonalIndices } from '../seasonality.js';
import type { EtsForm } from './model.js';

/** Heuristic starting states of an exponential smoothing model. */
export interface EtsStart {
  readonly level: number;
  readonly slope: number;
  readonly seasonal: Float64Array;
  /** Spread of the observations the level came from: the unit in which the search moves it. */
  readonly spread: number;
}

/**
 * Starting states after Hyndman et al. (2008, section 2.6.1): seasonal indices from a classical
 * decomposition, level and slope from a line through the first observations without season.
 */
export function startEts(values: Float64Array, seasonLength: number, form: EtsForm): EtsStart {
  const n = values.length;
  const m = seasonLength;
  const seasonal =
    form.season === 'N'
      ? new Float64Array(1)
      : seasonalIndices(values, m, form.season === 'M' ? 'multiplicative' : 'additive');
  const count = Math.min(n, Math.max(10, 2 * m));
  let sumY = 0;
  let sumTY = 0;
  let sumYY = 0;
  for (let t = 0; t < count; t++) {
    const y = adjusted(values[t] ?? 0, seasonal[t % m] ?? 0, form);
    sumY += y;
    sumYY += y * y;
    sumTY += (t + 1) * y;
  }
  const meanT = (count + 1) / 2;
  const meanY = sumY / count;
  const spreadT = (count * (count * count - 1)) / 12;
  const slope = spreadT > 0 ? (sumTY - meanT * sumY) / spreadT : 0;
  const spread = Math.sqrt(Math.max(0, sumYY / count - meanY * meanY));
  if (form.trend === 'N') return { level: meanY, slope: 0, seasonal, spread };
  return { level: meanY - slope * meanT, slope, seasonal, spread };
}

function adjusted(y: number, index: number, form: EtsForm): number {
  if (form.season === 'N') return y;
  return form.season === 'A' ? y - index : y / index;
}
