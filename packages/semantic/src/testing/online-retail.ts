import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestStore } from './duckdb-store.js';

const shared =
  process.env.OLYMPUS_SHARED_DATA ??
  path.resolve(import.meta.dirname, '../../../../../shared/data');
/** The Online Retail data set, where somebody has it. */
export const onlineRetailFile = path.join(shared, 'online-retail/online_retail.csv.gz');

/** Whether the data set is there; tests against it are skipped where it is not. */
export const hasOnlineRetail = existsSync(onlineRetailFile);

/** First and last instant of the data set. */
export const onlineRetailSpan = {
  fromMs: Date.UTC(2010, 11, 1, 8, 26),
  toMs: Date.UTC(2011, 11, 9, 12, 50),
};

/** Loads Online Retail as sales of the tenant `shop`. */
export async function loadOnlineRetail(store: TestStore): Promise<void> {
  await store.run(`INSERT INTO sales BY NAME
    SELECT 'shop' AS tenant_id, 1 AS commit_id, cast(n AS VARCHAR) AS event_id,
      timezone('UTC', timezone('Europe/London', local)) AS occurred_at,
      TIMESTAMP '2026-01-01' AS received_at,
      'order:' || "InvoiceNo" AS document_id, 1 AS document_hash,
      CASE WHEN "InvoiceNo" LIKE 'C%' THEN 'cancellation' ELSE 'sale' END AS entry,
      ltrim("InvoiceNo", 'C') AS order_id, cast(n AS VARCHAR) AS line_id,
      nullif(split_part("CustomerID", '.', 1), '') AS customer_key, "Country" AS country,
      "StockCode" AS product_id, 'GBP' AS currency, quantity,
      amount AS gross, 0 AS discount, 0 AS tax, 0 AS shipping, amount AS net,
      CASE WHEN place = 1 AND "InvoiceNo" NOT LIKE 'C%' THEN 1 ELSE 0 END AS orders
    FROM (SELECT *, row_number() OVER () AS n,
        row_number() OVER (PARTITION BY "InvoiceNo") AS place, "InvoiceDate"::TIMESTAMP AS local,
        "Quantity"::DECIMAL(18,4) AS quantity,
        ("Quantity"::BIGINT * "UnitPrice"::DECIMAL(12,4))::DECIMAL(18,4) AS amount
      FROM read_csv('${onlineRetailFile}', all_varchar = true, header = true))`);
}
