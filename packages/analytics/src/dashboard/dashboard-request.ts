import {
  type ComparisonKind,
  type Grain,
  Problem,
  parseTimeframe,
  type TenantId,
  timeframes,
} from '@olympus/core';
import type { MetricQuery, ModelLanguage, QueryPlan } from '@olympus/semantic';

export interface DashboardRequest {
  readonly tenantId: TenantId;
  /**
   * By default the last 28 days, or today where nothing happened in those but something did today;
   * left out when `from` and `to` are given.
   */
  readonly timeframe?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** By default the previous period; `none` for no comparison. */
  readonly compare?: ComparisonKind | 'none' | undefined;
  /** What its figures are named in; English by default. */
  readonly language?: ModelLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The time that a request asks for; the default where it asks for none.
 * @throws Problem `unknown_timeframe`, `invalid_time_range`
 */
export function parseTime(request: DashboardRequest): NonNullable<MetricQuery['time']> {
  const { from, to } = request;
  if (from !== undefined || to !== undefined) {
    if (from !== undefined && to !== undefined) return { from, to };
    throw new Problem({
      code: 'invalid_time_range',
      kind: 'invalid',
      message: 'A range needs both "from" and "to"',
      at: from === undefined ? '/from' : '/to',
      remedy: 'Give both, or a timeframe.',
    });
  }
  const asked = request.timeframe ?? 'last_28_days';
  const timeframe = parseTimeframe(asked);
  if (timeframe !== undefined) return { timeframe };
  throw new Problem({
    code: 'unknown_timeframe',
    kind: 'invalid',
    message: `There is no timeframe "${asked.slice(0, 60)}"`,
    at: '/timeframe',
    remedy: `Use one of ${timeframes.join(', ')}.`,
  });
}

/** Whether a request leaves the time to the dashboard. */
export function isDefaultTime({ timeframe, from, to }: DashboardRequest): boolean {
  return timeframe === undefined && from === undefined && to === undefined;
}

/** The grain that gives a chart some 12 to 100 points. */
export function grainFor(plan: QueryPlan): Grain {
  const { range } = plan.current;
  if (range === undefined) return 'day';
  const days = (range.toMs - range.fromMs) / 86_400_000;
  if (days <= 2.1) return 'hour';
  if (days <= 100) return 'day';
  if (days <= 400) return 'week';
  return days <= 3_660 ? 'month' : 'year';
}
