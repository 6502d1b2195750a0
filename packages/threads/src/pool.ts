import { availableParallelism } from 'node:os';
import type { TransferListItem } from 'node:worker_threads';
import { Problem } from '@olympus/core';
import type { MethodAnswer, MethodArgs, MethodName, ThreadMethods } from './methods.js';
import { type StartedThread, startThread, type ThreadOptions } from './thread.js';

export interface ThreadPoolOptions extends ThreadOptions {
  /** Threads at most; by default as many as there are processors. */
  readonly size?: number;
}

export interface PoolCallOptions {
  /** Cancels: a call that waits is dropped, a running one's thread is ended; rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds from now, waiting included; past it the call is cancelled with `computation_timeout`. */
  readonly deadlineMs?: number;
  readonly onProgress?: (value: unknown) => void;
  readonly transfer?: readonly TransferListItem[];
}

/** Threads that run one call each, for computation that does not yield. */
export interface ThreadPool<M extends ThreadMethods<M>> {
  /** Rejects with what the handler threw, why it was cancelled, or the end of its thread or the pool. */
  call<K extends MethodName<M>>(
    method: K,
    args: MethodArgs<M, K>,
    options?: PoolCallOptions,
  ): Promise<MethodAnswer<M, K>>;
  /** Ends all threads; unfinished calls reject with `pool_closed`. */
  close(): Promise<void>;
}

interface Task<M extends ThreadMethods<M>> {
  /** Gives the task to a thread; resolves when the thread is done with it, and never rejects. */
  run(thread: StartedThread<M>): Promise<void>;
  reject(reason: unknown): void;
}

interface Seat<M extends ThreadMethods<M>> {
  readonly thread: StartedThread<M>;
  task: Task<M> | undefined;
}

/**
 * Threads start with the first calls that need them and keep the process alive only while they
 * compute. First come, first served.
 */
export function createThreadPool<M extends ThreadMethods<M>>(
  options: ThreadPoolOptions,
): ThreadPool<M> {
  const size = Math.max(1, Math.floor(options.size ?? availableParallelism()));
  const seats = new Set<Seat<M>>();
  const waiting = new Set<Task<M>>();
  let closed = false;

  const openSeat = (): Seat<M> => {
    const thread = startThread<M>(options);
    // a thread that cannot open rejects the call it was started for
    thread.opened.catch(() => undefined);
    const seat: Seat<M> = { thread, task: undefined };
    seats.add(seat);
    return seat;
  };
  const occupy = async (seat: Seat<M>, task: Task<M>) => {
    seat.task = task;
    seat.thread.hold(true);
    await task.run(seat.thread);
    seat.task = undefined;
    seat.thread.hold(false);
    if (seat.thread.stopped) seats.delete(seat);
    dispatch();
  };
  const dispatch = () => {
    for (const task of waiting) {
      for (const seat of seats) if (seat.thread.stopped) seats.delete(seat);
      let seat = [...seats].find((candidate) => candidate.task === undefined);
      if (seat === undefined && seats.size < size) seat = openSeat();
      if (seat === undefined) return;
      waiting.delete(task);
      void occupy(seat, task);
    }
  };
  /** Computation does not yield: the only way to stop it is to end its thread. */
  const cancel = (task: Task<M>, reason: unknown) => {
    task.reject(reason);
    waiting.delete(task);
    for (const seat of seats) {
      if (seat.task === task) void seat.thread.terminate();
    }
  };

  return {
    async call<K extends MethodName<M>>(
      method: K,
      args: MethodArgs<M, K>,
      { signal, deadlineMs, onProgress, transfer = [] }: PoolCallOptions = {},
    ) {
      if (closed) throw poolClosed(options.name);
      signal?.throwIfAborted();
      const { promise, resolve, reject } = deferred<MethodAnswer<M, K>>();
      const task: Task<M> = {
        run: (thread) =>
          thread
            .call(method, args, { transfer, ...(onProgress === undefined ? {} : { onProgress }) })
            .then(resolve, reject),
        reject,
      };
      const abort = () => cancel(task, signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      const timer =
        deadlineMs === undefined
          ? undefined
          : setTimeout(() => cancel(task, tooLong(deadlineMs)), deadlineMs);
      waiting.add(task);
      dispatch();
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
    async close() {
      closed = true;
      const reason = poolClosed(options.name);
      for (const task of waiting) task.reject(reason);
      waiting.clear();
      const open = [...seats];
      seats.clear();
      await Promise.all(
        open.map(({ thread, task }) => {
          task?.reject(reason);
          return task === undefined ? thread.close() : thread.terminate();
        }),
      );
    },
  };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function poolClosed(name: string): Problem {
  return new Problem({
    code: 'pool_closed',
    kind: 'unavailable',
    message: `${name} is closed`,
  });
}

function tooLong(deadlineMs: number): Problem {
  return new Problem({
    code: 'computation_timeout',
    kind: 'timeout',
    message: `The computation took longer than ${deadlineMs} ms and was stopped`,
    remedy: 'Compute on less data, or allow more time.',
  });
}
