import { DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '@olympus/core';
import type { SourceFile } from './bytes.js';
import type { FileReading, RowBatch } from './rows.js';

/** Reads a Parquet file; each value as the text that says it in full, times without a zone as they are. */
export async function readParquet({ path: file, name }: SourceFile): Promise<FileReading> {
  return { form: { format: 'parquet' }, warnings: [], batches: readBatches() };

  async function* readBatches(): AsyncGenerator<RowBatch> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      threads: '1',
    });
    const connection = await instance.connect();
    try {
      await connection.run("SET TimeZone = 'UTC'");
      const path = `'${file.replaceAll("'", "''")}'`;
      const counted = await connection.runAndReadAll(
        `SELECT count(*)::DOUBLE FROM read_parquet(${path})`,
      );
      const all = Number(counted.getRows()[0]?.[0] ?? 0);
      const result = await connection.stream(
        `SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${path})`,
      );
      const columns = result.columnNames();
      let line = 0;
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) break;
        const rows = chunk.getRows().map((cells) => {
          line += 1;
          return {
            line,
            cells: cells.map((cell) => (cell === null || cell === '' ? null : String(cell))),
          };
        });
        yield { columns, rows, rejected: [], share: all === 0 ? 1 : line / all };
      }
      if (line === 0) yield { columns, rows: [], rejected: [], share: 1 };
    } catch (cause) {
      throw new Problem({
        code: 'unreadable_file',
        kind: 'invalid',
        message: `The file cannot be read: ${reasonOf(cause, file)}`,
        remedy: 'Look whether it was transferred whole.',
        at: name,
        cause,
      });
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }
}

/** What the database says, without where the server keeps the file. */
function reasonOf(cause: unknown, file: string): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [first = ''] = message.split('\n', 1);
  return first.replace(` in file '${file}'`, '').replaceAll(`'${file}'`, 'it');
}
