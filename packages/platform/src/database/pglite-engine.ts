import type { Engine } from './engine.js';
import type { PgliteInstance } from './pglite-instance.js';

/**
 * PGlite as an engine. It has a single session, so statements queue, and a transaction holds the
 * queue until it is over.
 */
export function createPgliteEngine(pglite: PgliteInstance): Engine {
  let tail: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
  return {
    kind: 'pglite',
    execute: (sql, params = []) => exclusive(() => pglite.query(sql, params)),
    transaction: (work) =>
      exclusive(async () => {
        await pglite.query('begin', []);
        try {
          const value = await work((sql, params = []) => pglite.query(sql, params));
          await pglite.query('commit', []);
          return value;
        } catch (error) {
          await pglite.query('rollback', []).catch(() => undefined);
          throw error;
        }
      }),
    dump: () => exclusive(() => pglite.dump('gzip')),
    close: () => exclusive(() => pglite.close()),
  };
}
