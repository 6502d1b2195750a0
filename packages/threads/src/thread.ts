import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ResourceLimits, type TransferListItem, Worker } from 'node:worker_threads';
import { type Logger, silentLogger } from '@olympus/core';
import { receiveFault } from './fault.js';
import { openedId, type ThreadAnswer, type ThreadData, type ThreadRequest } from './messages.js';
import type { MethodAnswer, MethodArgs, MethodName, ThreadMethods } from './methods.js';

export interface ThreadOptions {
  /** The thread's module as built: `new URL('./worker.js', import.meta.url)`, from source too. */
  readonly entry: URL;
  /** For people: `the thread of the warehouse`. */
  readonly name: string;
  /** Gets the thread's log lines, and its failure. */
  readonly log?: Logger;
  /** What the thread's `serveThread` opens with. */
  readonly data?: unknown;
  readonly resourceLimits?: ResourceLimits;
}

export interface ThreadCallOptions {
  /** Moved to the thread instead of copied; the caller cannot use them any more. */
  readonly transfer?: readonly TransferListItem[];
  /** What the call tells before its answer. */
  readonly onProgress?: (value: unknown) => void;
  /** Tells the handler to give up; the call then ends as the handler ends it. */
  readonly signal?: AbortSignal;
}

/** The code of errors that say that a thread is gone; its calls will never be answered. */
export const threadStopped = 'THREAD_STOPPED';

/** A worker thread that answers calls. */
export interface Thread<M extends ThreadMethods<M>> {
  /**
   * Rejects with what the handler threw (a Problem stays one), or with an error of code
   * `THREAD_STOPPED` when the thread is closed or ends before it answers.
   */
  call<K extends MethodName<M>>(
    method: K,
    args: MethodArgs<M, K>,
    options?: ThreadCallOptions,
  ): Promise<MethodAnswer<M, K>>;
  /** Lets the thread let go of what it holds, then ends it. */
  close(): Promise<void>;
}

/** A thread that may still be opening, as the pool handles it. */
export interface StartedThread<M extends ThreadMethods<M>> extends Thread<M> {
  readonly opened: Promise<void>;
  readonly stopped: boolean;
  /** Ends the thread wherever it stands. */
  terminate(): Promise<void>;
  /** Whether the thread keeps the process alive. */
  hold(alive: boolean): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  readonly onProgress: ((value: unknown) => void) | undefined;
}

/** Starts a thread and waits until it has opened; a thread that cannot open is ended again. */
export async function openThread<M extends ThreadMethods<M>>(
  options: ThreadOptions,
): Promise<Thread<M>> {
  const thread = startThread<M>(options);
  try {
    await thread.opened;
    return thread;
  } catch (error) {
    await thread.terminate();
    throw error;
  }
}

export function startThread<M extends ThreadMethods<M>>(options: ThreadOptions): StartedThread<M> {
  const { name, log = silentLogger } = options;
  const worker = startWorker(options);
  const waiting = new Map<number, Waiting>();
  let stopped: Error | undefined;
  let nextId = openedId + 1;

  const stop = (reason: string, cause?: unknown) => {
    stopped ??= Object.assign(new Error(`${name} ${reason}`, { cause }), { code: threadStopped });
    for (const one of waiting.values()) one.reject(stopped);
    waiting.clear();
  };
  const fail = (error: Error) => {
    if (stopped === undefined) log.error({ err: error }, `${name} failed`);
    stop(`failed: ${error.message}`, error);
  };
  worker.on('error', fail);
  worker.on('messageerror', fail);
  worker.on('exit', (code) => stop(`ended with exit code ${code}`));
  worker.on('message', (answer: ThreadAnswer) => {
    if ('log' in answer) return log[answer.log](answer.fields, answer.message);
    const one = waiting.get(answer.id);
    if ('progress' in answer) return one?.onProgress?.(answer.progress);
    waiting.delete(answer.id);
    if ('fault' in answer) one?.reject(receiveFault(answer.fault));
    else if ('value' in answer) one?.resolve(answer.value);
    else one?.resolve(answer.json === undefined ? undefined : JSON.parse(answer.json));
  });

  const answerTo = (id: number, onProgress?: Waiting['onProgress']) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
    });
  /** Throws when the request cannot be cloned. */
  const post = (request: ThreadRequest, transfer: readonly TransferListItem[] = []) => {
    if (stopped !== undefined) throw stopped;
    worker.postMessage(request, transfer);
  };
  const call = async (
    method: string,
    args: readonly unknown[],
    { transfer, onProgress, signal }: ThreadCallOptions = {},
  ): Promise<unknown> => {
    const id = nextId++;
    post({ id, method, args, abortable: signal !== undefined }, transfer);
    const answer = answerTo(id, onProgress);
    if (signal === undefined) return answer;
    const abort = () => {
      if (stopped === undefined) post({ abort: id });
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    return answer.finally(() => signal.removeEventListener('abort', abort));
  };
  const terminate = async () => {
    stop('is closed');
    await worker.terminate();
  };

  return {
    opened: answerTo(openedId).then(() => undefined),
    get stopped() {
      return stopped !== undefined;
    },
    call: <K extends MethodName<M>>(
      method: K,
      args: MethodArgs<M, K>,
      callOptions?: ThreadCallOptions,
    ) => call(method, args, callOptions) as Promise<MethodAnswer<M, K>>,
    terminate,
    async close() {
      if (stopped === undefined) {
        const id = nextId++;
        post({ id, close: true });
        await answerTo(id).finally(terminate);
      }
    },
    hold: (alive) => (alive ? worker.ref() : worker.unref()),
  };
}

/** A built module runs as it is; one that is there only as TypeScript needs the loader first. */
function startWorker({ entry, data, resourceLimits }: ThreadOptions): Worker {
  const built = existsSync(fileURLToPath(entry));
  const source = new URL(entry.href.replace(/\.js$/, '.ts'));
  const workerData: ThreadData = { entry: (built ? entry : source).href, data };
  return new Worker(built ? entry : new URL('../src/source-entry.mjs', import.meta.url), {
    workerData,
    execArgv: built ? [] : ['--conditions=source'],
    ...(resourceLimits === undefined ? {} : { resourceLimits }),
  });
}
