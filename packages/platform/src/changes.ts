import { type Bus, modelChanged, tenantChanged } from '@olympus/bus';
import type { TenantId } from '@olympus/core';

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
      return () => {
        stopTenants();
        stopModels();
      };
    },
    publish({ kind, tenantId }) {
      if (kind === 'metrics') bus.publish(modelChanged, tenantId, {});
      else bus.publish(tenantChanged, tenantId, { what: kind });
    },
  };
}
