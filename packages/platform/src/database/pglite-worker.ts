import { serveThread, Transferred } from '@olympus/threads';
import { openPglite, type PgliteOptions } from './pglite-instance.js';
import type { PgliteMethods } from './pglite-thread.js';

serveThread<PgliteMethods, PgliteOptions>(async (options) => {
  const pglite = await openPglite(options);
  return {
    handlers: {
      query: ([sql, params]) => pglite.query(sql, params),
      dump: async ([compression]) => {
        const dump = await pglite.dump(compression);
        return new Transferred(dump, [dump.buffer as ArrayBuffer]);
      },
    },
    close: () => pglite.close(),
  };
});
