import { type Calendar, type Clock, type Grain, Problem, type TenantId } from '@olympus/core';
import {
  type AnswerColumn,
  type AnswerRow,
  type AnswerTable,
  compilePlan,
  compileWhole,
  type DataProfile,
  describeRange,
  type MetricQuery,
  type Model,
  type ModelLanguage,
  planQuery,
  type QueryPlan,
  type StandingRollup,
  shapeAnswer,
} from '@olympus/semantic';
import type { Dialect, Statement } from '@olympus/sql';
import type { AnalyticsPlatform, TenantProfile } from '../ports.js';
import type { FreshnessReader } from '../tenant/freshness.js';
import type { TenantModels } from '../tenant/models.js';
import type { RollupKeepers } from '../tenant/rollup-keepers.js';
import { numberIn } from './number-in.js';
import { createPreparedQueries, type PreparedQuery } from './prepared-queries.js';
import type { CacheOutcome, StatementRows, StatementRunner } from './runner.js';

/** How far a tenant's data reaches, as ISO instants; null without data. */
export interface Freshness {
  readonly data_through: string | null;
  readonly last_received_at: string | null;
}

/** What `POST /api/analytics/query` answers. */
export interface QueryAnswer {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  readonly meta: {
    readonly tenant_id: string;
    readonly time_zone: string;
    readonly currency: string;
    /** On the tenant's clock, without its end; null while there is no data. */
    readonly range: { readonly from: string; readonly to: string } | null;
    readonly comparison_range?: { readonly from: string; readonly to: string };
    readonly grain?: Grain;
    readonly freshness: Freshness;
    readonly generated_at: string;
    readonly elapsed_ms: number;
    readonly cache: CacheOutcome;
    readonly truncated: boolean;
    /** The rollup that was read where it answers the same as the ledger; absent when none was. */
    readonly rollup?: string;
    /** The statement behind the answer, for those who may see it. */
    readonly sql?: string;
  };
}

