import {
  bucketsOf,
  type Calendar,
  comparisonRange,
  countBuckets,
  Problem,
  parseTimeRange,
  resolveTimeframe,
  type TenantId,
  type TimeRange,
} from '@olympus/core';
import type { Dimension, Measure, Operator } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { suggest } from '../model/near-names.js';
import { type MetricQuery, queryLimits } from '../query/metric-query.js';
import { accessFromMeasure, sharedDimensions } from './access.js';
import { cheapestMeasure } from './counter.js';
import { createMeasureTable, expandMetric, measuresOf } from './formula.js';
import type {
  Branch,
  DataBounds,
  OrderKey,
  Period,
  PlannedFilter,
  PlannedMetric,
  PlannedOrder,
  QueryPlan,
} from './plan.js';

/** What a query is read against. */
export interface PlanContext {
  readonly tenantId: TenantId;
  readonly model: Model;
  readonly calendar: Calendar;
  /** Absent while the business has no data. */
  readonly data?: DataBounds | undefined;
  /** Asks a series for each group's whole as well, in the same pass over the data. */
  readonly totals?: boolean;
}

function invalid(code: string, message: string, at: string, remedy: string): Problem {
  return new Problem({ code, kind: 'invalid', message, at, remedy });
}

function findDimension(model: Model, name: string, at: string): Dimension {
  const dimension = model.dimensions.get(name);
  if (dimension !== undefined) return dimension;
  throw invalid(
    'unknown_dimension',
    `There is no dimension "${name}"`,
    at,
    suggest(name, model.dimensions.keys(), 'dimension'),
  );
}

function refuseRepeats(names: readonly string[], field: string): void {
  const repeated = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (repeated < 0) return;
  throw invalid(
    'repeated_name',
    `"${names[repeated]}" is asked for twice`,
    `/${field}/${repeated}`,
    'Name it once: an answer has one column of each name.',
  );
}

/** The query's filters, each value checked against its dimension's type. */
function planFilters(model: Model, query: MetricQuery): readonly PlannedFilter[] {
  return (query.filters ?? []).map((filter, index) => {
    const at = `/filters/${index}`;
    const dimension = findDimension(model, filter.dimension, `${at}/dimension`);
    const operator: Operator = filter.operator;
    if (operator === 'contains' && dimension.type !== 'string') {
      throw invalid(
        'operator_not_applicable',
        `"contains" looks at texts, and "${dimension.name}" holds numbers`,
        `${at}/operator`,
        'Use equals, gt, gte, lt or lte.',
      );
    }
    const single = !['equals', 'not_equals', 'contains'].includes(operator);
    if (single && filter.values.length !== 1) {
      throw invalid(
        'too_many_values',
        `"${operator}" compares with one value`,
        `${at}/values`,
        'Give one value, or use equals.',
      );
    }
    filter.values.forEach((value, position) => {
      const place = `${at}/values/${position}`;
      if (value === null) {
        if (operator === 'equals' || operator === 'not_equals') return;
        throw invalid(
          'value_not_applicable',
          `"${operator}" cannot compare with an absent value`,
          place,
          'Use equals or not_equals with null.',
        );
      }
      const fits =
        dimension.type === 'string' ? typeof value === 'string' : Number.isSafeInteger(value);
      if (fits) return;
      throw invalid(
        'wrong_value_type',
        `"${dimension.name}" holds ${dimension.type === 'string' ? 'texts' : 'whole numbers'}`,
        place,
        dimension.type === 'string' ? 'Put the value in quotes.' : 'Give a whole number.',
      );
    });
    return { dimension, operator, values: filter.values };
  });
}

/** Refuses dimensions that a metric's facts do not carry, naming both. */
function checkReach(
  model: Model,
  planned: PlannedMetric,
  measures: readonly Measure[],
  dimension: Dimension,
  at: string,
): void {
  const own = measuresOf(planned.formula).flatMap((index) => measures[index] ?? []);
  if (own.every((measure) => accessFromMeasure(model, measure, dimension) !== undefined)) return;
  const shared = sharedDimensions(model, own).map((entry) => entry.name);
  throw invalid(
    'dimension_not_joinable',
    `"${planned.metric.name}" cannot be split or filtered by "${dimension.name}"`,
    at,
    shared.length === 0
      ? `"${planned.metric.name}" can be split by time only.`
      : `"${planned.metric.name}" goes with ${shared.join(', ')}.`,
  );
}

function planBranches(measures: readonly Measure[]): readonly Branch[] {
  const groups = new Map<string, { measure: Measure; members: number[] }>();
  measures.forEach((measure, index) => {
    // rows of a ledger are read once for all; firsts and levels are passes of their own
    const key = measure.kind === 'rows' ? measure.ledger : JSON.stringify(measure);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { measure, members: [index] });
    else group.members.push(index);
  });
  return [...groups.values()].map(({ measure, members }) => ({
    kind: measure.kind,
    ledger: measure.ledger,
    measures: members,
  }));
}

