import type { Logger, TenantId } from '@olympus/core';

/** Time after a change in which others are awaited, and are looked at together. */
const settleMs = 200;
/** Tenants that are looked at at the same time. */
const atOnce = 4;

/** Looks at tenants whose data changed, each by itself and one look at a time. */
export interface Watch {
  changed(tenant: TenantId): void;
  /** Ends what runs and begins nothing more. */
  stop(): Promise<void>;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

export function createWatch(
  look: (tenant: TenantId, signal: AbortSignal) => Promise<void>,
  log: Logger,
): Watch {
  const stopping = new AbortController();
  /** Timers of tenants that changed lately. */
  const timers = new Map<TenantId, NodeJS.Timeout>();
  /** In the order they became due. */
  const due = new Set<TenantId>();
  const running = new Map<TenantId, Promise<void>>();
  const again = new Set<TenantId>();

  const next = () => {
    for (const tenant of due) {
      if (running.size >= atOnce || stopping.signal.aborted) return;
      due.delete(tenant);
      const run = look(tenant, stopping.signal)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted)
            log.error({ err: error, tenant }, 'alerts could not be judged');
        })
        .then(() => {
          running.delete(tenant);
          if (again.delete(tenant)) watch.changed(tenant);
          next();
        });
      running.set(tenant, run);
    }
  };
  const watch: Watch = {
    changed(tenant) {
      if (stopping.signal.aborted || timers.has(tenant) || due.has(tenant)) return;
      if (running.has(tenant)) {
        again.add(tenant);
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(tenant);
        due.add(tenant);
        next();
      }, settleMs);
      timers.set(tenant, timer.unref());
    },
    async stop() {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      due.clear();
      await Promise.all(running.values());
    },
    async idle() {
      while (timers.size + due.size + running.size > 0) {
        await Promise.all(running.values());
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  return watch;
}