export interface QueryRequest {
  readonly tenantId: TenantId;
  readonly query: MetricQuery;
  /** What columns are named in; English by default. */
  readonly language?: ModelLanguage | undefined;
  /** Whether the caller may see the SQL. */
  readonly showSql?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What every question of one tenant is read against, at one moment. */
export interface TenantMoment {
  readonly tenant: TenantProfile;
  readonly calendar: Calendar;
  readonly profile: DataProfile | undefined;
  readonly rollups: readonly StandingRollup[];
}

/** The table that a plan's statement gave, and how it was come by. */
export interface PlanAnswer extends AnswerTable {
  readonly cache: CacheOutcome;
  readonly sql: string;
}

export interface QueryService {
  /** @throws Problem `tenant_not_found`, those of `planQuery`, `query_timeout`, `too_busy` */
  answer(request: QueryRequest): Promise<QueryAnswer>;
  /** Reads a query without asking it. */
  plan(
    at: TenantMoment,
    model: Model,
    query: Omit<MetricQuery, 'tenant_id'>,
    totals?: boolean,
  ): QueryPlan;
  /** Runs a plan, for what is made of several. */
  run(plan: QueryPlan, signal?: AbortSignal): Promise<PlanAnswer>;
  /** How many groups a plan gives and what its first metric comes to over all, whatever its limit. */
  whole(
    plan: QueryPlan,
    signal?: AbortSignal,
  ): Promise<{ readonly count: number; readonly total: number | null }>;
  /** Runs a statement made of a plan, for what is no table of groups: its rows as they are. */
  read(
    plan: QueryPlan,
    compile: (plan: QueryPlan, dialect: Dialect) => Statement,
    signal?: AbortSignal,
  ): Promise<StatementRows['rows']>;
  moment(tenant: TenantId): Promise<TenantMoment>;
  /** @throws Problem `tenant_not_found` */
  tenant(id: TenantId): Promise<TenantProfile>;
}

export const describeFreshness = (profile: DataProfile | undefined): Freshness => ({
  data_through: profile === undefined ? null : new Date(profile.lastMs).toISOString(),
  last_received_at: profile === undefined ? null : new Date(profile.lastReceivedMs).toISOString(),
});

export function createQueryService(deps: {
  readonly platform: AnalyticsPlatform;
  readonly clock: Clock;
  readonly dialect: Dialect;
  readonly models: TenantModels;
  readonly freshness: FreshnessReader;
  readonly rollups: RollupKeepers;
  readonly runner: StatementRunner;
}): QueryService {
  const { platform, clock, dialect, models, freshness, runner } = deps;

  const readTenant: QueryService['tenant'] = async (id) => {
    const tenant = await platform.tenants.get(id);
    if (tenant !== undefined) return tenant;
    throw new Problem({
      code: 'tenant_not_found',
      kind: 'not_found',
      message: `There is no tenant "${id}"`,
    });
  };

  const moment = async (id: TenantId): Promise<TenantMoment> => {
    const tenant = await readTenant(id);
    const profile = await freshness.read(id);
    const rollups = await deps.rollups.current(tenant, profile);
    const { timeZone, weekStart } = tenant;
    return { tenant, profile, rollups, calendar: { timeZone, weekStart, nowMs: clock.now() } };
  };

  const plan: QueryService['plan'] = (
    { tenant, calendar, profile, rollups },
    model,
    query,
    totals,
  ) =>
    planQuery(
      { ...query, tenant_id: tenant.id },
      {
        tenantId: tenant.id,
        model,
        calendar,
        data: profile && { fromMs: profile.firstMs, toMs: profile.lastMs },
        totals: totals === true,
        rollups,
      },
    );

  const runPrepared = async (
    { plan: planned, statement }: PreparedQuery,
    signal: AbortSignal | undefined,
  ): Promise<PlanAnswer> => {
    const { rows, cache } = await runner.run(planned.tenantId, statement, signal);
    return { ...shapeAnswer(planned, rows), cache, sql: statement.text };
  };
  const run: QueryService['run'] = (planned, signal) =>
    runPrepared({ plan: planned, statement: compilePlan(planned, dialect) }, signal);
  const prepared = createPreparedQueries();

  const read: QueryService['read'] = async (planned, compile, signal) =>
    (await runner.run(planned.tenantId, compile(planned, dialect), signal)).rows;

  const whole: QueryService['whole'] = async (planned, signal) => {
    const [row] = await read(planned, compileWhole, signal);
    const [count, total] = row ?? [];
    return { count: numberIn(count) ?? 0, total: numberIn(total) };
  };

  return {
    moment,
    read,
    whole,
    tenant: readTenant,
    plan,
    run,
    answer: async ({ tenantId, query, language, showSql, signal }) => {
      const startedMs = performance.now();
      const at = await moment(tenantId);
      const model = await models.get(tenantId, language);
      const ready = prepared.of(at, model, query, () => {
        const planned = plan(at, model, query);
        return { plan: planned, statement: compilePlan(planned, dialect) };
      });
      const planned = ready.plan;
      const { columns, rows, truncated, cache, sql } = await runPrepared(ready, signal);
      const comparison = describeRange(planned.previous?.range);
      const read = new Set(planned.branches.flatMap(({ rollup }) => rollup?.rollup.name ?? []));
      return {
        columns,
        rows,
        meta: {
          tenant_id: tenantId,
          time_zone: at.tenant.timeZone,
          currency: at.tenant.currency,
          range: describeRange(planned.range),
          ...(comparison !== null ? { comparison_range: comparison } : {}),
          ...(query.grain === undefined ? {} : { grain: query.grain }),
          freshness: describeFreshness(at.profile),
          generated_at: new Date(at.calendar.nowMs).toISOString(),
          elapsed_ms: Math.round((performance.now() - startedMs) * 1000) / 1000,
          cache,
          truncated,
          ...(read.size === 0 ? {} : { rollup: [...read].join(', ') }),
          ...(showSql === true ? { sql } : {}),
        },
      };
    },
  };
}
