import type { Logger, TenantId } from '@olympus/core';

/** Something that others may have cached is no longer what it was. */
export interface PlatformChange {
  readonly kind: 'tenant' | 'schemas' | 'metrics' | 'settings' | 'erasure';
  /** Undefined for settings of the installation. */
  readonly tenantId: TenantId | undefined;
}

export interface Changes {
  /** @returns stops listening */
  onChange(listener: (change: PlatformChange) => void): () => void;
  publish(change: PlatformChange): void;
}

/** Changes made by this process; one that another process makes is seen when caches expire. */
export function createChanges(log: Logger): Changes {
  const listeners = new Set<(change: PlatformChange) => void>();
  return {
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish: (change) => {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          log.error({ err: error, change: change.kind }, 'a listener to platform changes failed');
        }
      }
    },
  };
}
