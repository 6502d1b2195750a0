import { DuckDBInstance } from '@duckdb/node-api';
import { silentLogger } from '@olympus/core';
import { ledgers } from '@olympus/semantic';
import { openDuckDbWarehouse } from '@olympus/warehouse';

/**
 * Fills a new warehouse file with sales lines of one tenant over two years, sorted by time, made
 * by SQL straight in the ledger: 4 million orders of 2.5 lines, 200,000 customers, 5,000 products.
 */
export async function generateSales(path: string, tenant: string, lines: number): Promise<void> {
  const made = await openDuckDbWarehouse({ path, log: silentLogger });
  await made.close();
  const instance = await DuckDBInstance.create(path, { threads: '2' });
  const connection = await instance.connect();
  const values: Record<string, string> = {
    tenant_id: `'${tenant}'`,
    commit_id: '1',
    event_id: "'e' || o",
    occurred_at: "TIMESTAMP '2024-11-01' + INTERVAL (o * 15) SECOND",
    received_at: "TIMESTAMP '2024-11-01' + INTERVAL (o * 15) SECOND",
    document_id: "'order:' || o",
    document_hash: 'hash(o) % 9007199254740991',
    entry: "'sale'",
    order_id: "'o' || o",
    line_id: 'CAST(i % 5 + 1 AS VARCHAR)',
    customer_key: "'c' || (hash(o) % 200000)",
    country: "['DE','FR','ES','IT','NL'][1 + (hash(o * 7) % 5)::INT]",
    product_id: "'p' || (hash(i * 3) % 5000)",
    location_id: "'l' || (hash(o * 5) % 40)",
    channel: "['web','app','store'][1 + (hash(o * 11) % 3)::INT]",
    currency: "'EUR'",
    quantity: '1 + hash(i) % 4',
    gross: '(1 + hash(i) % 4) * (5 + hash(i * 13) % 100)',
    discount: '0',
    tax: '0',
    shipping: '0',
    cost: '(1 + hash(i) % 4) * 3',
    net: '(1 + hash(i) % 4) * (5 + hash(i * 13) % 100)',
    orders: 'CASE WHEN (i * 2) // 5 <> ((i - 1) * 2) // 5 OR i = 0 THEN 1 ELSE 0 END',
  };
  const sales = ledgers.find(({ name }) => name === 'sales');
  const columns = sales?.columns.map(({ name }) => `${values[name] ?? 'NULL'} AS ${name}`) ?? [];
  await connection.run(
    `INSERT INTO sales SELECT ${columns.join(', ')}
     FROM (SELECT range AS i, (range * 2) // 5 AS o FROM range(${lines})) ORDER BY occurred_at`,
  );
  await connection.run(
    `INSERT INTO products SELECT '${tenant}', 'p' || range, TIMESTAMP '2024-11-01', 'Product ' || range,
       'Category ' || (range % 20), 'Brand ' || (range % 50), 20, 3, NULL FROM range(5000)`,
  );
  await connection.run(
    `INSERT INTO customers (tenant_id, customer_key, version_at, country)
     SELECT '${tenant}', 'c' || range, TIMESTAMP '2024-11-01', ['DE','FR','ES','IT','NL'][1 + range % 5]
     FROM range(200000)`,
  );
  await connection.run('UPDATE journal_position SET commit_id = 1');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}
