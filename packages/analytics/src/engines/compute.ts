import type { PoolFunctions } from '@olympus/stats/pool';
import { callerWentAway } from '../query/caller-went-away.js';
import type { EngineDependencies } from './engine.js';

/**
 * Runs statistics on the pool's threads, within the engines' deadline and the caller's patience.
 * @throws Problem `computation_timeout`, `query_cancelled`
 */
export async function compute<T>(
  { pool, deadlineMs }: Pick<EngineDependencies, 'pool' | 'deadlineMs'>,
  signal: AbortSignal | undefined,
  work: (stats: PoolFunctions) => Promise<T>,
): Promise<T> {
  try {
    return await work(pool.with({ deadlineMs, ...(signal === undefined ? {} : { signal }) }).run);
  } catch (error) {
    throw signal?.aborted === true ? callerWentAway() : error;
  }
}
