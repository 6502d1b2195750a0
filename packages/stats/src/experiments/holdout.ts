import { isUndefined, type Undefined } from '../undefined.js';
import { sequentialTest, type TestedEffect } from './decisions.js';
import { estimateEffect } from './effect.js';
import type { ArmSummary } from './summaries.js';

/** What everything shipped has brought, measured against those who got none of it. */
export interface HoldoutResult {
  readonly kind: 'holdout';
  /** Relative effect per unit, always valid: a holdout is looked at for months. */
  readonly relative: TestedEffect | Undefined;
  readonly absolute: TestedEffect;
  /** Absolute effect × exposed units, in the metric's unit. */
  readonly total: { readonly estimate: number; readonly lower: number; readonly upper: number };
  /** What the held-out units missed, in the metric's unit. */
  readonly cost: number;
}

/**
 * Cumulative effect of all changes against a holdout group, with always-valid intervals.
 * @param holdout units kept from every change
 * @param exposed all other units
 */
export const holdoutEffect = (
  holdout: ArmSummary,
  exposed: ArmSummary,
  options: { readonly alpha?: number; readonly tuning?: number } = {},
): HoldoutResult | Undefined => {
  const effect = estimateEffect(holdout, exposed, 'absolute');
  if (isUndefined(effect)) return effect;
  const tuning = options.tuning ?? effect.n;
  const absolute = sequentialTest(effect, { ...options, tuning });
  if (isUndefined(absolute)) return absolute;
  const lift = estimateEffect(holdout, exposed, 'relative');
  return {
    kind: 'holdout',
    relative: isUndefined(lift) ? lift : sequentialTest(lift, { ...options, tuning }),
    absolute,
    total: {
      estimate: effect.estimate * exposed.n,
      lower: absolute.lower * exposed.n,
      upper: absolute.upper * exposed.n,
    },
    cost: effect.estimate * holdout.n,
  };
};
