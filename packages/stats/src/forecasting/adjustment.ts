import { isSeasonal, type SeasonKind, seasonalIndices } from './seasonality.js';

/** A series with its season taken out, and the way back. */
export interface AdjustedSeries {
  readonly kind: 'none' | SeasonKind;
  readonly seasonLength: number;
  /** One index per position t mod m; a single neutral one when there is no season. */
  readonly indices: Float64Array;
  readonly adjusted: Float64Array;
}

/**
 * Takes the season out by classical decomposition when the autocorrelation test finds one:
 * multiplicative for positive series, additive otherwise.
 */
export function adjustSeason(values: Float64Array, seasonLength: number): AdjustedSeries {
  if (!isSeasonal(values, seasonLength)) {
    return { kind: 'none', seasonLength: 1, indices: Float64Array.of(1), adjusted: values };
  }
  let kind: SeasonKind = values.every((y) => y > 0) ? 'multiplicative' : 'additive';
  let indices = seasonalIndices(values, seasonLength, kind);
  if (kind === 'multiplicative' && !indices.every((index) => index > 0.01)) {
    kind = 'additive';
    indices = seasonalIndices(values, seasonLength, kind);
  }
  const adjusted = values.map((y, t) => {
    const index = indices[t % seasonLength] ?? 0;
    return kind === 'multiplicative' ? y / index : y - index;
  });
  return { kind, seasonLength, indices, adjusted };
}

/** Puts the season back on numbers that follow the series from position `offset` on, in place. */
export function restoreSeason(
  forecasts: Float64Array,
  series: AdjustedSeries,
  offset: number,
): Float64Array {
  if (series.kind === 'none') return forecasts;
  for (let h = 0; h < forecasts.length; h++) {
    const index = series.indices[(offset + h) % series.seasonLength] ?? 0;
    const value = forecasts[h] ?? 0;
    forecasts[h] = series.kind === 'multiplicative' ? value * index : value + index;
  }
  return forecasts;
}

/** Puts the season back on standard errors: scaled by multiplicative indices, else unchanged. */
export function restoreSpread(
  spread: Float64Array,
  series: AdjustedSeries,
  offset: number,
): Float64Array {
  return series.kind === 'multiplicative' ? restoreSeason(spread, series, offset) : spread;
}
