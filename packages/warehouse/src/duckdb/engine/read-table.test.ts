import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { toCell } from './cells.js';
import { readTable } from './read-table.js';

const everyType = `
  SELECT
    CASE WHEN range % 7 <> 3 THEN (range - 2500) * 3602879701 END AS bigint,
    CASE WHEN range % 5 <> 0 THEN (range - 2500) * 3602879701896397 END AS beyond_doubles,
    (range - 2500)::HUGEINT * (CASE WHEN range % 2 = 0 THEN 1 ELSE 18446744073709551616 END) AS hugeint,
    CASE WHEN range % 11 <> 0 THEN (range - 2500) / 7 END AS double,
    CASE range % 3 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN '-inf'::DOUBLE ELSE 1.5 END AS not_finite,
    ((range - 2500) * 0.013)::DECIMAL(9, 2) AS narrow,
    CASE WHEN range % 4 <> 1 THEN ((range - 2500) * 123456.7891)::DECIMAL(18, 4) END AS amount,
    ((range - 2500) * 123456.7891)::DECIMAL(38, 4) AS total,
    ((range - 2500)::HUGEINT * 99999999999999999)::DECIMAL(38, 0) AS large_total,
    TIMESTAMP '1970-01-01 00:00:00' + INTERVAL (range * 7 - 9000) SECOND + INTERVAL (range % 3) MICROSECOND AS at,
    DATE '2026-01-01' + (range % 300)::INTEGER AS day,
    range % 2 = 0 AS flag,
    (range % 100)::INTEGER AS small,
    CASE WHEN range % 6 <> 2 THEN 'text ' || range END AS text,
    NULL AS nothing
  FROM range(5000) ORDER BY range`;

it('reads every type as DuckDB’s own value objects say, over the borders of its vectors', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(everyType);
  const expected = reader.getRows().map((cells) => cells.map(toCell));
  const { columns, rows } = await readTable(connection, everyType, []);
  expect(columns).toEqual(reader.columnNames());
  expect(rows).toHaveLength(5000);
  expect(rows).toEqual(expected);
  connection.closeSync();
  instance.closeSync();
});

it('reads a table without rows, and binds parameters', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const none = await readTable(connection, 'SELECT range FROM range(5) WHERE range > $1', [
    { type: 'integer', value: 9 },
  ]);
  expect(none).toEqual({ columns: ['range'], rows: [] });
  connection.closeSync();
  instance.closeSync();
});
