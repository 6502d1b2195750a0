import type { Database } from './database.js';

/**
 * Leaves nothing of deleted or changed rows in the tables, and on the embedded store nothing in its
 * write-ahead log either. A server's log, replicas and archives are its operator's.
 */
export async function scrubDatabase(database: Database): Promise<void> {
  const tables = await database.execute(
    'select quote_ident(tablename) from pg_tables where schemaname = current_schema() order by tablename',
  );
  for (const [table] of tables) await database.execute(`vacuum full ${table}`);
  if (database.kind !== 'pglite') return;
  // a segment that is used again keeps the bytes of its earlier life until they are overwritten
  await database.execute('set wal_recycle = off');
  for (let i = 0; i < 2; i++) {
    await database.execute('select pg_switch_wal()');
    await database.execute('checkpoint');
  }
  await database.execute('reset wal_recycle');
}
