import { addWall, dayMs, type Grain, printWall } from '@olympus/core';
import {
  addsUp,
  type Dimension,
  type Metric,
  type MetricQuery,
  type Model,
  type QueryPlan,
  withFormula,
} from '@olympus/semantic';
import { grainFor } from '../dashboard/dashboard-request.js';
import type { PlanAnswer, QueryService, TenantMoment } from '../query/query-service.js';
import type { TenantModels } from '../tenant/models.js';
import type { TrendComparison, TrendsRequest } from './request.js';

export interface TrendsDependencies {
  readonly queries: Pick<QueryService, 'moment' | 'plan' | 'run'>;
  readonly models: Pick<TenantModels, 'get'>;
}

/** A metric of the question, with what its numbers mean. */
export interface TrendMetric extends Metric {
  readonly additive: boolean;
}

type Part = Omit<MetricQuery, 'tenant_id' | 'metrics' | 'time' | 'compare'>;

/** Everything that the parts of one answer are read against. */
export interface TrendsContext {
  readonly at: TenantMoment;
  readonly model: Model;
  readonly metrics: readonly TrendMetric[];
  /** Those of rows; then those of columns. */
  readonly dimensions: readonly Dimension[];
  readonly grain: Grain | undefined;
  /** The question without groups, which bears the spans of time. */
  readonly plan: QueryPlan;
  /** Asks for the metrics in the question's time; filters are given whole. */
  ask(part: Part): Promise<PlanAnswer>;
}

const isoShift = (local: string, ms: number): string =>
  printWall(Date.parse(local.length === 10 ? `${local}T00:00Z` : `${local}Z`) + ms);

/** The comparison as a `MetricQuery` has it. */
function comparisonOf(
  compare: TrendComparison | undefined,
  plan: (compare?: MetricQuery['compare']) => QueryPlan,
): MetricQuery['compare'] {
  if (compare === undefined || typeof compare === 'string' || 'from' in compare) return compare;
  const { range, previous } = plan(compare.kind);
  const earlier = previous?.range;
  if (range === undefined || earlier === undefined) return compare.kind;
  const wallOf = (local: string) => Date.parse(`${local.slice(0, 10)}T00:00Z`);
  const start = addWall(wallOf(range.fromLocal), 'week', -52);
  const shift = Math.round((start - wallOf(earlier.fromLocal)) / dayMs) * dayMs;
  return { from: isoShift(earlier.fromLocal, shift), to: isoShift(earlier.toLocal, shift) };
}

/**
 * Reads a question: its formulas, its spans of time, its names.
 * @throws Problem those of `withFormula` and `planQuery`
 */
export async function readQuestion(
  { queries, models }: TrendsDependencies,
  request: TrendsRequest,
): Promise<TrendsContext> {
  const { tenantId, time, filters = [], signal } = request;
  const at = await queries.moment(tenantId);
  let model = await models.get(tenantId, request.language);
  const names = request.metrics.map((metric, index) => {
    if (typeof metric === 'string') return metric;
    model = withFormula(model, metric, `/metrics/${index}`);
    return metric.name;
  });
  const withTime = (part: Part, compare: MetricQuery['compare'], totals = false) =>
    queries.plan(
      at,
      model,
      {
        ...part,
        metrics: names,
        ...(time === undefined ? {} : { time }),
        ...(compare === undefined ? {} : { compare }),
      },
      totals,
    );
  const dimensions = [...(request.dimensions ?? []), ...(request.columns ?? [])];
  const compare = comparisonOf(request.compare, (kind) => withTime({}, kind));
  const plan = withTime({ dimensions, filters }, compare);
  const grain = request.grain === 'auto' ? grainFor(plan) : request.grain;
  const made = model;
  return {
    at,
    model,
    metrics: plan.metrics.map(({ metric }) => ({ ...metric, additive: addsUp(made, metric) })),
    dimensions: plan.dimensions,
    grain,
    plan: grain === undefined ? plan : withTime({ grain, filters }, compare),
    ask: (part) => queries.run(withTime(part, compare, part.grain !== undefined), signal),
  };
}
