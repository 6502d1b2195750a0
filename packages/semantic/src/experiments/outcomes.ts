import { type Calendar, dayMs, printBucket, toWall } from '@olympus/core';
import { type PersonSteps, planSteps } from '../journeys/person-steps.js';
import type { Model } from '../model/model.js';
import { planUnitMetric, type UnitMetric, type UnitMetricKind, type UnitSum } from './per-unit.js';

/** A metric as an experiment names it. */
export interface AskedUnitMetric {
  readonly metric: string;
  readonly kind: UnitMetricKind;
}

/** Whose outcomes are measured, and from when. */
export type UnitSource =
  /** Units that were shown an arm, from the first time. */
  | { readonly kind: 'exposures'; readonly experiment: string; readonly arms: readonly string[] }
  /** Everybody who visits, from the first visit in the span: all in one arm, `all`. */
  | { readonly kind: 'visits' };

/** What tells units apart before they were exposed. */
export const unitTraits = ['returning', 'device', 'channel', 'country', 'segment'] as const;
export type UnitTrait = (typeof unitTraits)[number];

/** Sums of what units did within a window after their first exposure. */
export interface OutcomePlan {
  readonly source: UnitSource;
  readonly metrics: readonly UnitMetric[];
  /** The different sums that the metrics are made of. */
  readonly sums: readonly UnitSum[];
  readonly windowMs: number;
  /** How long before the exposure the covariate reaches back. */
  readonly lookbackMs: number;
  /** First exposures count in [fromMs, exposedToMs); outcomes up to toMs. */
  readonly fromMs: number;
  readonly exposedToMs: number;
  readonly toMs: number;
  /** Days of the tenant's calendar from fromMs to toMs. */
  readonly steps: PersonSteps;
}

/** The position of each metric's sums among the plan's. */
export function sumsOf(
  { sums }: Pick<OutcomePlan, 'sums'>,
  { numerator, denominator }: UnitMetric,
): { readonly numerator: number; readonly denominator: number | undefined } {
  const find = (sum: UnitSum) => {
    const key = JSON.stringify(sum);
    return sums.findIndex((other) => JSON.stringify(other) === key);
  };
  return {
    numerator: find(numerator),
    denominator: denominator === undefined ? undefined : find(denominator),
  };
}

/**
 * @param at  JSON pointer of the list of metrics
 * @throws Problem `unknown_metric`, `metric_not_per_unit`, `too_many_buckets`
 */
export function planOutcomes(
  model: Model,
  asked: readonly AskedUnitMetric[],
  when: Pick<
    OutcomePlan,
    'source' | 'windowMs' | 'lookbackMs' | 'fromMs' | 'exposedToMs' | 'toMs'
  > & { readonly calendar: Calendar },
  at = '/metrics',
): OutcomePlan {
  const { calendar, ...rest } = when;
  const metrics = asked.map(({ metric, kind }, index) =>
    planUnitMetric(model, metric, kind, `${at}/${index}/metric`),
  );
  const sums = new Map<string, UnitSum>();
  for (const { numerator, denominator } of metrics) {
    for (const sum of denominator === undefined ? [numerator] : [numerator, denominator]) {
      sums.set(JSON.stringify(sum), sum);
    }
  }
  const { fromMs } = rest;
  const toMs = Math.max(fromMs + 1, rest.toMs);
  const local = (ms: number) => printBucket(toWall(calendar.timeZone, ms), 'day');
  const range = {
    fromMs,
    toMs,
    fromLocal: local(fromMs),
    toLocal: local(toMs),
    running: calendar.nowMs < toMs,
  };
  return {
    ...rest,
    toMs,
    metrics,
    sums: [...sums.values()],
    steps: planSteps(range, 'day', calendar),
  };
}

/** Longest span of an experiment's outcomes. */
export const longestExperimentMs = 400 * dayMs;
