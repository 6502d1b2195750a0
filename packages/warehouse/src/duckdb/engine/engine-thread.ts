import { Worker } from 'node:worker_threads';
import type { Logger } from '@olympus/core';
import type { Engine, PackedCommit } from './engine.js';
import {
  type EngineAnswer,
  type EngineCall,
  type EngineRequest,
  receiveFault,
  type ThreadOptions,
} from './messages.js';
import type { SessionOptions } from './session.js';

type Sent<R> = R extends EngineRequest ? Omit<R, 'id'> : never;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly visit?: (hashes: Float64Array) => void;
}

/** Opens the database in a thread of its own. */
export async function openEngineThread(session: SessionOptions, log: Logger): Promise<Engine> {
  const worker = startWorker({ session });
  const waiting = new Map<number, Waiting>();
  let stopped: Error | undefined;
  let nextId = 1;

  const stop = (error: Error) => {
    stopped ??= error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('error', (error) => {
    log.error({ err: error }, 'the thread of the warehouse failed');
    stop(error);
  });
  worker.on('exit', (code) => stop(new Error(`the thread of the warehouse ended with ${code}`)));
  worker.on('message', (answer: EngineAnswer) => {
    if ('log' in answer) return log[answer.log](answer.fields, answer.message);
    const one = waiting.get(answer.id);
    if ('hashes' in answer) return one?.visit?.(answer.hashes);
    waiting.delete(answer.id);
    if ('fault' in answer) one?.reject(receiveFault(answer.fault));
    else one?.resolve(answer.value === undefined ? undefined : JSON.parse(answer.value));
  });

  const answerTo = (id: number, visit?: Waiting['visit']) =>
    new Promise<unknown>((resolve, reject) => {
      if (stopped !== undefined) reject(stopped);
      else waiting.set(id, { resolve, reject, ...(visit === undefined ? {} : { visit }) });
    });
  const send = (
    request: Sent<EngineRequest>,
    { transfer = [], visit }: { transfer?: ArrayBuffer[]; visit?: Waiting['visit'] } = {},
  ) => {
    const id = nextId++;
    const answer = answerTo(id, visit);
    if (stopped === undefined) worker.postMessage({ ...request, id }, transfer);
    return answer;
  };
  /** The engine's own method of this name, in its thread. */
  const forward =
    <K extends EngineCall>(call: K) =>
    (...args: Parameters<Engine[K]>) =>
      send({ call, args }) as ReturnType<Engine[K]>;

  try {
    await answerTo(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    lastCommit: forward('lastCommit'),
    load: (commits: readonly PackedCommit[], layout) =>
      send(
        { call: 'load', args: [commits, layout] },
        { transfer: commits.map(({ payload }) => payload) },
      ) as Promise<number>,
    query: forward('query'),
    cancel: forward('cancel'),
    findEvents: forward('findEvents'),
    fetchEvents: forward('fetchEvents'),
    fetchDocuments: forward('fetchDocuments'),
    fetchDimension: forward('fetchDimension'),
    fetchDeadLetters: forward('fetchDeadLetters'),
    scanHashes: async (ledger, visit) => {
      await send({ scan: ledger }, { visit });
    },
    fetchRollup: forward('fetchRollup'),
    lastSale: forward('lastSale'),
    addToRollup: forward('addToRollup'),
    ping: forward('ping'),
    backup: forward('backup'),
    async close() {
      if (stopped === undefined) await send({ call: 'close', args: [] });
      await worker.terminate();
    },
  };
}

/** From `dist` the worker is plain JavaScript; from source it needs the TypeScript loader first. */
function startWorker(workerData: ThreadOptions): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fromSource ? './source-worker.mjs' : './engine-worker.js';
  return new Worker(new URL(entry, import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
    execArgv: fromSource ? ['--conditions=source'] : [],
  });
}
