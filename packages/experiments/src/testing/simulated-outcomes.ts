import { dayMs } from '@olympus/core';
import {
  type ArmSums,
  createModel,
  emptySums,
  type OutcomePlan,
  type Outcomes,
  planOutcomes,
  type UnitMetricKind,
} from '@olympus/semantic';
import { type ReckonedMetric, reckon } from '../results/reckon.js';

const fromMs = Date.UTC(2026, 0, 1);
const model = createModel();

/** A metric as tests name it. */
export interface TestMetric {
  readonly metric: string;
  readonly kind: UnitMetricKind;
  readonly role?: 'primary' | 'secondary' | 'guardrail';
  readonly margin?: number;
}

/** An experiment of so many days whose sums a test makes up. */
export function testPlan(metrics: readonly TestMetric[], days: number): OutcomePlan {
  const toMs = fromMs + days * dayMs;
  return planOutcomes(model, metrics, {
    source: { kind: 'exposures', experiment: 'x', arms: ['control', 'treatment'] },
    windowMs: 14 * dayMs,
    lookbackMs: 28 * dayMs,
    fromMs,
    exposedToMs: toMs,
    toMs,
    calendar: { timeZone: 'UTC', weekStart: 'monday', nowMs: toMs },
  });
}

/** What one unit had before it was exposed, and has after. */
export interface TestUnit {
  readonly before: number;
  readonly after: number;
}

/** The sums of units with one value each, all of it on the day that they were exposed. */
export function sumsOfUnits(plan: OutcomePlan, units: readonly TestUnit[]): ArmSums {
  const sums = { sum: 0, squares: 0, pastSum: 0, pastSquares: 0, cross: 0 };
  for (const { before, after } of units) {
    sums.sum += after;
    sums.squares += after * after;
    sums.pastSum += before;
    sums.pastSquares += before * before;
    sums.cross += before * after;
  }
  return { ...emptySums(plan), units: units.length, variables: [sums] };
}

/** The sums of so many units of which some converted. */
export function sumsOfCounts(plan: OutcomePlan, units: number, converted: number): ArmSums {
  const sums = { sum: converted, squares: converted, pastSum: 0, pastSquares: 0, cross: 0 };
  return { ...emptySums(plan), units, variables: plan.sums.map(() => sums) };
}

export interface Simulated {
  readonly plan: OutcomePlan;
  /** By arm, what each day adds. */
  readonly days: Readonly<Record<string, readonly ArmSums[]>>;
}

/** What is known at the end of a day, counted from 1. */
export function knownAfter(
  { plan, days }: Simulated,
  metrics: readonly TestMetric[],
  day: number,
  more: {
    readonly plannedUnits?: number;
    readonly mixed?: number;
    readonly shown?: ReadonlyMap<string, number>;
    readonly minimumEffect?: number;
  } = {},
) {
  const places = Array.from({ length: day }, (_, index) => String(index));
  const outcomes: Outcomes = {
    arms: Object.keys(days),
    places,
    at: (arm, place) => days[arm]?.[Number(place)],
    mixed: more.mixed ?? 0,
    shown: more.shown ?? new Map(),
  };
  return reckon({
    plan,
    outcomes,
    metrics: metrics.map(
      (one): ReckonedMetric => ({ role: 'primary', margin: null, lowerIsBetter: false, ...one }),
    ),
    arms: Object.keys(days).map((key, _, all) => ({ key, share: 1 / all.length })),
    gone: [],
    plannedUnits: more.plannedUnits ?? null,
    minimumEffect: more.minimumEffect ?? 0.01,
    knownToMs: fromMs + day * dayMs,
  });
}
