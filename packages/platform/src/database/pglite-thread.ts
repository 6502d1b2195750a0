import type { Logger } from '@olympus/core';
import { openThread } from '@olympus/threads';
import type { PgliteInstance, PgliteOptions } from './pglite-instance.js';

/** What the thread of the embedded database is asked. */
export type PgliteMethods = Omit<PgliteInstance, 'close'>;

/** Opens PGlite in a worker thread, so that its statements never hold up the event loop. */
export async function openPgliteThread(
  options: PgliteOptions,
  log: Logger,
): Promise<PgliteInstance> {
  const thread = await openThread<PgliteMethods>({
    entry: new URL('./pglite-worker.js', import.meta.url),
    name: 'the embedded database',
    log,
    data: options,
  });
  return {
    query: (sql, params) => thread.call('query', [sql, params]),
    dump: (compression) => thread.call('dump', [compression]),
    close: () => thread.close(),
  };
}