function planOrder(query: MetricQuery, metrics: readonly PlannedMetric[]): readonly PlannedOrder[] {
  const names = query.dimensions ?? [];
  const keys = new Map<string, OrderKey>();
  if (query.grain !== undefined) keys.set('time', { kind: 'time' });
  names.forEach((name, index) => {
    keys.set(name, { kind: 'dimension', index });
  });
  metrics.forEach(({ metric }, index) => {
    keys.set(metric.name, { kind: 'metric', index, value: 'current' });
    if (query.compare === undefined) return;
    keys.set(`${metric.name}_previous`, { kind: 'metric', index, value: 'previous' });
    keys.set(`${metric.name}_change`, { kind: 'metric', index, value: 'change' });
  });
  const asked = (query.order ?? []).map((order, index): PlannedOrder => {
    const key = keys.get(order.by);
    if (key === undefined) {
      throw invalid(
        'unknown_order',
        `The answer has no column "${order.by}" to order by`,
        `/order/${index}/by`,
        `Its columns are ${[...keys.keys()].join(', ')}.`,
      );
    }
    return { key, direction: order.direction ?? (key.kind === 'metric' ? 'desc' : 'asc') };
  });
  const usual: PlannedOrder[] = [];
  if (query.grain !== undefined) usual.push({ key: { kind: 'time' }, direction: 'asc' });
  else if (asked.length === 0 && names.length > 0) {
    const key = { kind: 'metric', index: 0, value: 'current' } as const;
    usual.push({ key, direction: 'desc' });
  }
  // dimensions come last, so that equal values have one order everywhere
  const ties = names.map(
    (_, index): PlannedOrder => ({ key: { kind: 'dimension', index }, direction: 'asc' }),
  );
  return [...asked, ...usual, ...ties];
}

function planRange(query: MetricQuery, context: PlanContext): TimeRange | undefined {
  const { calendar, data } = context;
  const { time } = query;
  if (time !== undefined && 'from' in time) return parseTimeRange(time, calendar, '/time');
  const timeframe = time?.timeframe ?? 'all_time';
  return resolveTimeframe(
    timeframe,
    calendar,
    data === undefined ? {} : { dataFromMs: data.fromMs, dataToMs: data.toMs },
  );
}

function planPrevious(
  query: MetricQuery,
  range: TimeRange | undefined,
  context: PlanContext,
): TimeRange | undefined {
  const { compare, time } = query;
  if (compare === undefined) return undefined;
  if (typeof compare === 'object') return parseTimeRange(compare, context.calendar, '/compare');
  if (range === undefined || isAllTime(time)) {
    throw invalid(
      'nothing_to_compare',
      'All time has no earlier period',
      '/compare',
      'Give a timeframe or a range in "time", or leave "compare" out.',
    );
  }
  return comparisonRange(range, compare, context.calendar);
}

const isAllTime = (time: MetricQuery['time']) =>
  time === undefined || ('timeframe' in time && time.timeframe === 'all_time');

function planPeriod(
  range: TimeRange | undefined,
  unbounded: boolean,
  query: MetricQuery,
  calendar: Calendar,
): Period {
  const { grain } = query;
  if (grain === undefined) return { range: unbounded ? undefined : range, buckets: [] };
  if (range === undefined) return { range, buckets: [] };
  if (countBuckets(range, grain) > queryLimits.rows * 2) {
    throw invalid(
      'too_many_buckets',
      `The range holds more than ${queryLimits.rows} buckets of one ${grain}`,
      '/grain',
      'Ask for a coarser grain or a shorter range.',
    );
  }
  return { range, buckets: bucketsOf(range, grain, calendar) };
}

/**
 * Reads a query against the model: names, types, what can be joined, the ranges of time.
 * @throws Problem (kind `invalid`) that names the place in the query, what is wrong and what to do
 */
export function planQuery(query: MetricQuery, context: PlanContext): QueryPlan {
  const { model, calendar } = context;
  refuseRepeats(query.metrics, 'metrics');
  refuseRepeats(query.dimensions ?? [], 'dimensions');
  const table = createMeasureTable();
  const metrics = query.metrics.map((name, index): PlannedMetric => {
    const metric = model.metrics.get(name);
    if (metric === undefined) {
      throw invalid(
        'unknown_metric',
        `There is no metric "${name}"`,
        `/metrics/${index}`,
        suggest(name, model.metrics.keys(), 'metric'),
      );
    }
    return { metric, formula: expandMetric(model, metric, table) };
  });
  const dimensions = (query.dimensions ?? []).map((name, index) =>
    findDimension(model, name, `/dimensions/${index}`),
  );
  const filters = planFilters(model, query);
  const lookedAt = [...dimensions, ...filters.map((filter) => filter.dimension)];
  const measures = table.measures.map((measure) => cheapestMeasure(model, measure, lookedAt));
  for (const planned of metrics) {
    dimensions.forEach((dimension, index) => {
      checkReach(model, planned, measures, dimension, `/dimensions/${index}`);
    });
    filters.forEach(({ dimension }, index) => {
      checkReach(model, planned, measures, dimension, `/filters/${index}/dimension`);
    });
  }
  const range = planRange(query, context);
  const previousRange = planPrevious(query, range, context);
  return {
    tenantId: context.tenantId,
    model,
    calendar,
    metrics,
    dimensions,
    measures,
    branches: planBranches(measures),
    filters,
    grain: query.grain,
    range,
    current: planPeriod(range, isAllTime(query.time), query, calendar),
    previous:
      previousRange === undefined ? undefined : planPeriod(previousRange, false, query, calendar),
    order: planOrder(query, metrics),
    limit: query.limit ?? queryLimits.rows,
    totals: query.grain !== undefined && context.totals === true,
    data: context.data,
  };
}
