import { DuckDBDecimalValue, type DuckDBValue } from '@duckdb/node-api';
import { type LedgerName, type LedgerRow, ledgers } from '@olympus/semantic';
import type { Parameter } from '@olympus/sql';
import type { Cell } from '../../warehouse.js';
import { bindParameters, toCell } from './cells.js';
import type { ConnectionPool } from './connection-pool.js';

/** Reads rows of ledgers as their declaration types them. */
export interface RowReader {
  /** @param rest  what follows FROM and the ledger's name, with parameters as `$1`, `$2`, … */
  rows<L extends LedgerName>(
    ledger: L,
    rest: string,
    parameters: readonly Parameter[],
  ): Promise<LedgerRow<L>[]>;
  /** One column of a ledger's rows, as texts. */
  texts(
    ledger: LedgerName,
    column: string,
    rest: string,
    parameters: readonly Parameter[],
  ): Promise<string[]>;
}

export function createRowReader(pool: ConnectionPool): RowReader {
  async function read(
    columns: string,
    ledger: LedgerName,
    rest: string,
    parameters: readonly Parameter[],
  ): Promise<Cell[][]> {
    const { values, types } = bindParameters(parameters);
    return pool.run(async (connection) => {
      const text = `SELECT ${columns} FROM "${ledger}" ${rest}`;
      const reader = await connection.runAndReadAll(text, values, types);
      return reader.getRows().map((cells) => cells.map(toLedgerCell));
    });
  }

  return {
    async rows<L extends LedgerName>(ledger: L, rest: string, parameters: readonly Parameter[]) {
      // every declared column was asked for, in the declared order
      const rows: unknown[] = await read(columnLists.get(ledger) ?? '*', ledger, rest, parameters);
      return rows as LedgerRow<L>[];
    },
    async texts(ledger, column, rest, parameters) {
      const rows = await read(`"${column}"`, ledger, rest, parameters);
      return rows.map(([text]) => String(text));
    },
  };
}

const columnLists = new Map<LedgerName, string>(
  ledgers.map(({ name, columns }) => [
    name,
    columns.map((column) => `"${column.name}"`).join(', '),
  ]),
);

/** As the port returns cells, but decimals as amounts (ten-thousandths), which are exact. */
function toLedgerCell(value: DuckDBValue): Cell {
  return value instanceof DuckDBDecimalValue ? Number(value.value) : toCell(value);
}
