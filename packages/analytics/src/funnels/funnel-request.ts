import { type ComparisonKind, comparisonRange, Problem, type TimeRange } from '@olympus/core';
import {
  type Funnel,
  type FunnelPlan,
  invalid,
  type MetricQuery,
  type ModelLanguage,
  planFunnel,
} from '@olympus/semantic';
import {
  type PeopleDependencies,
  type PeopleRequest,
  type PeopleRun,
  startPeopleRun,
} from '../people/people-run.js';

/** A funnel of a tenant in a span of time. */
export interface FunnelRequest extends PeopleRequest {
  readonly funnel: Funnel;
  readonly language?: ModelLanguage | undefined;
}

/** A question about people that has data to be asked of. */
export async function startRun(
  deps: PeopleDependencies,
  request: PeopleRequest,
): Promise<PeopleRun> {
  const time: MetricQuery['time'] = request.time ?? { timeframe: 'last_28_days' };
  const run = await startPeopleRun(deps, { ...request, time });
  if (run !== undefined) return run;
  throw new Problem({
    code: 'no_data',
    kind: 'not_found',
    message: 'There is no data yet, so all time has no beginning',
    remedy: 'Send or import data, or ask about a range of dates.',
    at: '/time',
  });
}

/** @throws Problems of the tenant, the time and the funnel */
export async function startFunnel(
  deps: PeopleDependencies,
  request: FunnelRequest,
): Promise<{ readonly run: PeopleRun; readonly plan: FunnelPlan }> {
  const run = await startRun(deps, request);
  return { run, plan: planFunnel(run.model, request.funnel) };
}

/** @throws Problem `nothing_to_compare` for all time */
export function comparedRange(
  run: PeopleRun,
  time: MetricQuery['time'],
  compare: ComparisonKind | undefined,
): TimeRange | undefined {
  if (compare === undefined) return undefined;
  if (time !== undefined && 'timeframe' in time && time.timeframe === 'all_time') {
    throw invalid(
      'nothing_to_compare',
      'All time has no earlier period',
      '/compare',
      'Give a timeframe or a range in "time", or leave "compare" out.',
    );
  }
  return comparisonRange(run.range, compare, run.at.calendar);
}

/** Last instant that the tenant has data of; nothing is open without data. */
export const dataEnd = ({ at }: PeopleRun): number => at.profile?.lastMs ?? at.calendar.nowMs;
