import { Problem } from '@olympus/core';
import {
  type Act,
  compileRetainedRevenue,
  compileRetention,
  type PersonGrain,
  planRetention,
  type QueryFilters,
} from '@olympus/semantic';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import { type WatchSource, watch } from '../people/watch.js';
import { type RetentionGroup, readGroups } from './retention-groups.js';

export interface RetentionRequest extends PeopleRequest {
  readonly start?: Act | undefined;
  readonly back?: Act | undefined;
  readonly cohorts?: 'first' | 'recurring' | undefined;
  readonly bracket?: 'on' | 'on_or_after' | undefined;
  readonly measure?: 'customers' | 'revenue' | undefined;
  readonly grain?: PersonGrain | undefined;
  readonly periods?: number | undefined;
  readonly filters?: QueryFilters | undefined;
  readonly breakdown?: string | undefined;
}

export interface RetentionAnswer {
  readonly meta: WatchSource;
  readonly start: string;
  readonly return: string;
  readonly cohorts: 'first' | 'recurring';
  readonly bracket: 'on' | 'on_or_after';
  readonly measure: 'customers' | 'revenue';
  readonly grain: PersonGrain;
  readonly periods: number;
  readonly breakdown: { readonly name: string; readonly label: string } | null;
  readonly groups: readonly RetentionGroup[];
}

/**
 * Who came back, by when they began.
 * @throws Problem `tenant_not_found`, `bracket_not_applicable`, those of `planRetention` and of running
 */
export async function runRetention(
  deps: PeopleDependencies,
  request: RetentionRequest,
): Promise<RetentionAnswer> {
  const {
    start = { act: 'order.first' },
    back = { act: 'order.placed' },
    cohorts = 'first',
    bracket = 'on',
    measure = 'customers',
    grain = 'month',
    periods = 12,
    filters,
    breakdown,
  } = request;
  if (measure === 'revenue' && bracket === 'on_or_after') throw bracketNotApplicable();
  const asked = { cohorts, bracket, measure, grain, periods };
  const names = { start: start.act, return: back.act, ...asked };
  return watch(
    deps,
    request,
    async ({ model, context, range, calendar, observedToMs, ask }) => {
      const plan = planRetention(
        model,
        { start, back, cohorts, grain, periods, filters, breakdown },
        { calendar, range, observedToMs },
      );
      const rows = await ask(
        measure === 'revenue'
          ? compileRetainedRevenue(context, plan)
          : compileRetention(context, plan, bracket === 'on' ? 'on' : 'last'),
      );
      return {
        ...names,
        breakdown: plan.breakdown === undefined ? null : labelled(plan.breakdown),
        groups: readGroups(plan, asked, rows),
      };
    },
    { ...names, breakdown: null, groups: [] },
  );
}

const labelled = ({ name, label }: { readonly name: string; readonly label: string }) => ({
  name,
  label,
});

function bracketNotApplicable(): Problem {
  return new Problem({
    code: 'bracket_not_applicable',
    kind: 'invalid',
    message: 'Revenue is told by the period it came in',
    at: '/bracket',
    remedy: 'Leave "bracket" out, or ask for customers.',
  });
}
