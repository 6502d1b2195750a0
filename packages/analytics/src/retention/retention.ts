import { Problem } from '@olympus/core';
import {
  type Act,
  compileRetainedRevenue,
  compileRetention,
  type PersonGrain,
  planRetention,
  type QueryFilters,
  wholePeriods,
} from '@olympus/semantic';
import { compute } from '../engines/compute.js';
import type { EngineDependencies } from '../engines/engine.js';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import { type WatchSource, watch } from '../people/watch.js';
import { type RetentionGroup, readGroups } from './retention-groups.js';
import { projectValue } from './value-projection.js';

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

export interface RetentionDependencies
  extends PeopleDependencies,
    Pick<EngineDependencies, 'pool' | 'deadlineMs'> {}

/**
 * Who came back, by when they began.
 * @throws Problem `tenant_not_found`, `bracket_not_applicable`, those of `planRetention` and of running
 */
export async function runRetention(
  deps: RetentionDependencies,
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
        { calendar, range: wholePeriods(range, grain, calendar), observedToMs },
      );
      const rows = await ask(
        measure === 'revenue'
          ? compileRetainedRevenue(context, plan)
          : compileRetention(context, plan, bracket === 'on' ? 'on' : 'last'),
      );
      return {
        ...names,
        breakdown: plan.breakdown === undefined ? null : labelled(plan.breakdown),
        groups: await withProjections(deps, request, asked, readGroups(plan, asked, rows)),
      };
    },
    { ...names, breakdown: null, groups: [] },
  );
}

async function withProjections(
  deps: RetentionDependencies,
  { signal }: RetentionRequest,
  { measure, cohorts: counted, periods }: Pick<RetentionAnswer, 'measure' | 'cohorts' | 'periods'>,
  groups: readonly RetentionGroup[],
): Promise<readonly RetentionGroup[]> {
  if (measure !== 'revenue') return groups;
  return compute(deps, signal, (run) =>
    Promise.all(
      groups.map(async (group) => ({
        ...group,
        projection: await projectValue(group.cohorts, { periods, counted }, run),
      })),
    ),
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
