import type { DuckDBConnection } from '@duckdb/node-api';
import type { TenantId } from '@olympus/core';
import type { RollupState } from '@olympus/semantic';
import type { RollupRefresh } from '../warehouse.js';
import { bindParameters } from './cells.js';

/** Keeps `sales_daily` on a connection of its own, so that commits never wait for it. */
export interface Rollups {
  fetchState(tenant: TenantId): Promise<RollupState | undefined>;
  refresh(tenant: TenantId, refresh: RollupRefresh): Promise<RollupState | undefined>;
  close(): Promise<void>;
}

export async function createRollups(connection: DuckDBConnection): Promise<Rollups> {
  await connection.run(
    'CREATE TABLE IF NOT EXISTS rollup_states (tenant_id VARCHAR, time_zone VARCHAR, generation BIGINT, through_commit BIGINT)',
  );
  let last: Promise<unknown> = Promise.resolve();

  /** One refresh at a time, whatever became of the one before. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work, work);
    last = result.catch(() => {});
    return result;
  }

  async function readState(tenant: TenantId): Promise<RollupState | undefined> {
    const reader = await connection.runAndReadAll(
      'SELECT time_zone, generation, through_commit FROM rollup_states WHERE tenant_id = $1',
      [tenant],
    );
    const [row] = reader.getRows();
    if (row === undefined) return undefined;
    const [timeZone, generation, throughCommit] = row;
    return {
      timeZone: String(timeZone),
      generation: Number(generation),
      throughCommit: Number(throughCommit),
    };
  }

  async function addWindow(
    tenant: TenantId,
    { timeZone, again, statement }: RollupRefresh,
  ): Promise<RollupState | undefined> {
    const state = await readState(tenant);
    // inside one transaction the ledger stands still, so the window is exactly what is added
    const reader = await connection.runAndReadAll(
      'SELECT max(commit_id) FROM sales WHERE tenant_id = $1',
      [tenant],
    );
    const throughCommit = Number(reader.getRows()[0]?.[0] ?? 0);
    if (throughCommit === 0) return undefined;
    const rebuild = state === undefined || again || state.timeZone !== timeZone;
    if (!rebuild && state.throughCommit === throughCommit) return state;
    const generation = (state?.generation ?? 0) + (rebuild ? 1 : 0);
    const afterCommit = rebuild ? 0 : state.throughCommit;
    const { text, parameters } = statement({ generation, afterCommit, throughCommit });
    const { values, types } = bindParameters(parameters);
    await connection.run(text, values, types);
    // queries that were planned with the generation before may still be under way
    await connection.run('DELETE FROM sales_daily WHERE tenant_id = $1 AND generation < $2', [
      tenant,
      BigInt(generation - 1),
    ]);
    await connection.run('DELETE FROM rollup_states WHERE tenant_id = $1', [tenant]);
    await connection.run('INSERT INTO rollup_states VALUES ($1, $2, $3, $4)', [
      tenant,
      timeZone,
      BigInt(generation),
      BigInt(throughCommit),
    ]);
    return { timeZone, generation, throughCommit };
  }

  return {
    fetchState: (tenant) => exclusively(() => readState(tenant)),
    refresh: (tenant, refresh) =>
      exclusively(async () => {
        await connection.run('BEGIN');
        try {
          const state = await addWindow(tenant, refresh);
          await connection.run('COMMIT');
          return state;
        } catch (error) {
          await connection.run('ROLLBACK').catch(() => {});
          throw error;
        }
      }),
    close: () =>
      exclusively(async () => {
        connection.closeSync();
      }),
  };
}
