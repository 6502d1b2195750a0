import type { Calendar, TenantId } from '@olympus/core';
import type { Dimension, Measure } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { suggest } from '../model/near-names.js';
import { type MetricQuery, queryLimits } from '../query/metric-query.js';
import { findRollupSource } from '../rollups/find-part.js';
import type { StandingRollup } from '../rollups/rollup.js';
import { accessFromMeasure, sharedDimensions } from './access.js';
import { cheapestMeasure } from './counter.js';
import { findDimension, invalid } from './fault.js';
import { createMeasureTable, expandMetric, measuresOf } from './formula.js';
import type { Branch, DataBounds, PlannedMetric, QueryPlan } from './plan.js';
import { type PlacedFilter, planFilters } from './plan-filters.js';
import { planHaving } from './plan-having.js';
import { planOrder } from './plan-order.js';
import { isAllTime, planPeriod, planPrevious, planRange } from './plan-time.js';

/** What a query is read against. */
export interface PlanContext {
  readonly tenantId: TenantId;
  readonly model: Model;
  readonly calendar: Calendar;
  /** Absent while the business has no data. */
  readonly data?: DataBounds | undefined;
  /** Asks a series for each group's whole as well, in the same pass over the data. */
  readonly totals?: boolean;
  /** The rollups that the tenant has; each is used where it answers the same. */
  readonly rollups?: readonly StandingRollup[];
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

/** @param sourceOf  the rollup that a measure is read from, if any */
function planBranches(
  measures: readonly Measure[],
  sourceOf: (measure: Measure) => Branch['rollup'],
): readonly Branch[] {
  const groups = new Map<string, { branch: Omit<Branch, 'measures'>; members: number[] }>();
  measures.forEach((measure, index) => {
    const { kind, ledger } = measure;
    const rollup = sourceOf(measure);
    // rows of one source are read once for all; what does not add up is a pass of its own
    const alone = kind !== 'rows' || measure.aggregate === 'count_distinct';
    const key = alone
      ? JSON.stringify(measure)
      : `${ledger} ${rollup?.rollup.name} ${rollup?.part.name}`;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { branch: { kind, ledger, rollup }, members: [index] });
    else group.members.push(index);
  });
  return [...groups.values()].map(({ branch, members }) => ({ ...branch, measures: members }));
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
  const placed: PlacedFilter[] = [];
  const filters = planFilters(model, query, (one) => placed.push(one));
  const lookedAt = [...dimensions, ...placed.map(({ filter }) => filter.dimension)];
  const measures = table.measures.map((measure) => cheapestMeasure(model, measure, lookedAt));
  for (const planned of metrics) {
    dimensions.forEach((dimension, index) => {
      checkReach(model, planned, measures, dimension, `/dimensions/${index}`);
    });
    for (const { filter, at } of placed) {
      checkReach(model, planned, measures, filter.dimension, at);
    }
  }
  const { rollups = [] } = context;
  const standing = rollups.filter(({ state }) => state.timeZone === calendar.timeZone);
  const sourceOf = (measure: Measure) =>
    findRollupSource(standing, { model, measure, lookedAt, grain: query.grain });
  const range = planRange(query, context);
  const previousRange = planPrevious(query, range, context);
  return {
    tenantId: context.tenantId,
    model,
    calendar,
    metrics,
    dimensions,
    measures,
    branches: planBranches(measures, sourceOf),
    filters,
    having: planHaving(query, metrics),
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
