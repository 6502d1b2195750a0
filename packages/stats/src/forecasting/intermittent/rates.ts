/** Methods for demand with many zeros. */
export type IntermittentMethod = 'croston' | 'sba' | 'tsb';

/** Demand per period as seen one step ahead, and at the end. */
export interface DemandRate {
  /** Forecast of each period made from those before it; 0 before the first demand. */
  readonly fitted: Float64Array;
  /** Expected demand of every future period. */
  readonly rate: number;
}

/**
 * Demand rate of a series with many zeros.
 * `croston`: mean size over mean interval between demands, both smoothed at demands (Croston 1972).
 * `sba`: the same times 1 − α/2, which removes its bias (Syntetos & Boylan 2005).
 * `tsb`: probability of demand, smoothed every period, times size, smoothed at demands, so that the
 * rate falls when demand stops (Teunter, Syntetos & Babai 2011).
 * @param values  ≥ 0, no gaps
 * @param sizeAlpha  smoothing of sizes (and intervals) in (0, 1]
 * @param chanceAlpha  smoothing of the probability, `tsb` only
 */
export function demandRate(
  values: Float64Array,
  method: IntermittentMethod,
  sizeAlpha: number,
  chanceAlpha = sizeAlpha,
): DemandRate {
  const n = values.length;
  const fitted = new Float64Array(n);
  const factor = method === 'sba' ? 1 - sizeAlpha / 2 : 1;
  let size = 0;
  let interval = 0;
  let chance = 0;
  let since = 0;
  let demands = 0;
  const rate = (): number => {
    if (demands === 0) return 0;
    return method === 'tsb' ? chance * size : (factor * size) / interval;
  };
  for (let t = 0; t < n; t++) {
    fitted[t] = rate();
    const y = values[t] ?? 0;
    since++;
    if (y > 0) {
      demands++;
      if (demands === 1) {
        size = y;
        interval = since;
        chance = 1 / since;
      } else {
        size += sizeAlpha * (y - size);
        interval += sizeAlpha * (since - interval);
      }
      since = 0;
    }
    if (demands > 1 || (demands === 1 && y === 0)) {
      chance += chanceAlpha * ((y > 0 ? 1 : 0) - chance);
    }
  }
  return { fitted, rate: rate() };
}
