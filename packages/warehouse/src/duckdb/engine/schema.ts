import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, type ColumnType, ledgers, rollups, rollupTable } from '@olympus/semantic';

const sqlTypes: Record<ColumnType, string> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(18,4)',
  float: 'DOUBLE',
  boolean: 'BOOLEAN',
  timestamp: 'TIMESTAMP',
  date: 'DATE',
  json: 'VARCHAR',
};

const declare = (column: Column) => `"${column.name}" ${sqlTypes[column.type]}`;

/** No keys and no indexes: they cost most of the write speed and repeats are found before. */
function createTable(table: Table): string {
  return `CREATE TABLE IF NOT EXISTS "${table.name}" (${table.columns.map(declare).join(', ')})`;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

const tables: readonly Table[] = [...ledgers, ...rollups.map(rollupTable)];

/**
 * Brings the tables to the shape the ledgers declare. Columns are only ever added; a column that
 * an older release wrote and the ledgers no longer name is left alone.
 */
export async function migrate(connection: DuckDBConnection): Promise<void> {
  const reader = await connection.runAndReadAll(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'main'",
  );
  const known = new Set(reader.getRows().map(([table, column]) => `${table}.${column}`));
  await createOwnTables(connection);
  await dropOutdatedRollups(connection, known);
  for (const table of tables) {
    await connection.run(createTable(table));
    const isNew = !table.columns.some((column) => known.has(`${table.name}.${column.name}`));
    if (isNew) continue;
    for (const column of table.columns) {
      if (known.has(`${table.name}.${column.name}`)) continue;
      await connection.run(`ALTER TABLE "${table.name}" ADD COLUMN ${declare(column)}`);
    }
  }
  if (known.has('sales.document_hash') && !known.has('sales.stated')) await hashByOrder(connection);
  await createJournalPosition(connection);
}

/** Refunds that older releases booked were found by an id of their own: now by their order's. */
async function hashByOrder(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `UPDATE sales SET document_hash = o.hash FROM (
       SELECT tenant_id, order_id, any_value(document_hash) AS hash FROM sales
       WHERE document_id LIKE 'order:%' GROUP BY ALL
     ) AS o
     WHERE sales.document_id LIKE 'refund:%' AND sales.tenant_id = o.tenant_id AND sales.order_id = o.order_id`,
  );
}

/** A rollup of another shape is forgotten: it is made afresh from the ledger. */
async function dropOutdatedRollups(
  connection: DuckDBConnection,
  known: Set<string>,
): Promise<void> {
  for (const { name, columns } of rollups.map(rollupTable)) {
    const places = columns.map((column) => `${name}.${column.name}`);
    if (places.every((place) => known.has(place))) continue;
    await connection.run(`DROP TABLE IF EXISTS "${name}"`);
    await connection.run('DELETE FROM rollup_states WHERE rollup = $1', [name]);
    for (const place of places) known.delete(place);
  }
}

/** How far each rollup has come, how far the journal is loaded, and whose database it is. */
async function createOwnTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    'CREATE TABLE IF NOT EXISTS rollup_states (tenant_id VARCHAR, time_zone VARCHAR, generation BIGINT, through_commit BIGINT)',
  );
  // states from before there were several rollups are of the one there was
  await connection.run(
    "ALTER TABLE rollup_states ADD COLUMN IF NOT EXISTS rollup VARCHAR DEFAULT 'sales_daily'",
  );
  await connection.run('CREATE TABLE IF NOT EXISTS journal_position (commit_id BIGINT)');
  await connection.run('CREATE TABLE IF NOT EXISTS installation (id VARCHAR)');
}

async function createJournalPosition(connection: DuckDBConnection): Promise<void> {
  const known = await connection.runAndReadAll('SELECT commit_id FROM journal_position');
  if (known.getRows().length > 0) return;
  // a database from before there was a journal: its commits are those in the ledgers
  await connection.run(
    `INSERT INTO journal_position
     SELECT coalesce(max(commit_id), 0) FROM (SELECT max(commit_id) AS commit_id FROM events
     UNION ALL SELECT max(commit_id) FROM sales UNION ALL SELECT max(commit_id) FROM dead_letters)`,
  );
}
