import {
  compileOrderIntervals,
  compileSecondOrders,
  planRepeats,
  type QueryFilters,
} from '@olympus/semantic';
import { isUndefined, wilsonInterval } from '@olympus/stats';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import { type WatchSource, watch } from '../people/watch.js';
import { numberIn } from '../query/number-in.js';
import { type IntervalsAnswer, tellIntervals } from './intervals.js';

export interface RepeatsRequest extends PeopleRequest {
  /** Days; 30, 60 and 90 by default. */
  readonly windows?: readonly number[] | undefined;
  readonly filters?: QueryFilters | undefined;
}

/** How many ordered a second time within so many days. */
export interface SecondOrderRate {
  readonly within_days: number;
  /** Customers whose first order is at least so many days old. */
  readonly customers: number;
  readonly again: number;
  /** Null where nobody has had the time. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface RepeatsCohort {
  /** First day of the month of the first order. */
  readonly month: string;
  readonly customers: number;
  /** With a second order by now. */
  readonly again: number;
  readonly rates: readonly SecondOrderRate[];
}

export interface RepeatsAnswer {
  readonly meta: WatchSource;
  /** Share that the intervals of rates cover. */
  readonly confidence: number;
  readonly intervals: IntervalsAnswer;
  readonly rates: readonly SecondOrderRate[];
  readonly cohorts: readonly RepeatsCohort[];
}

/** @throws Problem `tenant_not_found`, those of `planRepeats` and of running */
export async function runRepeats(
  deps: PeopleDependencies,
  request: RepeatsRequest,
): Promise<RepeatsAnswer> {
  const { filters } = request;
  const windows = [...new Set(request.windows ?? [30, 60, 90])].toSorted((a, b) => a - b);
  return watch(
    deps,
    request,
    async ({ model, context, range, calendar, observedToMs, ask }) => {
      const plan = planRepeats(model, { windows, filters }, { calendar, range, observedToMs });
      const [intervals, seconds] = await Promise.all([
        ask(compileOrderIntervals(context, plan)),
        ask(compileSecondOrders(context, plan)),
      ]);
      const counts = new Map(
        seconds.map((row) => [numberIn(row[0]) ?? 0, row.map((cell) => numberIn(cell) ?? 0)]),
      );
      const cohorts = plan.months.steps.map(({ step, label }): RepeatsCohort => {
        const row = counts.get(step) ?? [];
        return {
          month: label,
          customers: row[1] ?? 0,
          again: row[2] ?? 0,
          rates: windows.map((days, index) =>
            rateOf(days, row[3 + index * 2] ?? 0, row[4 + index * 2] ?? 0),
          ),
        };
      });
      return {
        confidence,
        intervals: tellIntervals(
          intervals.map(([days, orders]) => ({
            days: numberIn(days) ?? 0,
            orders: numberIn(orders) ?? 0,
          })),
        ),
        rates: windows.map((days, index) =>
          rateOf(
            days,
            cohorts.reduce((sum, { rates }) => sum + (rates[index]?.customers ?? 0), 0),
            cohorts.reduce((sum, { rates }) => sum + (rates[index]?.again ?? 0), 0),
          ),
        ),
        cohorts,
      };
    },
    {
      confidence,
      intervals: tellIntervals([]),
      rates: windows.map((days) => rateOf(days, 0, 0)),
      cohorts: [],
    },
  );
}

const confidence = 0.95;

function rateOf(days: number, customers: number, again: number): SecondOrderRate {
  const counts = { within_days: days, customers, again };
  const interval = wilsonInterval({ successes: again, trials: customers }, 1 - confidence);
  if (isUndefined(interval)) return { ...counts, rate: null, lower: null, upper: null };
  const { estimate, lower, upper } = interval;
  return { ...counts, rate: estimate, lower, upper };
}
