import type { ComparisonKind, Grain, TenantId } from '@olympus/core';
import type { FormulaMetric, MetricQuery, ModelLanguage } from '@olympus/semantic';

/** What a span is compared with. */
export type TrendComparison =
  | ComparisonKind
  | { readonly from: string; readonly to: string }
  /** The year before, moved by 52 weeks, so that weekdays meet. */
  | { readonly kind: 'same_period_last_year'; readonly match: 'weekday' };

/** Which groups are named, the others being one row. */
export interface TopChoice {
  readonly n: number;
  /** By their value, or by how much they rose or fell since the earlier span; default `value`. */
  readonly by?: 'value' | 'rise' | 'fall' | undefined;
  /** The metric that ranks; default the first. */
  readonly metric?: string | undefined;
  /** A dimension of the question: the first `n` inside each of its values. */
  readonly per?: string | undefined;
  /** Whether what is not named is told as a row of its own; default true. */
  readonly others?: boolean | undefined;
}

/** What is made of values by bucket. */
export interface Presentation {
  /**
   * `moving_average`: of each bucket and those before it; `cumulative`: since the start of the span;
   * `share`: of the whole.
   */
  readonly kind: 'value' | 'moving_average' | 'cumulative' | 'share';
  /** Buckets of a moving average; default 7. */
  readonly buckets?: number | undefined;
}

export interface TrendsQuestion {
  readonly metrics: readonly (string | FormulaMetric)[];
  readonly dimensions?: readonly string[] | undefined;
  /** Dimensions of a table's columns; `dimensions` are those of its rows. */
  readonly columns?: readonly string[] | undefined;
  readonly time?: MetricQuery['time'] | undefined;
  /** `auto`: so that a chart has some 12 to 100 points. */
  readonly grain?: Grain | 'auto' | undefined;
  readonly compare?: TrendComparison | undefined;
  readonly filters?: MetricQuery['filters'] | undefined;
  readonly having?: MetricQuery['having'] | undefined;
  readonly top?: TopChoice | undefined;
  readonly presentation?: Presentation | undefined;
}

export interface TrendsRequest extends TrendsQuestion {
  readonly tenantId: TenantId;
  readonly language?: ModelLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
}
