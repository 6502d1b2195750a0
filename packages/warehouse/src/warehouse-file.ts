import { join } from 'node:path';

/** The embedded warehouse's file in a data folder; its journal lies beside it. */
export function warehouseFile(dataDir: string): string {
  return join(dataDir, 'warehouse.duckdb');
}
