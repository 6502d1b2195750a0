import { serveThread, type ThreadCall, type ThreadHandlers } from '@olympus/threads';
import type { Heavy } from './heavy.js';
import type { PoolFunctions } from './pool.js';
import { registry } from './registry.js';

/** Runs a registered function; tells its progress with a message for every per cent at most. */
const handlerOf =
  ({ run }: Heavy<readonly never[], unknown>) =>
  (args: readonly never[], call: ThreadCall): unknown => {
    let sent = Number.NEGATIVE_INFINITY;
    const progress = (share: number): void => {
      if (!(share - sent >= 0.01)) return;
      sent = share;
      call.progress(share);
    };
    return run(progress, ...args);
  };

const functions: readonly [string, Heavy<readonly never[], unknown>][] = Object.entries(registry);

serveThread<PoolFunctions>(() => ({
  // Built from the registry's own entries; TypeScript cannot follow `fromEntries`.
  handlers: Object.fromEntries(
    functions.map(([name, heavy]) => [name, handlerOf(heavy)]),
  ) as unknown as ThreadHandlers<PoolFunctions>,
}));
