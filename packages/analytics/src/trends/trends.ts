import type { Grain } from '@olympus/core';
import {
  type AnswerRow,
  changeOf,
  describeRange,
  type MetricQuery,
  type NamedValue,
  type Polarity,
  queryLimits,
  type Unit,
} from '@olympus/semantic';
import { describeFreshness, type Freshness } from '../query/query-service.js';
import { type TrendBucket, trendBuckets } from './buckets.js';
import { readQuestion, type TrendsContext, type TrendsDependencies } from './context.js';
import { among, type Key, keyOf, notAmong, rankGroups } from './groups.js';
import { buildPivot, type Pivot } from './pivot.js';
import { checkPresentation, cumulative, movingAverage, share, shareOf } from './present.js';
import type { Presentation, TrendsRequest } from './request.js';
import { seriesByGroup } from './series.js';
import { readValues, type TrendSeries, type TrendValue } from './values.js';

/** A group of the answer: one of those named, or all others together. */
export interface TrendGroup {
  readonly kind: 'group' | 'others';
  /** Values of the question's dimensions; of others those of `top.per`, else null. */
  readonly key: Key;
  /** One a metric, over the whole span. */
  readonly values: readonly TrendValue[];
  /** One a metric, by bucket; only with a grain. */
  readonly series?: readonly TrendSeries[];
}

export interface Trends {
  readonly tenant_id: string;
  readonly metrics: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: Unit;
    readonly polarity: Polarity;
    readonly additive: boolean;
    readonly formula: string;
  }[];
  readonly dimensions: readonly {
    readonly name: string;
    readonly label: string;
    readonly values?: readonly NamedValue[];
  }[];
  readonly grain: Grain | null;
  readonly presentation: { readonly kind: Presentation['kind']; readonly buckets: number | null };
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly comparison: { readonly from: string; readonly to: string } | null;
  readonly buckets: readonly TrendBucket[];
  readonly previous_buckets: readonly TrendBucket[];
  readonly groups: readonly TrendGroup[];
  /** Whether there are groups that are not named. */
  readonly more: boolean;
  readonly total: Omit<TrendGroup, 'kind' | 'key'>;
  readonly pivot?: Pivot;
  readonly time_zone: string;
  readonly currency: string;
  readonly locale: string;
  readonly freshness: Freshness;
  readonly generated_at: string;
}

/** Groups that are named where the question does not say how many. */
const usualSeries = 8;
const usualRows = 500;
const usualWindow = 7;

type Filters = NonNullable<MetricQuery['filters']>;

/** Groups with their series, all others, and the whole. */
async function readGroups(context: TrendsContext, request: TrendsRequest) {
  const { grain, plan } = context;
  const { filters = [], top } = request;
  const names = request.dimensions ?? [];
  const wholeOf = (more: Filters, dimensions: readonly string[] = []) =>
    context.ask({
      filters: [...filters, ...more],
      ...(dimensions.length === 0 ? {} : { dimensions: [...dimensions] }),
      ...(grain === undefined ? {} : { grain, limit: queryLimits.cells }),
    });
  if (names.length === 0) return { groups: [], more: false, whole: await wholeOf([]) };
  const [ranked, whole] = await Promise.all([
    rankGroups(context, request, names, grain === undefined ? usualRows : usualSeries),
    wholeOf([]),
  ]);
  const per = top?.per === undefined ? [] : [top.per];
  const [series, others] = await Promise.all([
    grain === undefined || ranked.keys.length === 0
      ? undefined
      : wholeOf(among(names, ranked.keys), names),
    ranked.cut && top?.others !== false ? wholeOf(notAmong(names, ranked.keys), per) : undefined,
  ]);
  const metrics = plan.metrics.map(({ metric }) => metric.name);
  const found = seriesByGroup(series?.rows ?? [], names, metrics);
  const named = ranked.rows.map(
    (row): TrendGroup => ({
      kind: 'group',
      key: keyOf(names, row),
      values: readValues(row, context.metrics),
      ...(grain === undefined ? {} : { series: found.of(keyOf(names, row)) }),
    }),
  );
  const rest = seriesByGroup(others?.rows ?? [], per, metrics);
  const otherRows = (grain === undefined ? others?.rows : others?.totals) ?? [];
  const unnamed = otherRows.map(
    (row): TrendGroup => ({
      kind: 'others',
      key: names.map((name) => (per.includes(name) ? (row[name] ?? null) : null)),
      values: readValues(row, context.metrics),
      ...(grain === undefined ? {} : { series: rest.of(keyOf(per, row)) }),
    }),
  );
  return { groups: [...named, ...unnamed], more: ranked.cut, whole };
}

