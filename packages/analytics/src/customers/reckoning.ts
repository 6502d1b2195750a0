import type { TenantId } from '@olympus/core';
import {
  type AsOf,
  type CustomersContext,
  type CustomersInput,
  compileStanding,
  cutsOf,
  parseAsOf,
  type RfmCuts,
  readStanding,
  type StandingGroup,
} from '@olympus/semantic';
import type { Dialect } from '@olympus/sql';
import type { QueryService, TenantMoment } from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';

/** What everything about customers is made with. */
export interface CustomersDependencies {
  readonly queries: Pick<QueryService, 'moment' | 'plan' | 'run'>;
  readonly runner: StatementRunner;
  readonly dialect: Dialect;
  readonly models: TenantModels;
}

/** A tenant's customers as they stood on a day. */
export interface Reckoning {
  readonly at: TenantMoment;
  readonly asOf: AsOf;
  readonly context: CustomersContext;
  readonly groups: readonly StandingGroup[];
  readonly cuts: RfmCuts;
}

/** What customers are reckoned on, on a day; a tenant without data has none. */
export function contextOn(at: TenantMoment, asOf: AsOf): CustomersContext {
  const { tenant, calendar, profile } = at;
  return {
    tenantId: tenant.id,
    timeZone: calendar.timeZone,
    asOf,
    data: { fromMs: profile?.firstMs ?? asOf.endMs, toMs: profile?.lastMs ?? asOf.endMs },
  };
}

/** Everybody's scores on a day; kept as long as the tenant's data stays. */
export async function reckonOn(
  { runner, dialect }: Pick<CustomersDependencies, 'runner' | 'dialect'>,
  at: TenantMoment,
  asOf: AsOf,
  signal?: AbortSignal,
): Promise<Reckoning> {
  const context = contextOn(at, asOf);
  const statement = compileStanding(context, dialect);
  const { rows } = await runner.run(at.tenant.id, statement, signal);
  const groups = readStanding(rows);
  return { at, asOf, context, groups, cuts: cutsOf(groups) };
}

/** @throws Problem for a day that is none, or has not come yet */
export async function reckon(
  deps: CustomersDependencies,
  tenant: TenantId,
  date: string | undefined,
  signal?: AbortSignal,
): Promise<Reckoning> {
  const at = await deps.queries.moment(tenant);
  return reckonOn(deps, at, parseAsOf(date, at.calendar), signal);
}

/** The part of a statement about customers that a reckoning gives. */
export const inputOf = (
  { context, cuts }: Reckoning,
  dialect: Dialect,
  plan: CustomersInput['plan'],
): CustomersInput => ({ context, dialect, plan, cuts });
