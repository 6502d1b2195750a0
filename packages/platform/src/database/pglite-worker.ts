import { parentPort, workerData } from 'node:worker_threads';
import { openPglite, type PgliteOptions } from './pglite-instance.js';

/** What the main thread sends. */
export type WorkerRequest =
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly sql: string;
      readonly params: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'dump'; readonly compression: 'gzip' | 'none' }
  | { readonly id: number; readonly kind: 'close' };

/** What the worker answers; id 0 says whether the store opened. */
export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly message: string;
      readonly code: string | undefined;
    };

const port = parentPort;
if (port !== null) {
  const answer = (id: number, work: Promise<unknown>) =>
    work.then(
      (value) => port.postMessage({ id, ok: true, value } satisfies WorkerAnswer),
      (error: unknown) => port.postMessage(refusal(id, error)),
    );
  const opened = openPglite(workerData as PgliteOptions);
  port.on('message', (request: WorkerRequest) => {
    void answer(
      request.id,
      opened.then((pglite): Promise<unknown> => {
        if (request.kind === 'query') return pglite.query(request.sql, request.params);
        return request.kind === 'dump' ? pglite.dump(request.compression) : pglite.close();
      }),
    );
  });
  void answer(
    0,
    opened.then(() => undefined),
  );
}

/** Structured cloning drops an error's code, so the parts travel apart. */
function refusal(id: number, error: unknown): WorkerAnswer {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : undefined;
  return { id, ok: false, message, code };
}
