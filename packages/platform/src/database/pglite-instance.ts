import { PGlite } from '@electric-sql/pglite';
import type { Row } from './engine.js';
import { valueParsers } from './parse-values.js';

/** The three things the engine asks of a PGlite, wherever it runs. */
export interface PgliteInstance {
  query(sql: string, params: readonly unknown[]): Promise<readonly Row[]>;
  /** One tar of everything. */
  dump(compression: 'gzip' | 'none'): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface PgliteOptions {
  /** Folder of its own; undefined keeps everything in memory. */
  readonly dataDir?: string | undefined;
  /** A dump that fills the new, empty store. */
  readonly dump?: Uint8Array | undefined;
}

/** The control store is small and has one session: 120 MB instead of 260, and a quicker start. */
const small = ['-c', 'shared_buffers=16MB', '-c', 'max_connections=5'];

/** Opens PGlite in this thread. It blocks the event loop for as long as a statement runs. */
export async function openPglite(options: PgliteOptions): Promise<PgliteInstance> {
  const pglite = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...small],
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    ...(options.dump === undefined
      ? {}
      : { loadDataDir: new Blob([new Uint8Array(options.dump)]) }),
  });
  await pglite.exec(`set timezone to 'UTC'; set datestyle to 'ISO'`);
  return {
    query: async (sql, params) => {
      const result = await pglite.query<Row>(sql, [...params], {
        rowMode: 'array',
        parsers: valueParsers,
      });
      return result.rows;
    },
    dump: async (compression) =>
      new Uint8Array(await (await pglite.dumpDataDir(compression)).arrayBuffer()),
    close: () => pglite.close(),
  };
}