/**
 * Metrics by groups and time, ranked, compared and presented as asked.
 * @throws Problem those of `withFormula` and `planQuery`, `unknown_ranking`,
 *   `ranking_needs_comparison`, `metric_does_not_add_up`, `presentation_needs_grain`,
 *   `columns_without_rows`, `columns_with_grain`
 */
export async function readTrends(
  deps: TrendsDependencies,
  request: TrendsRequest,
): Promise<Trends> {
  const context = await readQuestion(deps, request);
  const { at, grain, metrics, plan } = context;
  const { kind, buckets: window = usualWindow } = request.presentation ?? { kind: 'value' };
  checkPresentation({ kind }, metrics, grain !== undefined);
  const [{ groups, more, whole }, pivot] = await Promise.all([
    readGroups(context, request),
    request.columns === undefined || request.columns.length === 0
      ? undefined
      : buildPivot(context, request, request.columns),
  ]);
  const names = metrics.map(({ name }) => name);
  const wholeRow: AnswerRow = (grain === undefined ? whole.rows[0] : whole.totals?.[0]) ?? {};
  const total = {
    values: readValues(wholeRow, metrics),
    ...(grain === undefined ? {} : { series: seriesByGroup(whole.rows, [], names).of([]) }),
  };
  const shown = present(kind, window, total);
  return {
    tenant_id: at.tenant.id,
    metrics: metrics.map(({ name, label, unit, polarity, additive, formula }) => ({
      name,
      label,
      unit,
      polarity,
      additive,
      formula,
    })),
    dimensions: context.dimensions.map(({ name, label, values }) => ({
      name,
      label,
      ...(values === undefined ? {} : { values }),
    })),
    grain: grain ?? null,
    presentation: { kind, buckets: kind === 'moving_average' ? window : null },
    range: describeRange(plan.range),
    comparison: describeRange(plan.previous?.range),
    buckets: trendBuckets(plan.current, plan.calendar),
    previous_buckets: plan.previous === undefined ? [] : trendBuckets(plan.previous, plan.calendar),
    groups: groups.map((group) => ({ ...group, ...shown(group) })),
    more,
    total: shown(total),
    ...(pivot === undefined ? {} : { pivot }),
    time_zone: at.tenant.timeZone,
    currency: at.tenant.currency,
    locale: at.tenant.locale,
    freshness: describeFreshness(at.profile),
    generated_at: new Date(at.calendar.nowMs).toISOString(),
  };
}

type Whole = Trends['total'];

/** Changes values into what the presentation shows of them. */
function present(kind: Presentation['kind'], window: number, total: Whole) {
  const ofSeries = ({ values, previous }: TrendSeries, index: number): TrendSeries => {
    const made = (points: TrendSeries['values'], whole: TrendSeries['values']) => {
      if (kind === 'moving_average') return movingAverage(points, window);
      if (kind === 'cumulative') return cumulative(points);
      return kind === 'share' ? share(points, whole) : points;
    };
    const whole = total.series?.[index];
    return {
      values: made(values, whole?.values ?? []),
      previous: previous && made(previous, whole?.previous ?? []),
    };
  };
  const ofValue = (one: TrendValue, index: number): TrendValue => {
    if (kind !== 'share') return one;
    const value = shareOf(one.value, total.values[index]?.value ?? null);
    const previous = shareOf(one.previous, total.values[index]?.previous ?? null);
    return { value, previous, change: changeOf(value, previous, 'ratio') };
  };
  return ({ values, series }: Whole): Whole => ({
    values: values.map(ofValue),
    ...(series === undefined ? {} : { series: series.map(ofSeries) }),
  });
}
