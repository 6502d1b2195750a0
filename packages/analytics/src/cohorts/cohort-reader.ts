import type { TenantId } from '@olympus/core';
import {
  compileCohort,
  compileEverybody,
  localSpan,
  type PeopleContext,
  type PlannedCohort,
} from '@olympus/semantic';
import { bind, compile, type Dialect, type Fragment, integerLiteral, sql } from '@olympus/sql';
import { numberIn } from '../query/number-in.js';
import type { QueryService } from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';

export interface CohortSize {
  readonly customers: number;
  /** Everybody who is known: customers with a record or an order. */
  readonly of: number;
}

/** Reads who belongs to a cohort. */
export interface CohortReader {
  size(tenant: TenantId, plan: PlannedCohort, signal?: AbortSignal): Promise<CohortSize>;
  keys(
    tenant: TenantId,
    plan: PlannedCohort,
    page: { readonly after?: string | undefined; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<readonly string[]>;
}

export function createCohortReader(deps: {
  readonly queries: Pick<QueryService, 'moment'>;
  readonly models: Pick<TenantModels, 'get'>;
  readonly runner: StatementRunner;
  readonly dialect: Dialect;
}): CohortReader {
  const { queries, models, runner, dialect } = deps;
  const contextOf = async (tenant: TenantId): Promise<PeopleContext> => {
    const { calendar, profile } = await queries.moment(tenant);
    const data = profile && { fromMs: profile.firstMs, toMs: profile.lastMs };
    return {
      dialect,
      model: await models.get(tenant),
      tenant: bind('string', tenant),
      local: localSpan({ calendar, range: undefined, previous: undefined, data }),
    };
  };
  const run = async (tenant: TenantId, statement: Fragment, signal?: AbortSignal) =>
    (await runner.run(tenant, compile(statement, dialect), signal)).rows;
  return {
    size: async (tenant, plan, signal) => {
      const context = await contextOf(tenant);
      const everybody = compileEverybody(context);
      const members = compileCohort(context, plan);
      // of a list only those who are known count
      const known =
        plan.kind === 'list'
          ? sql`SELECT who FROM (${members}) AS l WHERE who IN (${everybody})`
          : members;
      const statement = sql`SELECT (SELECT count(*) FROM (${known}) AS m), (SELECT count(*) FROM (${everybody}) AS e)`;
      const [row] = await run(tenant, statement, signal);
      return { customers: numberIn(row?.[0]) ?? 0, of: numberIn(row?.[1]) ?? 0 };
    },
    keys: async (tenant, plan, { after, limit }, signal) => {
      if (limit === 0) return [];
      const context = await contextOf(tenant);
      const from = after === undefined ? sql`` : sql` WHERE who > ${bind('string', after)}`;
      const page = sql`SELECT who FROM (${compileCohort(context, plan)}) AS m${from} ORDER BY who LIMIT ${integerLiteral(limit)}`;
      return (await run(tenant, page, signal)).map(([key]) => String(key));
    },
  };
}
