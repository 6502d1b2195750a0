import { type EtsFit, fitEts } from './fit.js';
import type { EtsForm } from './model.js';

const NON_SEASONAL: readonly EtsForm[] = [
  { error: 'A', trend: 'N', season: 'N' },
  { error: 'M', trend: 'N', season: 'N' },
  { error: 'A', trend: 'A', season: 'N' },
  { error: 'M', trend: 'A', season: 'N' },
  { error: 'A', trend: 'Ad', season: 'N' },
  { error: 'M', trend: 'Ad', season: 'N' },
];

const SEASONAL: readonly EtsForm[] = [
  { error: 'A', trend: 'N', season: 'A' },
  { error: 'A', trend: 'A', season: 'A' },
  { error: 'A', trend: 'Ad', season: 'A' },
  { error: 'M', trend: 'N', season: 'A' },
  { error: 'M', trend: 'A', season: 'A' },
  { error: 'M', trend: 'Ad', season: 'A' },
  { error: 'M', trend: 'N', season: 'M' },
  { error: 'M', trend: 'A', season: 'M' },
  { error: 'M', trend: 'Ad', season: 'M' },
];

/**
 * Fits the family and keeps the form with the least AICc (Hyndman et al. 2002).
 * Forms whose forecasts have infinite variance (A,·,M) are left out, multiplicative ones where a
 * value is not positive, seasonal ones on fewer than two seasons plus some room.
 * @returns undefined when no form fits (fewer than four observations)
 */
export function selectEts(
  values: Float64Array,
  seasonLength: number,
  seasonal: 'no' | 'yes' | 'either' = 'either',
  positive = values.every((y) => y > 0),
): EtsFit | undefined {
  const n = values.length;
  const forms: EtsForm[] = [];
  const canSeason = seasonLength > 1 && n >= 2 * seasonLength + 4;
  if (seasonal !== 'yes' || !canSeason) forms.push(...NON_SEASONAL);
  if (seasonal !== 'no' && canSeason) forms.push(...SEASONAL);
  let best: EtsFit | undefined;
  for (const form of forms) {
    if (!positive && (form.error === 'M' || form.season === 'M')) continue;
    const fit = fitEts(values, seasonLength, form);
    if (fit && Number.isFinite(fit.aicc) && (!best || fit.aicc < best.aicc)) best = fit;
  }
  return best;
}
