import type { TenantId } from '@olympus/core';
import {
  compileOpenDeadLetters,
  compileQuality,
  type MetricQuery,
  type QueryPlan,
} from '@olympus/semantic';
import type { Dialect } from '@olympus/sql';
import { numberIn } from '../query/number-in.js';
import { describeFreshness, type QueryService } from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';
import { readConfidence } from './confidence.js';
import type { Dashboard, DashboardQuality } from './dashboard.js';
import { type DashboardRequest, grainFor, isDefaultTime, parseTime } from './dashboard-request.js';
import { breakdowns, buildBreakdown, buildSeries, buildTile, freshnessStatus } from './parts.js';

/** Metrics of the tiles, in their order. */
export const tileMetrics: readonly string[] = [
  'revenue',
  'orders',
  'average_order_value',
  'customers',
  'new_customers',
  'units',
  'gross_margin_rate',
  'refund_rate',
  'sessions',
  'conversion_rate',
  'payment_failure_rate',
  'stock_on_hand',
];

const breakdownRows = 8;

export interface Dashboards {
  /** @throws Problem `tenant_not_found`, `unknown_timeframe`, `invalid_time_range` and those of queries */
  build(request: DashboardRequest): Promise<Dashboard>;
}

export function createDashboards(deps: {
  readonly queries: QueryService;
  readonly runner: StatementRunner;
  readonly dialect: Dialect;
  readonly models: TenantModels;
}): Dashboards {
  const { queries, runner, dialect, models } = deps;

  const readQuality = async (
    tenant: TenantId,
    plan: QueryPlan,
    signal: AbortSignal | undefined,
  ): Promise<DashboardQuality> => {
    const [counts, letters] = await Promise.all([
      runner.run(tenant, compileQuality(tenant, dialect, plan.current.range), signal),
      runner.run(tenant, compileOpenDeadLetters(tenant, dialect), signal),
    ]);
    const [events, lines, anonymous, costless] = (counts.rows[0] ?? []).map(Number);
    const problems = letters.rows.map(([code, count]) => ({
      code: String(code),
      count: Number(count),
    }));
    return {
      events: events ?? 0,
      dead_letters_open: problems.reduce((sum, entry) => sum + entry.count, 0),
      sales_lines: lines ?? 0,
      lines_without_customer: anonymous ?? 0,
      lines_without_cost: costless ?? 0,
      latest_problems: problems.slice(0, 5),
    };
  };

  const build: Dashboards['build'] = async (request) => {
    const { tenantId, signal } = request;
    const time = parseTime(request);
    const at = await queries.moment(tenantId);
    const model = await models.get(tenantId, request.language);
    const allTime = 'timeframe' in time && time.timeframe === 'all_time';
    const comparison = request.compare ?? 'previous_period';
    const compare = allTime || comparison === 'none' ? {} : { compare: comparison };
    const shown = tileMetrics.flatMap((name) => model.metrics.get(name) ?? []);
    const metrics = shown.map((metric) => metric.name);
    const ranged = queries.plan(at, model, {
      metrics: ['revenue'],
      time,
      grain: 'year',
      ...compare,
    });
    const grain = grainFor(ranged);
    const plan = (query: Omit<MetricQuery, 'tenant_id'>, totals = false) =>
      queries.plan(at, model, { ...query, time, ...compare }, totals);
    const seriesPlan = plan({ metrics, grain }, true);
    const [series, quality, ...parts] = await Promise.all([
      queries.run(seriesPlan, signal),
      readQuality(tenantId, ranged, signal),
      ...breakdowns.map(({ dimension, name }) => {
        const dimensions = name === undefined ? [dimension] : [dimension, name];
        return queries.run(
          plan({ metrics: ['revenue'], dimensions, limit: breakdownRows }),
          signal,
        );
      }),
    ]);
    const { range } = ranged.current;
    const lastMs = at.profile?.lastMs ?? Number.NEGATIVE_INFINITY;
    // whole days end yesterday: a shop that began today would see nothing of its first orders
    const nothing = quality.events === 0 && quality.sales_lines === 0;
    if (isDefaultTime(request) && nothing && range && lastMs >= range.toMs) {
      return build({ ...request, timeframe: 'today' });
    }
    const total = series.totals?.[0];
    const revenue = numberIn(total?.revenue);
    const before = ranged.previous?.range;
    return {
      tenant_id: tenantId,
      name: at.tenant.name,
      timeframe: 'timeframe' in time ? time.timeframe : 'custom',
      range: {
        from: range?.fromLocal ?? '',
        to: range?.toLocal ?? '',
        time_zone: at.tenant.timeZone,
      },
      comparison: before === undefined ? null : { from: before.fromLocal, to: before.toLocal },
      grain,
      currency: at.tenant.currency,
      locale: at.tenant.locale,
      generated_at: new Date(at.calendar.nowMs).toISOString(),
      freshness: { ...describeFreshness(at.profile), status: freshnessStatus(at) },
      tiles: shown.map((metric) => buildTile(metric, total, series.rows)),
      series: shown.map((metric) => buildSeries(metric, seriesPlan, series.rows)),
      breakdowns: breakdowns.flatMap((which, index) => {
        const answer = parts[index];
        return answer === undefined ? [] : [buildBreakdown(model, which, answer, revenue)];
      }),
      quality,
      confidence: readConfidence(at, ranged, quality, freshnessStatus(at) === 'late'),
    };
  };
  return { build };
}
