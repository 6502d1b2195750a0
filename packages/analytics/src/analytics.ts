import {
  type Clock,
  type CustomerKey,
  type Logger,
  monotonicClock,
  type TenantId,
} from '@olympus/core';
import {
  describeModel,
  type Metric,
  type MetricQuery,
  type Model,
  type ModelDescription,
  type ModelLanguage,
} from '@olympus/semantic';
import { type Dialect, duckdbDialect } from '@olympus/sql';
import type { StatsPool } from '@olympus/stats/pool';
import type { Warehouse } from '@olympus/warehouse';
import type { CohortStore } from './cohorts/cohort-store.js';
import { type Cohorts, createCohorts } from './cohorts/cohorts.js';
import { createTenantCohorts } from './cohorts/tenant-cohorts.js';
import { type Customers, createCustomers } from './customers/customers.js';
import { createDashboards } from './dashboard/build-dashboard.js';
import type { Dashboard } from './dashboard/dashboard.js';
import type { DashboardRequest } from './dashboard/dashboard-request.js';
import { keepDashboards } from './dashboard/kept-dashboards.js';
import { type DashboardOutlooks, keepOutlooks } from './dashboard/kept-outlooks.js';
import { createEngines, type Engines } from './engines/index.js';
import { createFunnels, type Funnels } from './funnels/funnels.js';
import { createTenantHolidays, type TenantHolidays } from './holidays/tenant-holidays.js';
import { type Insights, keepInsights } from './insights/kept-insights.js';
import { type LabelReader, noLabels } from './insights/labelled.js';
import { type PeopleRequest, type PeopleRun, startPeopleRun } from './people/people-run.js';
import { createWatching, type Watching } from './people/watching.js';
import {
  type AnalyticsLimits,
  type AnalyticsPlatform,
  type AskPlatform,
  defaultLimits,
  type StoredMetric,
} from './ports.js';
import { createQueryService, type QueryAnswer, type QueryRequest } from './query/query-service.js';
import { createStatementRunner } from './query/runner.js';
import { createFreshnessReader } from './tenant/freshness.js';
import { createTenantModels } from './tenant/models.js';
import { createRollupKeepers } from './tenant/rollup-keepers.js';
import type { RollupPolicy, ScheduleRefresh } from './tenant/rollups.js';
import {
  type Distribution,
  type DistributionRequest,
  readDistribution,
} from './trends/distribution.js';
import { type DrillAnswer, type DrillRequest, readDrill } from './trends/drill.js';
import type { TrendsRequest } from './trends/request.js';
import { readTrends, type Trends } from './trends/trends.js';

export interface AnalyticsDependencies {
  readonly warehouse: Pick<
    Warehouse,
    'dialect' | 'query' | 'version' | 'retracted' | 'fetchRollup' | 'refreshRollup'
  >;
  readonly platform: AnalyticsPlatform;
  /** Where cohorts are kept. */
  readonly cohorts: CohortStore;
  /** The pseudonym that ledgers carry for a customer's id. */
  readonly customerKey: (tenant: TenantId, customerId: string) => Promise<CustomerKey>;
  /** The threads that statistics run on; whoever made the pool closes it. */
  readonly pool: Pick<StatsPool, 'with'>;
  /** Keeps the country whose holidays count; by default that of the time zone or locale. */
  readonly settings?: AskPlatform['settings'];
  /** What people said of unusual days; nothing by default. */
  readonly labels?: LabelReader;
  readonly clock: Clock;
  /** Measures how long work takes and how old its result is; the machine's monotonic clock by default. */
  readonly stopwatch?: Clock;
  readonly log: Logger;
  readonly limits?: Partial<AnalyticsLimits>;
  /** When rollups are brought up to date. */
  readonly rollups?: Partial<RollupPolicy>;
  /** Lets a rollup's refresh be run as a job; by default it runs in the background right away. */
  readonly scheduleRefresh?: ScheduleRefresh | undefined;
}

