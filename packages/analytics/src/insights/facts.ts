import { addWall, dayMs } from '@olympus/core';
import type { AnswerRow, Model } from '@olympus/semantic';
import type { JudgedSeries } from '@olympus/stats';
import { compute } from '../engines/compute.js';
import {
  type EngineDependencies,
  type EngineRun,
  type LocalSpan,
  type MetricRequest,
  startRun,
} from '../engines/engine.js';
import { localDate, readHistory } from '../engines/history.js';
import { numberIn } from '../query/number-in.js';
import type { DayLabels } from './labelled.js';

/** Metrics that are looked at day by day. */
export const dailyMetrics: readonly string[] = [
  'revenue',
  'orders',
  'average_order_value',
  'sessions',
  'conversion_rate',
  'refund_rate',
  'payment_failure_rate',
];

/** Dimensions whose groups are looked at. */
export const groupDimensions: readonly string[] = [
  'channel',
  'product.category',
  'customer.country',
  'product.name',
];

export const groupMetrics: readonly string[] = ['revenue', 'orders', 'units'];

/** Days of one span of groups; the span before it is as long. */
export const spanDays = 28;
const historyDays = 400;
const mostGroups = 2_000;

/** A metric day by day, judged. */
export interface DailySeries {
  readonly metric: string;
  readonly values: readonly (number | null)[];
  /** Undefined where there is too little to tell what is usual. */
  readonly judged: JudgedSeries | undefined;
}

/** Everything that findings are looked for in, read at one moment. */
export interface Facts {
  readonly tenantId: string;
  readonly model: Model;
  readonly run: EngineRun;
  /** Local dates of the finished days, oldest first. */
  readonly days: readonly string[];
  readonly daily: readonly DailySeries[];
  readonly span: LocalSpan;
  readonly before: LocalSpan;
  /** Revenue, orders and units of each group in both spans. */
  readonly groups: ReadonlyMap<string, readonly AnswerRow[]>;
  /** What people said of days, by metric. */
  readonly labels: DayLabels;
  /** Stock on hand by product, at the end of the last finished day. */
  readonly stock: readonly AnswerRow[];
  /** What a metric's difference of one day is worth, in the tenant's currency. */
  worth(metric: string, difference: number): number;
}

/** Reads the facts; undefined while there is no finished day. */
export async function readFacts(
  deps: EngineDependencies,
  request: Omit<MetricRequest, 'metric'>,
  labels: DayLabels,
): Promise<Facts | undefined> {
  const run = await startRun(deps, { ...request, metric: 'revenue' });
  const history = await readHistory(run, 'day');
  if (history === undefined || history.times.length === 0) return undefined;
  const end = history.nextWallMs;
  const at = (back: number) => localDate(addWall(end, 'day', -back));
  const from = [at(historyDays), history.times[0] ?? ''].sort().at(-1) ?? '';
  const span = { from: at(spanDays), to: at(0) };
  const before = { from: at(2 * spanDays), to: at(spanDays) };
  const metrics = dailyMetrics.filter((name) => run.model.metrics.has(name));
  const [answer, stock, ...groups] = await Promise.all([
    run.read({ metrics, grain: 'day', time: { from, to: at(0) } }),
    run.read({
      metrics: ['stock_on_hand'],
      dimensions: ['product.name'],
      time: { from: at(1), to: at(0) },
      limit: mostGroups,
    }),
    ...groupDimensions.map((dimension) =>
      run.read({
        metrics: groupMetrics,
        dimensions: [dimension],
        time: span,
        compare: before,
        limit: mostGroups,
      }),
    ),
  ]);
  const days = answer.rows.map(({ time }) => String(time));
  const daily = await Promise.all(
    metrics.map(async (metric): Promise<DailySeries> => {
      const values = answer.rows.map((row) => numberIn(row[metric]));
      if (!values.some((value) => value !== null && value !== 0))
        return { metric, values, judged: undefined };
      const judged = await compute(deps, request.signal, (stats) =>
        stats.judgeSeries(values, { seasonLength: values.length >= 15 ? 7 : 1 }),
      );
      return { metric, values, judged: judged.kind === 'judged' ? judged : undefined };
    }),
  );
  return {
    tenantId: request.tenantId,
    model: run.model,
    run,
    days,
    daily,
    span,
    before,
    groups: new Map(groupDimensions.map((name, index) => [name, groups[index]?.rows ?? []])),
    stock: stock.rows,
    labels,
    worth: worthOf(daily),
  };
}

/** Turns differences of a day into money by what the last four weeks were like. */
function worthOf(daily: readonly DailySeries[]): Facts['worth'] {
  const usual = (metric: string) => {
    const values = daily.find((one) => one.metric === metric)?.values.slice(-spanDays) ?? [];
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const orders = usual('orders');
  const order = orders > 0 ? usual('revenue') / orders : 0;
  const each: Readonly<Record<string, number>> = {
    revenue: 1,
    orders: order,
    average_order_value: orders,
    sessions: usual('conversion_rate') * order,
    conversion_rate: usual('sessions') * order,
    refund_rate: usual('revenue'),
    payment_failure_rate: usual('revenue'),
  };
  return (metric, difference) => Math.abs(difference) * (each[metric] ?? 0);
}

/** The day after a local date. */
export const dayAfter = (date: string, days = 1) =>
  localDate(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
