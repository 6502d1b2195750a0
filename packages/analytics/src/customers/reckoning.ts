import type { Clock, TenantId } from '@olympus/core';
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
import { createLruCache } from '../query/lru-cache.js';
import type { QueryService, TenantMoment } from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';

/** What everything about customers is made with. */
export interface CustomersDependencies {
  readonly queries: Pick<QueryService, 'moment' | 'plan' | 'run'>;
  readonly runner: StatementRunner;
  readonly dialect: Dialect;
  readonly models: TenantModels;
  readonly kept: KeptStandings;
}

/** Standings that took long to make, for as long as they are good for. */
export interface KeptStandings {
  get(key: string): readonly StandingGroup[] | undefined;
  /** @param make  how long it takes decides how long its result is kept */
  make(
    key: string,
    make: () => Promise<readonly StandingGroup[]>,
  ): Promise<readonly StandingGroup[]>;
}

/** A standing is kept so many times as long as it took: what is quick is always made anew. */
const keptTimes = 20;
const worthKeepingMs = 200;
const keptAtMostMs = 60_000;

/**
 * In a large shop where something is sold every second, scores that are some seconds old are as
 * good as new ones, and every page of the list needs them.
 * @param stopwatch  measures how long standings take and how old they are
 */
export function createKeptStandings(stopwatch: Clock): KeptStandings {
  const kept = createLruCache<{
    readonly groups: readonly StandingGroup[];
    readonly untilMs: number;
  }>({ entries: 500, weight: 200_000, weigh: ({ groups }) => 1 + groups.length });
  return {
    get: (key) => {
      const entry = kept.get(key);
      return entry !== undefined && stopwatch.now() < entry.untilMs ? entry.groups : undefined;
    },
    make: async (key, make) => {
      const startedMs = stopwatch.now();
      const groups = await make();
      const endedMs = stopwatch.now();
      const tookMs = endedMs - startedMs;
      if (tookMs >= worthKeepingMs) {
        const untilMs = endedMs + Math.min(keptAtMostMs, keptTimes * tookMs);
        kept.set(key, { groups, untilMs });
      }
      return groups;
    },
  };
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

/** Everybody's scores on a day. */
export async function reckonOn(
  { runner, dialect, kept }: Pick<CustomersDependencies, 'runner' | 'dialect' | 'kept'>,
  at: TenantMoment,
  asOf: AsOf,
  signal?: AbortSignal,
): Promise<Reckoning> {
  const context = contextOn(at, asOf);
  const key = `${at.tenant.id} ${asOf.endMs}`;
  const groups =
    kept.get(key) ??
    (await kept.make(key, async () => {
      const statement = compileStanding(context, dialect);
      return readStanding((await runner.run(at.tenant.id, statement, signal)).rows);
    }));
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
