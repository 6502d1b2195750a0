import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBTimestampValue,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { Parameter, Statement } from '@olympus/sql';
import { type ColumnType, ledgers } from '../index.js';

const types: Record<ColumnType, string> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(18,4)',
  float: 'DOUBLE',
  boolean: 'BOOLEAN',
  timestamp: 'TIMESTAMP',
  date: 'DATE',
  json: 'VARCHAR',
};

export type TestCell = string | number | boolean | null;

/** An in-memory DuckDB with one table a ledger, for tests of the SQL that this room writes. */
export interface TestStore {
  readonly connection: DuckDBConnection;
  run(text: string): Promise<void>;
  /** Inserts rows given by column; timestamps as ISO text, what is left out gets a plain default. */
  insert(ledger: string, rows: readonly Record<string, TestCell>[]): Promise<void>;
  query(statement: Statement): Promise<TestCell[][]>;
  close(): void;
}

function toValue(parameter: Parameter): DuckDBValue {
  const { type, value } = parameter;
  if (Array.isArray(value)) return listValue([...value]);
  if (value === null) throw new Error('not used here');
  if (type === 'timestamp') return new DuckDBTimestampValue(BigInt(Number(value)) * 1000n);
  if (type === 'integer') return BigInt(Number(value));
  if (type === 'decimal') {
    return DuckDBDecimalValue.fromDouble(Number(value), 18, 4);
  }
  if (type === 'float') return Number(value);
  if (type === 'boolean') return Boolean(value);
  return String(value);
}

function toCell(value: DuckDBValue): TestCell {
  if (value === null || value === undefined) return null;
  if (value instanceof DuckDBTimestampValue) return Number(value.micros / 1000n);
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (value instanceof DuckDBDateValue) return value.toString();
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object') throw new Error(`unexpected ${String(value)}`);
  return value;
}

export async function openTestStore(): Promise<TestStore> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const ledger of ledgers) {
    const columns = ledger.columns.map((column) => `"${column.name}" ${types[column.type]}`);
    await connection.run(`CREATE TABLE ${ledger.name} (${columns.join(', ')})`);
  }
  let serial = 0;
  const literal = (cell: TestCell) =>
    cell === null
      ? 'NULL'
      : typeof cell === 'string'
        ? `'${cell.replaceAll("'", "''")}'`
        : String(cell);
  return {
    connection,
    run: async (text) => {
      await connection.run(text);
    },
    insert: async (name, rows) => {
      const ledger = ledgers.find((entry) => entry.name === name);
      if (ledger === undefined || rows.length === 0) return;
      const isFacts = ledger.kind === 'facts';
      const tuples = rows.map((row) => {
        serial += 1;
        const cells = ledger.columns.map((column): TestCell => {
          const given = row[column.name];
          if (given !== undefined) return given;
          if (column.name === 'tenant_id') return 'shop';
          if (column.name === 'event_id') return `e${String(serial).padStart(8, '0')}`;
          if (column.type === 'timestamp') return row.occurred_at ?? '2026-01-01 00:00:00';
          if (column.optional === true) return null;
          if (column.type === 'string') return isFacts ? `x${serial}` : '';
          return column.name === 'currency' ? 'EUR' : 0;
        });
        return `(${cells.map(literal).join(', ')})`;
      });
      await connection.run(`INSERT INTO ${name} VALUES ${tuples.join(', ')}`);
    },
    query: async (statement) => {
      const prepared = await connection.prepare(statement.text);
      statement.parameters.forEach((parameter, index) => {
        const value = toValue(parameter);
        if (value instanceof DuckDBDecimalValue) prepared.bindDecimal(index + 1, value);
        else if (value instanceof DuckDBTimestampValue) prepared.bindTimestamp(index + 1, value);
        else if (value instanceof DuckDBListValue)
          prepared.bindList(index + 1, value, LIST(VARCHAR));
        else if (typeof value === 'bigint') prepared.bindBigInt(index + 1, value);
        else if (typeof value === 'number') prepared.bindDouble(index + 1, value);
        else if (typeof value === 'boolean') prepared.bindBoolean(index + 1, value);
        else prepared.bindVarchar(index + 1, String(value));
      });
      const reader = await prepared.runAndReadAll();
      return reader.getRows().map((row) => row.map(toCell));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
