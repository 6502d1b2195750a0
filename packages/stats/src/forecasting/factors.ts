import type { Outlook } from './outlook.js';
import { estimateEffects } from './regression.js';
import type { Regressors } from './types.js';

/** Factors over the history that is kept and over the steps to forecast. */
export interface Factors {
  readonly past: readonly Float64Array[];
  readonly ahead: readonly Float64Array[];
  readonly names: readonly string[];
}

/**
 * Checks factors against the history and lays them out.
 * @param length  observations given, with gaps
 * @param trimmed,trailing  gaps cut off the front, and left at the end to be forecast
 * @returns the factors, or what is wrong with them
 */
export function layOutFactors(
  regressors: Regressors,
  length: number,
  trimmed: number,
  trailing: number,
  horizon: number,
): Factors | string {
  const { history, future } = regressors;
  if (history.length !== future.length) {
    return `${history.length} regressors have a past, ${future.length} a future`;
  }
  const names = history.map((_, j) => regressors.names?.[j] ?? `factor ${j + 1}`);
  const past: Float64Array[] = [];
  const ahead: Float64Array[] = [];
  for (let j = 0; j < history.length; j++) {
    const before = Array.from(history[j] ?? []);
    const after = Array.from(future[j] ?? []);
    if (before.length !== length) {
      return `${names[j]} has ${before.length} past values, the series ${length}`;
    }
    if (after.length < horizon) {
      return `${names[j]} has ${after.length} future values, the horizon is ${horizon}`;
    }
    if (![...before, ...after].every((x) => Number.isFinite(x))) {
      return `${names[j]} has a value that is not finite`;
    }
    const end = length - trailing;
    past.push(Float64Array.from(before.slice(trimmed, end)));
    ahead.push(Float64Array.from([...before.slice(end), ...after.slice(0, horizon)]));
  }
  return { past, ahead, names };
}

/**
 * Forecast with factors: their effects are estimated and taken out, the rest is forecast by
 * `outlookOf`, and the effects of the factors' future values are added, with the uncertainty of
 * the effects.
 * @returns undefined when the effects cannot be told apart
 */
export function factorsOutlook(
  values: Float64Array,
  factors: Factors,
  seasonLength: number,
  scale: number,
  outlookOf: (rest: Float64Array) => Outlook | string,
): Outlook | string {
  const k = factors.past.length;
  const effects = estimateEffects(values, factors.past, seasonLength);
  if (!effects) return 'the effects of the regressors cannot be told apart from trend and season';
  const rest = outlookOf(effects.rest);
  if (typeof rest === 'string') return rest;
  const { coefficients, covariance } = effects;
  const mean = rest.mean.map((y, h) =>
    coefficients.reduce((sum, b, j) => sum + b * (factors.ahead[j]?.[h] ?? 0), y),
  );
  const spread = rest.spread.map((s, h) => {
    let variance = s * s;
    for (let i = 0; i < k; i++) {
      const x = (factors.ahead[i]?.[h] ?? 0) - meanOf(factors.past[i]);
      for (let j = 0; j < k; j++) {
        const z = (factors.ahead[j]?.[h] ?? 0) - meanOf(factors.past[j]);
        variance += (covariance[i * k + j] ?? 0) * x * z;
      }
    }
    return Math.sqrt(Math.max(0, variance));
  });
  const stated = Array.from(coefficients, (b, j) => {
    const error = Math.sqrt(covariance[j * k + j] ?? 0);
    return `${factors.names[j]} ${(b * scale).toPrecision(3)} ± ${(error * scale).toPrecision(2)}`;
  });
  return {
    mean,
    spread,
    ...(rest.heldOut ? { heldOut: rest.heldOut } : {}),
    method: `regression with ${rest.method} errors`,
    why: `effect of one unit: ${stated.join(', ')}; the rest: ${rest.why}`,
  };
}

function meanOf(column: Float64Array | undefined): number {
  if (!column || column.length === 0) return 0;
  return column.reduce((sum, x) => sum + x, 0) / column.length;
}
