import {
  type ComparisonKind,
  type Grain,
  Problem,
  parseTimeframe,
  type TenantId,
  timeframes,
} from '@olympus/core';
import {
  type AnswerRow,
  type AnswerValue,
  changeOf,
  compileOpenDeadLetters,
  compileQuality,
  type Metric,
  type MetricQuery,
  type Model,
  type QueryPlan,
} from '@olympus/semantic';
import type { Dialect } from '@olympus/sql';
import { describeFreshness, type QueryService, type TenantMoment } from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';
import type {
  Breakdown,
  Dashboard,
  DashboardQuality,
  Series,
  SeriesPoint,
  Tile,
} from './dashboard.js';

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

/** Metrics of the large charts. */
const seriesMetrics: readonly string[] = ['revenue', 'orders'];

/** Dimensions that revenue is broken down by; `named` ones show their entity's name beside the key. */
const breakdowns: readonly { readonly dimension: string; readonly name?: string }[] = [
  { dimension: 'product.id', name: 'product.name' },
  { dimension: 'product.category' },
  { dimension: 'location.id', name: 'location.name' },
  { dimension: 'channel' },
  { dimension: 'customer.country' },
];

const breakdownRows = 8;

export interface DashboardRequest {
  readonly tenantId: TenantId;
  /** By default the last 28 days; left out when `from` and `to` are given. */
  readonly timeframe?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** By default the previous period; `none` for no comparison. */
  readonly compare?: ComparisonKind | 'none' | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Dashboards {
  /** @throws Problem `tenant_not_found`, `unknown_timeframe`, `invalid_time_range` and those of queries */
  build(request: DashboardRequest): Promise<Dashboard>;
}

function parseTime(request: DashboardRequest): NonNullable<MetricQuery['time']> {
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

/** The grain that gives a chart some 12 to 100 points. */
function grainFor(plan: QueryPlan): Grain {
  const { range } = plan.current;
  if (range === undefined) return 'day';
  const days = (range.toMs - range.fromMs) / 86_400_000;
  if (days <= 2.1) return 'hour';
  if (days <= 100) return 'day';
  if (days <= 400) return 'week';
  return days <= 3_660 ? 'month' : 'year';
}

const toNumber = (value: AnswerValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

function points(
  rows: readonly AnswerRow[],
  column: string,
  plan: QueryPlan | undefined,
): readonly SeriesPoint[] {
  return rows.map((row, index) => ({
    t: String(row.time),
    value: toNumber(row[column]),
    ...(plan?.current.buckets[index]?.incomplete === true ? { incomplete: true as const } : {}),
  }));
}

function buildTile(
  metric: Metric,
  totals: AnswerRow | undefined,
  series: readonly AnswerRow[],
): Tile {
  const value = toNumber(totals?.[metric.name]);
  const previous = toNumber(totals?.[`${metric.name}_previous`]);
  return {
    metric: metric.name,
    label: metric.label,
    description: metric.description,
    unit: metric.unit,
    polarity: metric.polarity,
    value,
    previous,
    change: changeOf(value, previous, metric.unit),
    change_kind: metric.unit === 'ratio' ? 'points' : 'ratio',
    series: series.map((row) => ({ t: String(row.time), value: toNumber(row[metric.name]) })),
  };
}

function buildSeries(metric: Metric, plan: QueryPlan, rows: readonly AnswerRow[]): Series {
  const { previous } = plan;
  const earlier = previous?.buckets.slice(0, rows.length).map((bucket, index) => ({
    t: bucket.label,
    value: toNumber(rows[index]?.[`${metric.name}_previous`]),
  }));
  return {
    metric: metric.name,
    label: metric.label,
    unit: metric.unit,
    points: points(rows, metric.name, plan),
    previous: earlier ?? null,
  };
}

function buildBreakdown(
  model: Model,
  which: (typeof breakdowns)[number],
  answer: { readonly rows: readonly AnswerRow[]; readonly truncated: boolean },
  total: number | null,
): Breakdown {
  const { dimension, name } = which;
  const shown = answer.rows.map((row) => {
    const key = row[dimension] ?? null;
    const label = (name === undefined ? undefined : row[name]) ?? key;
    const value = toNumber(row.revenue);
    const previous = toNumber(row.revenue_previous);
    return {
      key: key === null ? null : String(key),
      label: label === null ? '' : String(label),
      value,
      previous,
      change: changeOf(value, previous, 'currency'),
      share: value === null || total === null || total === 0 ? null : value / total,
    };
  });
  const sum = shown.reduce((all, row) => all + (row.value ?? 0), 0);
  const rest = Math.round(((total ?? 0) - sum) * 10_000) / 10_000;
  return {
    dimension,
    label: model.dimensions.get(dimension)?.label ?? dimension,
    metric: 'revenue',
    rows: shown,
    other: answer.truncated ? rest : null,
    total,
  };
}

function freshnessStatus(at: TenantMoment): Dashboard['freshness']['status'] {
  if (at.profile === undefined) return 'empty';
  const ageMs = at.calendar.nowMs - at.profile.lastReceivedMs;
  if (ageMs <= 5 * 60_000) return 'live';
  return ageMs <= 24 * 3_600_000 ? 'recent' : 'late';
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

  return {
    build: async (request) => {
      const { tenantId, signal } = request;
      const time = parseTime(request);
      const at = await queries.moment(tenantId);
      const model = await models.get(tenantId);
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
      const total = series.totals?.[0];
      const revenue = toNumber(total?.revenue);
      const { range } = ranged.current;
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
        series: seriesMetrics.flatMap((name) => {
          const metric = model.metrics.get(name);
          return metric === undefined ? [] : [buildSeries(metric, seriesPlan, series.rows)];
        }),
        breakdowns: breakdowns.flatMap((which, index) => {
          const answer = parts[index];
          return answer === undefined ? [] : [buildBreakdown(model, which, answer, revenue)];
        }),
        quality,
      };
    },
  };
}
