import type { DuckDBConnection } from '@duckdb/node-api';
import { type Ledger, type LedgerName, ledgers } from '@olympus/semantic';
import type { CommitBatch, LedgerRow } from '../warehouse.js';
import { appendRows } from './append.js';

const ledgerByName = new Map<LedgerName, Ledger>(ledgers.map((ledger) => [ledger.name, ledger]));

/** Writes a batch in one transaction; on a fault nothing of it remains. */
export async function writeBatch(
  connection: DuckDBConnection,
  batch: CommitBatch,
  commitId: number,
): Promise<void> {
  await connection.run('BEGIN');
  for (const [name, rows] of batch.rows) {
    const ledger = ledgerByName.get(name);
    if (ledger === undefined || rows.length === 0) continue;
    if (ledger.kind === 'facts') await appendRows(connection, name, ledger, rows, commitId);
    else await replaceRows(connection, ledger, rows);
  }
  await connection.run('COMMIT');
}

/** A dimension holds one row a key: the new rows take the place of those with their keys. */
async function replaceRows(
  connection: DuckDBConnection,
  ledger: Extract<Ledger, { kind: 'dimension' }>,
  rows: readonly LedgerRow[],
): Promise<void> {
  const incoming = `incoming_${ledger.name}`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE "${incoming}" AS FROM "${ledger.name}" LIMIT 0`,
  );
  await appendRows(connection, incoming, ledger, rows, 0);
  await connection.run(
    `DELETE FROM "${ledger.name}" AS old USING "${incoming}" AS new
     WHERE old.tenant_id = new.tenant_id AND old."${ledger.keyColumn}" = new."${ledger.keyColumn}"`,
  );
  await connection.run(`INSERT INTO "${ledger.name}" FROM "${incoming}"`);
  await connection.run(`DROP TABLE "${incoming}"`);
}
