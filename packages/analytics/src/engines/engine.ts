import {
  type Calendar,
  type Clock,
  type HolidayCalendar,
  Problem,
  type TenantId,
} from '@olympus/core';
import {
  type DataProfile,
  describeModel,
  filtersIn,
  type MetricQuery,
  type Model,
  type ModelDescription,
  type ModelLanguage,
} from '@olympus/semantic';
import type { StatsPool } from '@olympus/stats/pool';
import type { Freshness, QueryAnswer, QueryService } from '../query/query-service.js';
import type { TenantModels } from '../tenant/models.js';

/** What engines compute with. */
export interface EngineDependencies {
  readonly queries: Pick<QueryService, 'answer' | 'moment' | 'plan'>;
  readonly models: Pick<TenantModels, 'get'>;
  /** The threads that statistics run on: they never hold up the caller's. */
  readonly pool: Pick<StatsPool, 'with'>;
  /** Tells how much of its time a run has used. */
  readonly stopwatch: Clock;
  /** Statistics are stopped after this many milliseconds. */
  readonly deadlineMs: number;
  /** Days that are known beforehand not to be like others. */
  readonly holidays: { of(tenant: TenantId): Promise<HolidayCalendar> };
}

/** What every engine is asked about: one metric of one tenant. Rights are the caller's to check. */
export interface MetricRequest {
  readonly tenantId: TenantId;
  /** The metric's name in the tenant's model. */
  readonly metric: string;
  /** Conditions on dimensions that all figures keep to. */
  readonly filters?: MetricQuery['filters'];
  /** What metrics and dimensions are named in; English by default. */
  readonly language?: ModelLanguage | undefined;
  /** Whether the caller may see the statements behind the figures. */
  readonly showSql?: boolean | undefined;
  /** Stops queries and computation when the caller goes away. */
  readonly signal?: AbortSignal | undefined;
}

/** A half-open span on the tenant's calendar: local dates or date-times, `to` exclusive. */
export interface LocalSpan {
  readonly from: string;
  readonly to: string;
}

/** Where an engine's figures come from. */
export interface FiguresSource {
  /** What the first query covered; null while there is no data. */
  readonly range: LocalSpan | null;
  readonly comparisonRange: LocalSpan | null;
  /** IANA name of the tenant's time zone. */
  readonly timeZone: string;
  /** ISO 4217; amounts are in it. */
  readonly currency: string;
  readonly freshness: Freshness;
  /** Whether a query's limit cut rows off. */
  readonly truncated: boolean;
  /** Each statement once, for those who may see it; else empty. */
  readonly sql: readonly string[];
}

/** An outcome that is expected now and then: the request is sound, but there is no such result. */
export interface Unsupported<Reason extends string> {
  readonly kind: 'unsupported';
  readonly reason: Reason;
}

/** A metric of the tenant's model with what its figures mean. */
export type DescribedMetric = ModelDescription['metrics'][number];

export type QueryFilter = NonNullable<MetricQuery['filters']>[number];

/** A question of a run: the tenant and the filters are the request's, and by default the metric. */
export type RunQuery = Omit<MetricQuery, 'tenant_id' | 'metrics' | 'filters'> & {
  readonly metrics?: readonly string[];
  /** Leaves the request's filters out: for what happened around the metric. */
  readonly unfiltered?: boolean;
};

/** One run of an engine: its metric, the tenant's calendar and data, and the queries it makes. */
export interface EngineRun {
  readonly metric: DescribedMetric;
  readonly calendar: Calendar;
  /** How far the tenant's data reaches; undefined without data. */
  readonly profile: DataProfile | undefined;
  /** The tenant's model, in the language asked for. */
  readonly model: Model;
  readonly holidays: HolidayCalendar;
  /** Whether the request's filters can be put to a metric. */
  reaches(metric: string): boolean;
  /** Stops queries and computation when the caller goes away. */
  readonly signal: AbortSignal | undefined;
  /** The same run of some of the facts only: figures of both come from the same source. */
  narrowed(filter: QueryFilter): EngineRun;
  /** The local span that a named or given time is. */
  spanOf(time: NonNullable<MetricQuery['time']>): LocalSpan | undefined;
  /** Asks for the metric, or others beside it, under the request's filters. */
  read(query: RunQuery): Promise<QueryAnswer>;
  /** Where everything read so far came from. */
  source(): FiguresSource;
}

/** @throws Problem `unknown_metric`, `tenant_not_found` */
export async function startRun(
  { queries, models, holidays: known }: EngineDependencies,
  { tenantId, metric: name, filters: given = [], language, showSql, signal }: MetricRequest,
): Promise<EngineRun> {
  const moment = await queries.moment(tenantId);
  const { calendar, profile } = moment;
  const model = await models.get(tenantId, language);
  const holidays = await known.of(tenantId);
  const { metrics } = describeModel(model);
  const metric = metrics.find((one) => one.name === name);
  if (metric === undefined) throw unknownMetric(name);
  const answers: QueryAnswer[] = [];
  const runOf = (filters: readonly QueryFilter[]): EngineRun => ({
    metric,
    calendar,
    profile,
    model,
    holidays,
    signal,
    narrowed: (filter) => runOf([...filters, filter]),
    spanOf(time) {
      const { range } = queries.plan(moment, model, { metrics: [name], time }).current;
      return range && { from: range.fromLocal, to: range.toLocal };
    },
    reaches(other) {
      const reachable = metrics.find((one) => one.name === other)?.dimensions;
      return (
        reachable !== undefined &&
        filtersIn(filters).every(({ dimension }) => reachable.includes(dimension))
      );
    },
    async read({ metrics: asked = [name], unfiltered, ...query }) {
      const answer = await queries.answer({
        tenantId,
        query: {
          ...query,
          tenant_id: tenantId,
          metrics: [...asked],
          ...(unfiltered === true || filters.length === 0 ? {} : { filters: [...filters] }),
        },
        language,
        showSql: showSql === true,
        ...(signal === undefined ? {} : { signal }),
      });
      // what happened around the metric is not what its figures come from
      if (unfiltered !== true) answers.push(answer);
      return answer;
    },
    source: () => sourceOf(answers),
  });
  return runOf(given);
}

/** What answers have in common: spans and freshness of the first, the statements of all. */
export function sourceOf(answers: readonly QueryAnswer[]): FiguresSource {
  const [first] = answers;
  if (first === undefined) throw new Error('figures come from an answer');
  const { meta } = first;
  return {
    range: meta.range,
    comparisonRange: meta.comparison_range ?? null,
    timeZone: meta.time_zone,
    currency: meta.currency,
    freshness: meta.freshness,
    truncated: answers.some((answer) => answer.meta.truncated),
    sql: [...new Set(answers.flatMap((answer) => answer.meta.sql ?? []))],
  };
}

function unknownMetric(name: string): Problem {
  return new Problem({
    code: 'unknown_metric',
    kind: 'invalid',
    message: `There is no metric "${name.slice(0, 80)}"`,
    at: '/metric',
  });
}
