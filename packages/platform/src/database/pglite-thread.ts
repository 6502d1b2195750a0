import { Worker } from 'node:worker_threads';
import type { Row } from './engine.js';
import type { PgliteInstance, PgliteOptions } from './pglite-instance.js';
import type { WorkerAnswer, WorkerRequest } from './pglite-worker.js';

type Sent<R> = R extends WorkerRequest ? Omit<R, 'id'> : never;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Opens PGlite in a worker thread, so that its statements never hold up the event loop. */
export async function openPgliteThread(options: PgliteOptions): Promise<PgliteInstance> {
  const worker = startWorker(options);
  const waiting = new Map<number, Waiting>();
  let stopped: Error | undefined;
  let nextId = 1;

  const stop = (reason: string) => {
    stopped ??= withCode(reason, 'STORE_STOPPED');
    for (const one of waiting.values()) one.reject(stopped);
    waiting.clear();
  };
  worker.on('error', (error) => stop(`the embedded database failed: ${error.message}`));
  worker.on('exit', (code) => stop(`the embedded database stopped (exit code ${code})`));
  worker.on('message', (message: WorkerAnswer) => {
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) one?.resolve(message.value);
    else one?.reject(withCode(message.message, message.code));
  });

  const answerTo = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      if (stopped !== undefined) reject(stopped);
      else waiting.set(id, { resolve, reject });
    });
  const send = (request: Sent<WorkerRequest>) => {
    const id = nextId++;
    const answer = answerTo(id);
    if (stopped === undefined) worker.postMessage({ ...request, id });
    return answer;
  };

  try {
    await answerTo(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: async (sql, params) => (await send({ kind: 'query', sql, params })) as readonly Row[],
    dump: async (compression) => (await send({ kind: 'dump', compression })) as Uint8Array,
    close: async () => {
      if (stopped === undefined) await send({ kind: 'close' });
      await worker.terminate();
    },
  };
}

/** From `dist` the worker is plain JavaScript; from source it needs the TypeScript loader first. */
function startWorker(workerData: PgliteOptions): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fromSource ? './source-worker.mjs' : './pglite-worker.js';
  return new Worker(new URL(entry, import.meta.url), { workerData, execArgv: [] });
}

function withCode(message: string, code: string | undefined): Error {
  return Object.assign(new Error(message), { code });
}
