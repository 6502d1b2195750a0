import {
  addWall,
  bucketsOf,
  type Calendar,
  countBuckets,
  fromWall,
  type Grain,
  type TimeRange,
} from '@olympus/core';
import type { Fragment } from '@olympus/sql';
import { bucketStep, compileStep } from '../compile/bucket.js';
import { invalid } from '../plan/fault.js';
import type { Period } from '../plan/plan.js';
import type { PeopleContext } from './compile-acts.js';

/** Lengths of calendar time that people are watched in. */
export const personGrains = ['day', 'week', 'month'] as const;
export type PersonGrain = (typeof personGrains)[number];

/** A bucket of the tenant's calendar, known inside statements by its step. */
export interface PersonStep {
  readonly step: number;
  /** Local start of the whole bucket, `YYYY-MM-DD`. */
  readonly label: string;
  readonly fromMs: number;
  /** End of the whole bucket, also where the range ends before. */
  readonly wholeToMs: number;
}

/** The steps of a range on the tenant's calendar. */
export interface PersonSteps {
  readonly grain: Grain;
  readonly calendar: Calendar;
  readonly period: Period;
  readonly steps: readonly PersonStep[];
}

/** Steps that one question looks at. */
const maxSteps = 1_200;

/** @throws Problem `too_many_buckets` */
export function planSteps(range: TimeRange, grain: PersonGrain, calendar: Calendar): PersonSteps {
  if (countBuckets(range, grain) > maxSteps) {
    throw invalid(
      'too_many_buckets',
      `The range holds more than ${maxSteps} of one ${grain}`,
      '/grain',
      'Ask for a coarser grain or a shorter range.',
    );
  }
  const buckets = bucketsOf(range, grain, calendar);
  const period: Period = { range, buckets };
  const steps = buckets.map((bucket, position) => ({
    step: bucketStep(period, grain, bucket, position),
    label: bucket.label,
    fromMs: bucket.fromMs,
    wholeToMs: fromWall(calendar.timeZone, addWall(bucket.wallMs, grain, 1)),
  }));
  return { grain, calendar, period, steps };
}

/** The step of an instant in microseconds; it lies inside the range. */
export function stepOf(
  { dialect }: PeopleContext,
  { grain, period, calendar }: PersonSteps,
  microseconds: Fragment,
): Fragment {
  return compileStep(dialect, dialect.timestampOf(microseconds), grain, period, calendar);
}
