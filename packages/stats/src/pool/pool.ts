import { createThreadPool } from '@olympus/threads';
import type { Heavy, Progress } from './heavy.js';
import { type Registry, registry } from './registry.js';

/** What may accompany a call. */
export interface CallOptions {
  /** Cancels: waiting work is dropped, running work stopped at once; rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds for each call, waiting included; past it it is stopped: `computation_timeout`. */
  readonly deadlineMs?: number;
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

/**
 * Makes a pool; workers start with the first calls that need them and do not keep the process
 * alive while idle.
 * @param options `size` largest number of workers, default the number of processors
 */
export const createStatsPool = (options: { readonly size?: number } = {}): StatsPool => {
  const pool = createThreadPool<PoolFunctions>({
    entry: new URL('./worker.js', import.meta.url),
    name: 'a thread of the pool for statistics',
    ...(options.size === undefined ? {} : { size: options.size }),
  });

  const call = async <K extends keyof Registry>(
    name: K,
    args: Parameters<PoolFunctions[K]>,
    { signal, deadlineMs, onProgress }: CallOptions,
  ): Promise<Awaited<ReturnType<PoolFunctions[K]>>> => {
    const value = await pool.call(name, args, {
      ...(signal === undefined ? {} : { signal }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
      // the worker tells nothing but shares
      ...(onProgress === undefined ? {} : { onProgress: (share) => onProgress(Number(share)) }),
    });
    onProgress?.(1);
    return value;
  };

  const bound = (options: CallOptions): PoolCalls => {
    const names = Object.keys(registry) as (keyof Registry)[];
    const entries = names.map((name) => [
      name,
      (...args: Parameters<PoolFunctions[typeof name]>) => call(name, args, options),
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
        const { onProgress, ...others } = options;
        let done = 0;
        const one = async (args: Parameters<PoolFunctions[K]>) => {
          const result = await call(name, args, { ...others, signal });
          done++;
          onProgress?.(done / calls.length);
          return result;
        };
        try {
          return await Promise.all(calls.map(one));
        } catch (error) {
          stop.abort(error);
          throw error;
        }
      },
    };
  };

  return { ...bound({}), with: bound, close: () => pool.close() };
};
