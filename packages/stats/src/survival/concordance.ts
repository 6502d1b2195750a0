import { type Undefined, undefinedBecause } from '../undefined.js';
import type { SurvivalObservation } from './observations.js';

/** Harrell’s C; above 2,000 subjects over an even sample of 2,000 of them. */
export const concordance = (
  sorted: readonly SurvivalObservation[],
  risks: Float64Array,
): number | Undefined => {
  let right = 0;
  let pairs = 0;
  const n = Math.min(sorted.length, 2000);
  const stride = sorted.length / n;
  for (let u = 0; u < n; u++) {
    const i = Math.floor(u * stride);
    const early = sorted[i];
    if (!early?.event) continue;
    for (let w = 0; w < n; w++) {
      const j = Math.floor(w * stride);
      const late = sorted[j];
      if (late === undefined || j === i) continue;
      const later = late.time > early.time || (late.time === early.time && !late.event);
      if (!later) continue;
      pairs++;
      const gap = (risks[i] ?? 0) - (risks[j] ?? 0);
      right += gap > 0 ? 1 : gap === 0 ? 0.5 : 0;
    }
  }
  return pairs > 0 ? right / pairs : undefinedBecause('no pair can be ordered');
};
