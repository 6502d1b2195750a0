import type { DuckDBConnection } from '@duckdb/node-api';
import type { TenantId } from '@olympus/core';
import type { FactLedgerName, RollupState } from '@olympus/semantic';
import type { Statement } from '@olympus/sql';
import { createTurns } from '../in-turn.js';
import { bindParameters } from './cells.js';

/** A window of commits to add to a tenant's rollup, and what its state is then. */
export interface RollupWindow {
  readonly rollup: string;
  readonly state: RollupState;
  readonly statement: Statement;
}

/** Keeps rollups on a connection of its own, so that commits never wait for it. */
export interface Rollups {
  /** In the zone '' when rows that it stands for were taken back: it has to be made afresh. */
  fetchState(tenant: TenantId, rollup: string): Promise<RollupState | undefined>;
  /** The last commit that added lines or took some back. */
  lastChange(tenant: TenantId, ledger: FactLedgerName): Promise<number>;
  add(tenant: TenantId, window: RollupWindow): Promise<void>;
  close(): Promise<void>;
}

export function createRollups(connection: DuckDBConnection): Rollups {
  const exclusively = createTurns();

  async function fetchRow(text: string, values: readonly string[]) {
    return (await connection.runAndReadAll(text, [...values])).getRows()[0];
  }

  async function fetchState(tenant: TenantId, rollup: string): Promise<RollupState | undefined> {
    const row = await fetchRow(
      `SELECT CASE WHEN EXISTS (SELECT 1 FROM retractions AS r WHERE r.tenant_id = s.tenant_id AND r.commit_id > s.through_commit)
       THEN '' ELSE time_zone END, generation, through_commit FROM rollup_states AS s WHERE tenant_id = $1 AND rollup = $2`,
      [tenant, rollup],
    );
    if (row === undefined) return undefined;
    const [timeZone, generation, throughCommit] = row;
    return {
      timeZone: String(timeZone),
      generation: Number(generation),
      throughCommit: Number(throughCommit),
    };
  }

  async function lastChange(tenant: TenantId, ledger: FactLedgerName): Promise<number> {
    const row = await fetchRow(
      `SELECT max(commit_id) FROM (SELECT commit_id FROM "${ledger}" WHERE tenant_id = $1
       UNION ALL SELECT commit_id FROM retractions WHERE tenant_id = $1)`,
      [tenant],
    );
    return Number(row?.[0] ?? 0);
  }

  async function addWindow(
    tenant: TenantId,
    { rollup, state, statement }: RollupWindow,
  ): Promise<void> {
    const { timeZone, generation, throughCommit } = state;
    const { values, types } = bindParameters(statement.parameters);
    await connection.run(statement.text, values, types);
    // queries that were planned with the generation before may still be under way
    await connection.run(`DELETE FROM "${rollup}" WHERE tenant_id = $1 AND generation < $2`, [
      tenant,
      BigInt(generation - 1),
    ]);
    await connection.run('DELETE FROM rollup_states WHERE tenant_id = $1 AND rollup = $2', [
      tenant,
      rollup,
    ]);
    await connection.run('INSERT INTO rollup_states VALUES ($1, $2, $3, $4, $5)', [
      tenant,
      timeZone,
      BigInt(generation),
      BigInt(throughCommit),
      rollup,
    ]);
  }

  return {
    fetchState: (tenant, rollup) => exclusively(() => fetchState(tenant, rollup)),
    lastChange: (tenant, ledger) => exclusively(() => lastChange(tenant, ledger)),
    add: (tenant, window) =>
      exclusively(async () => {
        await connection.run('BEGIN');
        try {
          await addWindow(tenant, window);
          await connection.run('COMMIT');
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
