import type { DuckDBConnection } from '@duckdb/node-api';
import { type Ledger, type LedgerName, ledgers } from '@olympus/semantic';
import type { CommitBatch } from '../warehouse.js';
import { appendRows, type EncodedRows, encodeRows } from './append.js';

const ledgerByName = new Map<LedgerName, Ledger>(ledgers.map((ledger) => [ledger.name, ledger]));

export interface EncodedBatch {
  readonly parts: readonly { readonly ledger: Ledger; readonly chunks: EncodedRows }[];
}

export function encodeBatch(batch: CommitBatch, commitId: number): EncodedBatch {
  const parts: { ledger: Ledger; chunks: EncodedRows }[] = [];
  for (const [name, rows] of batch.rows) {
    const ledger = ledgerByName.get(name);
    if (ledger === undefined || rows.length === 0) continue;
    parts.push({ ledger, chunks: encodeRows(ledger, rows, commitId) });
  }
  return { parts };
}

/** Writes a batch in one transaction; on a fault the caller rolls back. */
export async function writeBatch(
  connection: DuckDBConnection,
  { parts }: EncodedBatch,
): Promise<void> {
  await connection.run('BEGIN');
  for (const { ledger, chunks } of parts) {
    if (ledger.kind === 'facts') await appendRows(connection, ledger.name, chunks);
    else await replaceRows(connection, ledger, chunks);
  }
  await connection.run('COMMIT');
}

/** A dimension holds one row a key: the new rows take the place of those with their keys. */
async function replaceRows(
  connection: DuckDBConnection,
  ledger: Extract<Ledger, { kind: 'dimension' }>,
  chunks: EncodedRows,
): Promise<void> {
  const incoming = `incoming_${ledger.name}`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE "${incoming}" AS FROM "${ledger.name}" LIMIT 0`,
  );
  await appendRows(connection, incoming, chunks);
  await connection.run(
    `DELETE FROM "${ledger.name}" AS old USING "${incoming}" AS new
     WHERE old.tenant_id = new.tenant_id AND old."${ledger.keyColumn}" = new."${ledger.keyColumn}"`,
  );
  await connection.run(`INSERT INTO "${ledger.name}" FROM "${incoming}"`);
  await connection.run(`DROP TABLE "${incoming}"`);
}
