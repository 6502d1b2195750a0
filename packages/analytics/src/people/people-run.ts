import type { TenantId, TimeRange } from '@olympus/core';
import {
  describeRange,
  localSpan,
  type MetricQuery,
  type Model,
  type ModelLanguage,
  type PeopleContext,
  planRange,
} from '@olympus/semantic';
import { bind, compile, type Dialect, type Fragment } from '@olympus/sql';
import type { Cell } from '@olympus/warehouse';
import {
  describeFreshness,
  type Freshness,
  type QueryService,
  type TenantMoment,
} from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';

/** What questions about people, rather than about sums, are answered with. */
export interface PeopleDependencies {
  readonly queries: Pick<QueryService, 'moment'>;
  readonly models: Pick<TenantModels, 'get'>;
  readonly runner: StatementRunner;
  readonly dialect: Dialect;
}

/** What every such question says. Rights are the caller's to check. */
export interface PeopleRequest {
  readonly tenantId: TenantId;
  /** All time by default. */
  readonly time?: MetricQuery['time'] | undefined;
  readonly language?: ModelLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What an answer says of where it comes from. */
export interface PeopleSource {
  readonly tenant_id: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly range: { readonly from: string; readonly to: string };
  readonly freshness: Freshness;
  readonly generated_at: string;
  readonly elapsed_ms: number;
}

/** One question about people: what it is read against, and how its statements run. */
export interface PeopleRun {
  readonly at: TenantMoment;
  readonly model: Model;
  /** For what `semantic` compiles. */
  readonly context: PeopleContext;
  /** What the question's time means. */
  readonly range: TimeRange;
  /** Rows of a statement: cached, shared, under the deadline. */
  ask(statement: Fragment): Promise<readonly (readonly Cell[])[]>;
  source(): PeopleSource;
}

/**
 * @returns undefined for all time while the tenant has no data
 * @throws Problem `tenant_not_found`, those of time ranges
 */
export async function startPeopleRun(
  { queries, models, runner, dialect }: PeopleDependencies,
  { tenantId, time, language, signal }: PeopleRequest,
): Promise<PeopleRun | undefined> {
  const startedMs = performance.now();
  const at = await queries.moment(tenantId);
  const { calendar, profile, tenant } = at;
  const model = await models.get(tenantId, language);
  const data = profile && { fromMs: profile.firstMs, toMs: profile.lastMs };
  const range = planRange(time === undefined ? {} : { time }, { calendar, data });
  const described = describeRange(range);
  if (range === undefined || described === null) return undefined;
  return {
    at,
    model,
    range,
    context: {
      dialect,
      model,
      tenant: bind('string', tenantId),
      local: localSpan({ calendar, range: undefined, previous: undefined, data }),
    },
    ask: async (statement) =>
      (await runner.run(tenantId, compile(statement, dialect), signal)).rows,
    source: () => ({
      tenant_id: tenantId,
      time_zone: tenant.timeZone,
      currency: tenant.currency,
      range: described,
      freshness: describeFreshness(profile),
      generated_at: new Date(calendar.nowMs).toISOString(),
      elapsed_ms: Math.round((performance.now() - startedMs) * 1000) / 1000,
    }),
  };
}
