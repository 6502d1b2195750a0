import type { Logger, TenantId } from '@olympus/core';
import {
  compileRollupRefresh,
  type DataProfile,
  type Rollup,
  type RollupState,
} from '@olympus/semantic';
import { bind, compile, type Dialect, identifier, sql } from '@olympus/sql';
import type { Warehouse } from '@olympus/warehouse';

/** Keeps one rollup of each tenant close enough behind its ledger. */
export interface RollupKeeper {
  /**
   * The rollup to plan with; undefined while the tenant has none. Looks now and then, in the
   * background, whether so much was committed since that bringing it up to date pays.
   */
  current(
    tenant: { readonly id: TenantId; readonly timeZone: string },
    profile: DataProfile | undefined,
  ): Promise<RollupState | undefined>;
  /** Brings it up to date now. */
  refresh(
    tenant: { readonly id: TenantId; readonly timeZone: string },
    profile: DataProfile,
  ): Promise<void>;
  /** Resolves when no look, and no refresh that one began here, is under way. */
  settled(): Promise<void>;
}

/** Lets the refresh of a rollup be run as a job. */
export type ScheduleRefresh = (tenant: TenantId, rollup: string) => Promise<unknown>;

export interface RollupPolicy {
  /** Lines beyond the rollup that make a refresh pay; fewer are read from the ledger as fast. */
  readonly staleLines: number;
  /** Least time between two looks at one tenant. */
  readonly lookEveryMs: number;
  /** Refreshes after which the rollup is made afresh, so that its parts become one again. */
  readonly refreshesBeforeRebuild: number;
}

export const defaultRollupPolicy: RollupPolicy = {
  staleLines: 100_000,
  lookEveryMs: 10_000,
  refreshesBeforeRebuild: 30,
};

interface Kept {
  state: RollupState | undefined;
  version: number;
  /** The tenant's version up to which the rollup stands for every line. */
  wholeAt: number;
  lookedMs: number;
  refreshes: number;
}

export function createRollupKeeper(deps: {
  readonly rollup: Rollup;
  readonly warehouse: Pick<
    Warehouse,
    'query' | 'version' | 'retracted' | 'fetchRollup' | 'refreshRollup'
  >;
  readonly dialect: Dialect;
  readonly log: Logger;
  /** Lets a refresh be run elsewhere, as a job; by default it runs right after the look. */
  readonly schedule?: ScheduleRefresh | undefined;
  readonly policy?: Partial<RollupPolicy>;
}): RollupKeeper {
  const { rollup, warehouse, dialect, log, schedule } = deps;
  const policy = { ...defaultRollupPolicy, ...deps.policy };
  const tenants = new Map<TenantId, Promise<Kept>>();
  const running = new Map<TenantId, Promise<void>>();

  async function load(tenant: TenantId): Promise<Kept> {
    const state = await warehouse.fetchRollup(tenant, rollup);
    return { state, version: -1, wholeAt: -1, lookedMs: Number.NEGATIVE_INFINITY, refreshes: 0 };
  }

  async function countBeyond(tenant: TenantId, state: RollupState | undefined): Promise<number> {
    const through = bind('integer', state?.throughCommit ?? 0);
    const statement = compile(
      sql`SELECT count(*) FROM ${identifier(rollup.ledger)} WHERE tenant_id = ${bind('string', tenant)} AND commit_id > ${through}`,
      dialect,
    );
    const { rows } = await warehouse.query(tenant, statement, { deadlineMs: 5_000 });
    return Number(rows[0]?.[0] ?? 0);
  }

  function keptOf(id: TenantId): Promise<Kept> {
    let loading = tenants.get(id);
    if (loading === undefined) {
      loading = load(id);
      tenants.set(id, loading);
      loading.catch(() => tenants.delete(id));
    }
    return loading;
  }

  async function refresh(
    { id, timeZone }: { readonly id: TenantId; readonly timeZone: string },
    profile: DataProfile,
  ): Promise<void> {
    const kept = await keptOf(id);
    const version = warehouse.version(id);
    const again = kept.refreshes >= policy.refreshesBeforeRebuild;
    const data = { fromMs: profile.firstMs, toMs: profile.lastMs };
    const startedMs = performance.now();
    kept.state = await warehouse.refreshRollup(id, {
      rollup,
      timeZone,
      again,
      statement: (window) => compileRollupRefresh(rollup, id, { timeZone }, data, window, dialect),
    });
    kept.refreshes = again ? 0 : kept.refreshes + 1;
    kept.version = version;
    kept.wholeAt = version;
    log.debug(
      { tenant: id, rollup: rollup.name, elapsedMs: Math.round(performance.now() - startedMs) },
      'a rollup was brought up to date',
    );
  }

  async function look(
    tenant: { readonly id: TenantId; readonly timeZone: string },
    profile: DataProfile,
    kept: Kept,
  ): Promise<void> {
    const { id, timeZone } = tenant;
    const otherZone = kept.state !== undefined && kept.state.timeZone !== timeZone;
    const version = warehouse.version(id);
    // counting waits until everything up to the version is in the tables
    const beyond = await countBeyond(id, kept.state);
    if (otherZone || beyond >= policy.staleLines) {
      await (schedule === undefined ? refresh(tenant, profile) : schedule(id, rollup.name));
      return;
    }
    kept.version = version;
    if (beyond === 0) kept.wholeAt = version;
  }

  return {
    async current(tenant, profile) {
      const { id } = tenant;
      const kept = await keptOf(id);
      // it still counts what was taken back
      if (kept.state !== undefined && kept.state.throughCommit < warehouse.retracted(id)) {
        kept.state = undefined;
      }
      const due = performance.now() - kept.lookedMs > policy.lookEveryMs;
      if (profile !== undefined && due && kept.version !== warehouse.version(id)) {
        kept.lookedMs = performance.now();
        if (!running.has(id)) {
          const work = look(tenant, profile, kept)
            .catch((error: unknown) => {
              log.warn(
                { tenant: id, rollup: rollup.name, err: error },
                'a rollup could not be refreshed',
              );
            })
            .finally(() => running.delete(id));
          running.set(id, work);
        }
      }
      return kept.state && { ...kept.state, whole: kept.wholeAt === warehouse.version(id) };
    },
    refresh,
    async settled() {
      await Promise.all(running.values());
    },
  };
}
