export type { Progress } from './heavy.js';
export {
  type CallOptions,
  createStatsPool,
  type PoolCalls,
  type PoolFunctions,
  type StatsPool,
} from './pool.js';
export type { Registry } from './registry.js';
