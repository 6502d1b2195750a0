/** What an anomaly is: one value, a new level, or no data where there should be some. */
export const anomalyKinds = ['outlier', 'level_shift', 'missing_data'] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

export type AnomalyDirection = 'above' | 'below';

/** Something that stands out of a series; amounts in the metric's unit. */
export interface Anomaly {
  /** Local start of the bucket; of a shift that of its first. */
  readonly time: string;
  readonly kind: AnomalyKind;
  readonly direction: AnomalyDirection;
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Value less what was expected; of a shift new less old level. */
  readonly size: number;
  /** The size in standard deviations of what is usual. */
  readonly deviations: number;
  /** Chance of one as large in a quiet series; null of shifts, which are told by their size. */
  readonly pValue: number | null;
  /** The last bucket of a stretch that is off; null of what lasts, or was one bucket. */
  readonly until: string | null;
}
