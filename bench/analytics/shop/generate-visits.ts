import { DuckDBInstance } from '@duckdb/node-api';
import { silentLogger } from '@olympus/core';
import { type LedgerName, ledgers } from '@olympus/semantic';
import { openDuckDbWarehouse } from '@olympus/warehouse';

/** The year that visits are spread over. */
export const year = { from: '2025-10-01', days: 365 } as const;

const sizes = [...new Array<number>(12).fill(1), 2, 2, 3, 3, 4, 5, 6, 9];
const block = sizes.reduce((sum, size) => sum + size, 0);
const places = sizes.flatMap((size, visitor) => new Array<number>(size).fill(visitor));
const visitorOf = (row: string) =>
  `(${row} // ${block}) * ${sizes.length} + [${places.join(',')}][1 + ${row} % ${block}]`;

/**
 * Fills a new warehouse file with what visitors did over a year, sorted by time, made by SQL straight
 * in the ledgers. Of 20 visitors 12 do one thing within some hours and the busiest nine, 2.3 on
 * average; a fifth are known as customers on half of their rows, one in 25 orders.
 */
export async function generateVisits(path: string, tenant: string, rows: number): Promise<void> {
  const made = await openDuckDbWarehouse({ path, log: silentLogger });
  await made.close();
  const instance = await DuckDBInstance.create(path, { threads: '2' });
  const connection = await instance.connect();
  const spreadUs = Math.floor((year.days * 86_400_000_000) / rows);
  const at = `TIMESTAMP '${year.from}' + to_microseconds(i * ${spreadUs} + (hash(i) % 14400)::BIGINT * 1000000)`;
  const fill = async (
    ledger: LedgerName,
    values: Readonly<Record<string, string>>,
    from: string,
  ): Promise<void> => {
    const columns = ledgers.find(({ name }) => name === ledger)?.columns ?? [];
    const list = columns.map(({ name }) => `${values[name] ?? 'NULL'} AS ${name}`);
    await connection.run(`INSERT INTO ${ledger} SELECT ${list.join(', ')} FROM ${from}`);
  };
  const common = { tenant_id: `'${tenant}'`, commit_id: '1', occurred_at: at, received_at: at };
  await fill(
    'sessions',
    {
      ...common,
      event_id: "'v' || i",
      session_id: "'s' || v",
      action: `CASE WHEN hash(i * 3) % 100 < 50 THEN 'page.viewed' WHEN hash(i * 3) % 100 < 75 THEN 'product.viewed' WHEN hash(i * 3) % 100 < 88 THEN 'product.added' WHEN hash(i * 3) % 100 < 95 THEN 'checkout.started' ELSE 'user.logged_in' END`,
      visitor_key: "'b' || v",
      customer_key: "CASE WHEN hash(v) % 5 = 0 AND hash(i * 5) % 2 = 0 THEN 'c' || v END",
      product_id: "'p' || (hash(i * 7) % 5000)",
      channel: "['web','app','store'][1 + (hash(v * 11) % 3)::INT]",
      device: "['mobile','desktop','tablet'][1 + (hash(v * 13) % 3)::INT]",
      path: "'/page/' || (hash(i * 17) % 200)",
      referrer: "['google.com','instagram.com',NULL][1 + (hash(v * 19) % 3)::INT]",
      utm_source: "['news','ads',NULL][1 + (hash(v * 23) % 3)::INT]",
    },
    `(SELECT range AS i, ${visitorOf('range')} AS v FROM range(${rows})) ORDER BY occurred_at`,
  );
  await fill(
    'sales',
    {
      ...common,
      event_id: "'o' || i",
      document_id: "'order:' || i",
      document_hash: 'hash(i) % 9007199254740991',
      entry: "'sale'",
      order_id: "'o' || i",
      line_id: "'1'",
      customer_key: "'c' || v",
      currency: "'EUR'",
      quantity: '1',
      gross: '10 + hash(i) % 100',
      discount: '0',
      tax: '0',
      shipping: '0',
      net: '10 + hash(i) % 100',
      orders: '1',
    },
    `(SELECT range * 58 AS i, ${visitorOf('range * 58')} AS v FROM range(${Math.floor(rows / 58)}) WHERE hash(range) % 5 < 3) ORDER BY occurred_at`,
  );
  await connection.run('UPDATE journal_position SET commit_id = 1');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}
