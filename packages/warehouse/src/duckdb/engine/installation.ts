import type { DuckDBConnection } from '@duckdb/node-api';

/** The installation that the database is tied to; null for none. */
export async function readOwner(connection: DuckDBConnection): Promise<string | null> {
  const reader = await connection.runAndReadAll('SELECT id FROM installation');
  const owner = reader.getRows()[0]?.[0];
  return typeof owner === 'string' ? owner : null;
}

/** Ties a database without an owner to an installation. */
export async function claim(connection: DuckDBConnection, installation: string): Promise<void> {
  await connection.run('INSERT INTO installation SELECT $1 WHERE NOT EXISTS (FROM installation)', [
    installation,
  ]);
}
