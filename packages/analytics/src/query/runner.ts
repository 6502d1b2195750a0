import { createHash } from 'node:crypto';
import type { TenantId } from '@olympus/core';
import type { Statement } from '@olympus/sql';
import type { Cell, Warehouse } from '@olympus/warehouse';
import type { AnalyticsLimits } from '../ports.js';
import { callerWentAway } from './caller-went-away.js';
import { createLruCache } from './lru-cache.js';
import { createSingleFlight } from './single-flight.js';
import { createTurnstile } from './turnstile.js';

export type CacheOutcome = 'hit' | 'miss' | 'shared';

/** Rows of a statement, and how they were come by. */
export interface StatementRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly cache: CacheOutcome;
}

/** Runs compiled statements: cached as long as the tenant's data stays, each running once at a time. */
export interface StatementRunner {
  run(tenant: TenantId, statement: Statement, signal?: AbortSignal): Promise<StatementRows>;
  clear(): void;
}

/** What tells statements apart; of long ones, such as those with lists, a digest. */
function keyOf(tenant: TenantId, { text, parameters }: Statement): string {
  const key = `${tenant}\n${text}\n${JSON.stringify(parameters)}`;
  if (key.length < 20_000) return key;
  return `${tenant}\n${createHash('sha256').update(key).digest('base64')}`;
}

/** Rejects when the caller goes away; the work goes on for whoever else waits for it. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(callerWentAway());
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

export function createStatementRunner(
  warehouse: Pick<Warehouse, 'query' | 'version'>,
  limits: AnalyticsLimits,
): StatementRunner {
  interface Kept {
    readonly version: number;
    readonly rows: readonly (readonly Cell[])[];
  }
  const cache = createLruCache<Kept>({
    entries: limits.cacheEntries,
    weight: limits.cacheCells,
    weigh: ({ rows }) => 1 + rows.length * (rows[0]?.length ?? 0),
  });
  const flights = createSingleFlight();
  const turnstile = createTurnstile(limits.concurrency, limits.queue);
  return {
    run: async (tenant, statement, signal) => {
      const key = keyOf(tenant, statement);
      const version = () => warehouse.version(tenant);
      const kept = cache.get(key);
      if (kept?.version === version()) return { rows: kept.rows, cache: 'hit' };
      const flight = flights.run(key, version, (at) =>
        turnstile.run(async () => {
          const { rows } = await warehouse.query(tenant, statement, {
            deadlineMs: limits.deadlineMs,
          });
          cache.set(key, { version: at, rows });
          return rows;
        }),
      );
      const { value, shared } = await untilAborted(flight, signal);
      return { rows: value, cache: shared ? 'shared' : 'miss' };
    },
    clear: () => cache.clear(),
  };
}
