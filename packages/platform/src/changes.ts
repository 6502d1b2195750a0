import { accessChanged, type Bus, modelChanged, tenantChanged } from '@olympus/bus';
import type { TenantId } from '@olympus/core';

/** Something that others may have cached is no longer what it was. */
export interface PlatformChange {
  /** `unknown` where changes of other processes may have been missed. */
  readonly kind: 'tenant' | 'schemas' | 'metrics' | 'settings' | 'erasure' | 'unknown';
  /** Undefined where it may concern everybody. */
  readonly tenantId: TenantId | undefined;
}

export interface Changes {
  /** @returns stops listening */
  onChange(listener: (change: PlatformChange) => void): () => void;
  publish(change: PlatformChange): void;
  /** Called when who may do what may have changed, in this process or another. @returns stops listening */
  onAccess(listener: () => void): () => void;
  publishAccess(): void;
}

/** What the platform says on the bus, under one name. */
export function createChanges(bus: Bus): Changes {
  return {
    onChange(listener) {
      const stopTenants = bus.subscribe(tenantChanged, 'all', ({ what }, tenantId) =>
        listener({ kind: what, tenantId }),
      );
      const stopModels = bus.subscribe(modelChanged, 'all', (_nothing, tenantId) =>
        listener({ kind: 'metrics', tenantId }),
      );
      const stopResyncing = bus.onResync(() => listener({ kind: 'unknown', tenantId: undefined }));
      return () => {
        stopTenants();
        stopModels();
        stopResyncing();
      };
    },
    onAccess(listener) {
      const stopAccess = bus.subscribe(accessChanged, 'all', listener);
      const stopResyncing = bus.onResync(listener);
      return () => {
        stopAccess();
        stopResyncing();
      };
    },
    publishAccess: () => bus.publish(accessChanged, undefined, {}),
    publish({ kind, tenantId }) {
      if (kind === 'metrics') bus.publish(modelChanged, tenantId, {});
      else if (kind !== 'unknown') bus.publish(tenantChanged, tenantId, { what: kind });
    },
  };
}
