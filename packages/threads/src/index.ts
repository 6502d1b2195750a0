/**
 * Worker threads. A thread's module calls `serveThread` with what it offers; `openThread` starts
 * one, from a build or from TypeScript source, and calls into it; `createThreadPool` runs
 * computation that does not yield on several, one call each.
 */
export type { MethodAnswer, MethodArgs, MethodName, ThreadMethods } from './methods.js';
export {
  createThreadPool,
  type PoolCallOptions,
  type ThreadPool,
  type ThreadPoolOptions,
} from './pool.js';
export {
  type ServeOptions,
  serveThread,
  type ThreadCall,
  type ThreadHandlers,
  type ThreadService,
  Transferred,
} from './serve.js';
export {
  openThread,
  type Thread,
  type ThreadCallOptions,
  type ThreadOptions,
  threadStopped,
} from './thread.js';
