import type { Bucket, Calendar, Grain, TenantId, TimeRange } from '@olympus/core';
import type { Dimension, FilterValue, Measure, Metric, Operator } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import type { ThresholdOperator } from '../query/metric-query.js';
import type { RollupSource } from '../rollups/find-part.js';

/** A metric as arithmetic over measures; `measure` is an index into the plan's measures. */
export type Formula =
  | { readonly kind: 'measure'; readonly measure: number; readonly negate: boolean }
  | { readonly kind: 'constant'; readonly value: number }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    };

export interface PlannedMetric {
  readonly metric: Metric;
  readonly formula: Formula;
}

export interface PlannedFilter {
  readonly dimension: Dimension;
  readonly operator: Operator;
  readonly values: readonly FilterValue[];
}

/** A filter, or several of which any or all have to hold. */
export type PlannedCondition =
  | PlannedFilter
  | { readonly any: readonly PlannedCondition[] }
  | { readonly all: readonly PlannedCondition[] };

/** A threshold on a metric of the groups that a query gives; unknown values meet none. */
export interface PlannedThreshold {
  /** Index into the plan's metrics. */
  readonly metric: number;
  readonly operator: ThresholdOperator;
  readonly value: number;
}

/** Measures that one pass over one ledger answers. */
export interface Branch {
  readonly kind: Measure['kind'];
  readonly ledger: Measure['ledger'];
  /** The part of a rollup that answers as well as the ledger; absent when only the ledger does. */
  readonly rollup: RollupSource | undefined;
  /** Indexes into the plan's measures. */
  readonly measures: readonly number[];
}

/** One of the one or two spans of time that a query looks at. */
export interface Period {
  /** Absent: all rows, whenever they occurred. */
  readonly range: TimeRange | undefined;
  /** The buckets of the range when the query has a grain, else empty. */
  readonly buckets: readonly Bucket[];
}

export type OrderKey =
  | { readonly kind: 'time' }
  | { readonly kind: 'dimension'; readonly index: number }
  | {
      readonly kind: 'metric';
      readonly index: number;
      readonly value: 'current' | 'previous' | 'change';
    };

export interface PlannedOrder {
  readonly key: OrderKey;
  readonly direction: 'asc' | 'desc';
}

/** A checked query, ready to be compiled for any dialect. */
export interface QueryPlan {
  readonly tenantId: TenantId;
  readonly model: Model;
  readonly calendar: Calendar;
  readonly metrics: readonly PlannedMetric[];
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  readonly branches: readonly Branch[];
  readonly filters: readonly PlannedCondition[];
  /** Thresholds that groups have to meet. */
  readonly having: readonly PlannedThreshold[];
  readonly grain: Grain | undefined;
  readonly current: Period;
  /** What the query's time means, also where `current` needs no bounds; absent without data. */
  readonly range: TimeRange | undefined;
  readonly previous: Period | undefined;
  readonly order: readonly PlannedOrder[];
  readonly limit: number;
  /** Whether a series also gives each group's whole; needs a grain. */
  readonly totals: boolean;
  /** First and last instant that the business has data of. */
  readonly data: DataBounds | undefined;
}

/** First and last instant that a business has data of. */
export interface DataBounds {
  readonly fromMs: number;
  readonly toMs: number;
}
