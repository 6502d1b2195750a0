/** How to look for anomalies in a finished series. */
export interface DetectAnomaliesOptions {
  /** Observations a season; 1 or absent for none, several for nested seasons ([24, 168]). */
  readonly seasonLength?: number | readonly number[];
  /** Robust standard deviations from which a point counts; default 4. */
  readonly threshold?: number;
  /** Shortest stretch between changes; default the larger of 5 and half a season. */
  readonly minimumLength?: number;
}

/** A point that stands out from level, trend and season. `index` counts from 0 in the input. */
export interface PointAnomaly {
  readonly index: number;
  readonly value: number;
  readonly expected: number;
  readonly direction: 'above' | 'below';
  /** Distance from the expected value in robust standard deviations. */
  readonly deviations: number;
}

/** Where the course of the series changes for good. */
export interface ChangePoint {
  /** First observation of the new course. */
  readonly index: number;
  /** `level` when it jumps, `trend` when only its slope turns. */
  readonly change: 'level' | 'trend';
  /** New minus old level at that observation. */
  readonly shift: number;
  readonly slopeBefore: number;
  readonly slopeAfter: number;
}

/** Anomalies of a finished series with the picture they stand out from, all as long as the input. */
export interface AnomalyReport {
  readonly kind: 'anomalies';
  readonly points: readonly PointAnomaly[];
  readonly changes: readonly ChangePoint[];
  /** Season, level and trend together; the input's gaps get values too. */
  readonly expected: Float64Array;
  /** Usual range: expected ± threshold × scale; of sparse series the quantiles as far out. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Robust standard deviation of the remainder, in the unit of the values; of sparse series the root of its mean square. */
  readonly scale: number;
  /** Standard deviation of each observation. */
  readonly spread: Float64Array;
}

/** What a complete series would be, by position in it. */
export interface AnomalyPicture {
  readonly expected: Float64Array;
  /** Outside of these an observation stands out. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Standard deviation of each observation. */
  readonly spread: Float64Array;
  readonly scale: number;
  readonly changes: readonly ChangePoint[];
}

/** How a picture is made. */
export interface PictureOptions {
  /** Lengths of seasons, each covered twice, shortest first; empty for none. */
  readonly seasons: readonly number[];
  /** Standard deviations of a normal distribution that the usual range is as likely as. */
  readonly threshold: number;
  readonly minimumLength: number | undefined;
}
