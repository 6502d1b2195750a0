import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Heavy, Progress } from './heavy.js';
import type { Request, Response } from './messages.js';
import { type Registry, registry } from './registry.js';
import { startWorker } from './start-worker.js';

/** What may accompany a call. */
export interface CallOptions {
  /** Cancels: waiting work is dropped, running work stopped at once; rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Called with the share done, rising to 1. */
  readonly onProgress?: Progress;
}

type Asynchronous<H> =
  H extends Heavy<infer A, infer R> ? (...args: A) => Promise<Awaited<R>> : never;

/** The registered functions with their own signatures, made asynchronous. */
export type PoolFunctions = { readonly [K in keyof Registry]: Asynchronous<Registry[K]> };

/** Functions bound to call options, and a parallel map over them. */
export interface PoolCalls {
  readonly run: PoolFunctions;
  /**
   * Calls one function with many argument lists on all workers; results in the order given.
   * Progress is the share of calls done.
   */
  map<K extends keyof Registry>(
    name: K,
    calls: readonly Parameters<PoolFunctions[K]>[],
  ): Promise<Awaited<ReturnType<PoolFunctions[K]>>[]>;
}

/** A pool of worker threads for the heavy functions. */
export interface StatsPool extends PoolCalls {
  /** The same calls with a signal or a progress callback. */
  with(options: CallOptions): PoolCalls;
  /** Stops all workers; unfinished calls reject. */
  close(): Promise<void>;
}

interface Task {
  readonly request: Request;
  readonly onProgress: Progress | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Called once when the task ends, however it ends. */
  readonly settled: () => void;
}

interface Seat {
  readonly worker: Worker;
  task: Task | undefined;
}

/**
 * Makes a pool; workers start with the first calls that need them and do not keep the process
 * alive while idle.
 * @param options `size` largest number of workers, default the number of processors
 */
export const createStatsPool = (options: { readonly size?: number } = {}): StatsPool => {
  const size = Math.max(1, Math.floor(options.size ?? availableParallelism()));
  const seats = new Set<Seat>();
  const waiting: Task[] = [];
  let nextId = 1;
  let closed = false;

  const finish = (seat: Seat): Task | undefined => {
    const { task } = seat;
    seat.task = undefined;
    seat.worker.unref();
    task?.settled();
    return task;
  };

  const openSeat = (): Seat => {
    const seat: Seat = { worker: startWorker(), task: undefined };
    seat.worker.on('message', (response: Response) => {
      if (response.id !== seat.task?.request.id) return;
      if (response.kind === 'progress') {
        seat.task.onProgress?.(response.share);
        return;
      }
      const task = finish(seat);
      if (response.kind === 'failure') task?.reject(response.error);
      else {
        task?.onProgress?.(1);
        task?.resolve(response.value);
      }
      dispatch();
    });
    const lost = (error: unknown): void => {
      if (!seats.delete(seat)) return;
      finish(seat)?.reject(error);
      dispatch();
    };
    seat.worker.on('error', lost);
    seat.worker.on('exit', (code) => lost(new Error(`A worker of the pool ended (${code}).`)));
    seats.add(seat);
    return seat;
  };

  const dispatch = (): void => {
    while (waiting.length > 0) {
      let seat = [...seats].find((candidate) => candidate.task === undefined);
      if (seat === undefined && seats.size < size) seat = openSeat();
      const task = seat && waiting.shift();
      if (seat === undefined || task === undefined) return;
      seat.task = task;
      seat.worker.ref();
      try {
        seat.worker.postMessage(task.request);
      } catch (error) {
        // An argument cannot be cloned.
        finish(seat)?.reject(error);
      }
    }
  };

  const cancel = (id: number, reason: unknown): void => {
    const index = waiting.findIndex((task) => task.request.id === id);
    const [queued] = index >= 0 ? waiting.splice(index, 1) : [];
    queued?.settled();
    queued?.reject(reason);
    // Numeric code does not yield: the only way to stop it is to end its thread.
    for (const seat of seats) {
      if (seat.task?.request.id !== id) continue;
      seats.delete(seat);
      finish(seat)?.reject(reason);
      void seat.worker.terminate();
    }
    dispatch();
  };

  const call = (name: string, args: readonly unknown[], options: CallOptions): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { signal, onProgress } = options;
      if (closed) return reject(new Error('The pool is closed.'));
      if (signal?.aborted) return reject(signal.reason);
      const id = nextId++;
      const onAbort = (): void => cancel(id, signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      waiting.push({ request: { id, name, args }, onProgress, resolve, reject, settled });
      dispatch();
    });

  const bound = (options: CallOptions): PoolCalls => {
    const entries = Object.keys(registry).map((name) => [
      name,
      (...args: readonly unknown[]) => call(name, args, options),
    ]);
    return {
      // Built from the registry's own keys; TypeScript cannot follow `fromEntries`.
      run: Object.fromEntries(entries) as PoolFunctions,
      map: async <K extends keyof Registry>(
        name: K,
        calls: readonly Parameters<PoolFunctions[K]>[],
      ) => {
        const stop = new AbortController();
        const signal = options.signal
          ? AbortSignal.any([options.signal, stop.signal])
          : stop.signal;
        let done = 0;
        const one = async (args: readonly unknown[]): Promise<unknown> => {
          const result = await call(name, args, { signal });
          done++;
          options.onProgress?.(done / calls.length);
          return result;
        };
        try {
          const results = await Promise.all(calls.map(one));
          return results as Awaited<ReturnType<PoolFunctions[K]>>[];
        } catch (error) {
          stop.abort(error);
          throw error;
        }
      },
    };
  };

  return {
    ...bound({}),
    with: bound,
    close: async () => {
      closed = true;
      const reason = new Error('The pool is closed.');
      for (const task of waiting.splice(0)) {
        task.settled();
        task.reject(reason);
      }
      const open = [...seats];
      seats.clear();
      await Promise.all(
        open.map(async (seat) => {
          finish(seat)?.reject(reason);
          await seat.worker.terminate();
        }),
      );
    },
  };
};