/** Everything that is asked of the model. Rights are the caller's to check beforehand. */
export interface Analytics {
  /** Answers a checked MetricQuery; the tenant is the argument's, whatever the query says. */
  query(request: QueryRequest): Promise<QueryAnswer>;
  /** @param language what it is named in; English by default */
  model(tenant: TenantId, language?: ModelLanguage): Promise<ModelDescription>;
  /** What figures of a tenant are named and written by. @throws Problem `tenant_not_found` */
  surroundings(
    tenant: TenantId,
    language?: ModelLanguage,
  ): Promise<{ readonly model: Model; readonly currency: string; readonly timeZone: string }>;
  /** Reads a query without asking it. @throws Problem, those of `planQuery` */
  check(tenant: TenantId, query: MetricQuery): Promise<void>;
  dashboard(request: DashboardRequest): Promise<Dashboard>;
  /** Forecasts and findings that go with it. */
  readonly outlooks: DashboardOutlooks;
  /** What drove a change of a metric, what was unusual in it, what comes next. */
  readonly engines: Engines;
  /** What is worth telling of a business; see `keepInsights`. */
  readonly insights: Insights;
  /** Days that are known not to be like others. */
  readonly holidays: TenantHolidays;
  /** Who buys: found, scored, followed. Nothing of it is personal. */
  readonly customers: Customers;
  /** Who came back, how often people were there, what is bought together. */
  readonly watching: Watching;
  /** Saved groups of customers, which any question can be filtered by. */
  readonly cohorts: Cohorts;
  /** Where people leave on their way from one act to another. */
  readonly funnels: Funnels;
  /** A question about people that a room below puts itself. @throws Problem `tenant_not_found` */
  people(request: PeopleRequest): Promise<PeopleRun | undefined>;
  /** Metrics by groups and time, as somebody explores them. */
  trends(request: TrendsRequest): Promise<Trends>;
  /** What is behind a number. */
  drill(request: DrillRequest): Promise<DrillAnswer>;
  /** How a metric is spread over single orders or customers. */
  distribution(request: DistributionRequest): Promise<Distribution>;
  /** The tenant's own metrics. */
  readonly metrics: {
    list(tenant: TenantId): Promise<readonly StoredMetric[]>;
    /** Stores a declaration; one of that name is replaced. Refuses what does not fit the model. */
    put(tenant: TenantId, name: string, definition: unknown): Promise<Metric>;
    remove(tenant: TenantId, name: string): Promise<void>;
  };
  /** Brings one of the tenant's rollups up to date. @throws Problem `tenant_not_found` */
  refreshRollup(tenant: TenantId, rollup: string): Promise<void>;
  /** Resolves when nothing is being prepared in the background. */
  settled(): Promise<void>;
  /** Forgets the tenant's model, after its declarations changed elsewhere; without one, everybody's. */
  invalidate(tenant?: TenantId): void;
}

function dialectOf(name: Warehouse['dialect']): Dialect {
  if (name === 'duckdb') return duckdbDialect;
  throw new Error(`there is no ${name} dialect yet`);
}

export function createAnalytics(deps: AnalyticsDependencies): Analytics {
  const { warehouse, platform, pool, clock, log } = deps;
  const limits: AnalyticsLimits = { ...defaultLimits, ...deps.limits };
  const dialect = dialectOf(warehouse.dialect);
  const stopwatch = deps.stopwatch ?? monotonicClock;
  const tenantCohorts = createTenantCohorts(deps.cohorts, platform.tenants, clock, log);
  const models = createTenantModels(platform, log, tenantCohorts);
  const freshness = createFreshnessReader(warehouse, dialect, limits.deadlineMs);
  const rollups = createRollupKeepers({
    warehouse,
    dialect,
    log,
    schedule: deps.scheduleRefresh,
    ...(deps.rollups === undefined ? {} : { policy: deps.rollups }),
  });
  const runner = createStatementRunner(warehouse, limits);
  const queries = createQueryService({
    platform,
    clock,
    dialect,
    models,
    freshness,
    rollups,
    runner,
  });
  const dashboards = keepDashboards({
    dashboards: createDashboards({ queries, runner, dialect, models }),
    queries,
    models,
    clock,
    stopwatch,
    version: (tenant) => warehouse.version(tenant),
  });
  const holidays = createTenantHolidays({ tenants: platform.tenants, settings: deps.settings });
  const engineDeps = {
    queries,
    models,
    pool,
    stopwatch,
    deadlineMs: limits.deadlineMs,
    holidays,
  };
  const engines = createEngines(engineDeps);
  const version = (tenant: TenantId) => warehouse.version(tenant);
  const insights = keepInsights({ ...engineDeps, version, labels: deps.labels ?? noLabels });
  return {
    query: (request) => queries.answer(request),
    model: async (tenant, language) => describeModel(await models.get(tenant, language)),
    surroundings: async (tenant, language) => {
      const { currency, timeZone } = await queries.tenant(tenant);
      return { model: await models.get(tenant, language), currency, timeZone };
    },
    check: async (tenant, query) => {
      queries.plan(await queries.moment(tenant), await models.get(tenant), query);
    },
    dashboard: (request) => dashboards.build(request),
    engines,
    holidays,
    insights,
    outlooks: keepOutlooks({ ...engineDeps, insights, version, log }),
    customers: createCustomers({ queries, runner, dialect, models, stopwatch }),
    watching: createWatching({ ...engineDeps, runner, dialect }),
    cohorts: createCohorts({
      store: deps.cohorts,
      cohorts: tenantCohorts,
      queries,
      models,
      runner,
      dialect,
      customerKey: deps.customerKey,
    }),
    funnels: createFunnels({ queries, models, runner, dialect }),
    people: (request) => startPeopleRun({ queries, models, runner, dialect }, request),
    trends: (request) => readTrends({ queries, models, engines }, request),
    drill: (request) => readDrill({ queries, models }, request),
    distribution: (request) => readDistribution({ queries, models }, request),
    metrics: { list: models.list, put: models.put, remove: models.remove },
    refreshRollup: async (id, rollup) => {
      const tenant = await queries.tenant(id);
      const profile = await freshness.read(id);
      if (profile !== undefined) await rollups.refresh(rollup, tenant, profile);
    },
    settled: () => rollups.settled(),
    invalidate: (tenant) => models.forget(tenant),
  };
}
