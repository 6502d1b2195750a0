import {
  addWall,
  type Calendar,
  fromWall,
  type TimeRange,
  toWall,
  truncateWall,
} from '@olympus/core';
import type { Dimension } from '../../model/declarations.js';
import { accessDimension, type Model } from '../../model/model.js';
import { findDimension, invalid } from '../../plan/fault.js';
import type { QueryFilters } from '../../query/metric-query.js';
import type { Act } from '../act.js';
import { type PersonGrain, type PersonSteps, planSteps } from '../person-steps.js';
import { ledgerOf, narrowed, type PlannedAct, planAct } from '../plan-act.js';

/** What is asked about people who come back. */
export interface RetentionQuestion {
  /** What makes somebody a member of a cohort. */
  readonly start: Act;
  /** What counts as having come back. */
  readonly back: Act;
  /** `first`: only the first start ever; `recurring`: in every period with a start. */
  readonly cohorts: 'first' | 'recurring';
  readonly grain: PersonGrain;
  /** Later periods looked at. */
  readonly periods: number;
  /** A dimension of the start's rows to tell cohorts apart by. */
  readonly breakdown?: string | undefined;
  /** Conditions on starts besides those of the act. */
  readonly filters?: QueryFilters | undefined;
}

export interface RetentionPlan {
  readonly start: PlannedAct;
  readonly back: PlannedAct;
  readonly cohorts: 'first' | 'recurring';
  readonly periods: number;
  readonly breakdown: Dimension | undefined;
  /** Starts lie in it. */
  readonly range: TimeRange;
  /** From the first cohort to the last period that is looked at. */
  readonly steps: PersonSteps;
  /** Nothing is known from this instant on. */
  readonly observedToMs: number;
}

/** Cohorts × periods of one answer. */
const maxCells = 20_000;

/**
 * @param observedToMs  the present, or the end of the data where it ends before
 * @throws Problem of acts, `unknown_dimension`, `dimension_not_joinable`, `too_many_buckets`, `too_many_cells`
 */
export function planRetention(
  model: Model,
  question: RetentionQuestion,
  when: {
    readonly calendar: Calendar;
    readonly range: TimeRange;
    readonly observedToMs: number;
  },
): RetentionPlan {
  const { cohorts, grain, periods } = question;
  const { calendar, range, observedToMs } = when;
  const start = narrowed(model, planAct(model, question.start, '/start'), question.filters);
  const back = planAct(model, question.back, '/return');
  const { timeZone, weekStart } = calendar;
  const lastStart = Math.max(range.fromMs, Math.min(range.toMs, observedToMs) - 1);
  const lastWall = truncateWall(toWall(timeZone, lastStart), grain, weekStart);
  const horizonMs = fromWall(timeZone, addWall(lastWall, grain, periods + 1));
  const toMs = Math.max(range.fromMs + 1, Math.min(horizonMs, observedToMs));
  const steps = planSteps({ ...range, toMs }, grain, calendar);
  if (steps.steps.length * (periods + 1) > maxCells) {
    throw invalid(
      'too_many_cells',
      `That is more than ${maxCells} cohorts by periods`,
      '/periods',
      'Ask for fewer periods, a coarser grain or a shorter range.',
    );
  }
  const breakdown =
    question.breakdown === undefined ? undefined : planBreakdown(model, question.breakdown, start);
  return { start, back, cohorts, periods, breakdown, range, steps, observedToMs };
}

function planBreakdown(model: Model, name: string, start: PlannedAct): Dimension {
  const dimension = findDimension(model, name, '/breakdown');
  const ledger = ledgerOf(start.source);
  if (accessDimension(model, dimension, ledger) !== undefined) return dimension;
  const reached = [...model.dimensions.values()].filter(
    (other) => accessDimension(model, other, ledger) !== undefined,
  );
  throw invalid(
    'dimension_not_joinable',
    `"${start.name}" cannot be split by "${dimension.name}"`,
    '/breakdown',
    reached.length === 0
      ? `"${start.name}" cannot be split.`
      : `"${start.name}" goes with ${reached.map((one) => one.name).join(', ')}.`,
  );
}
