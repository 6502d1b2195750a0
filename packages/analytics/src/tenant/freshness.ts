import type { TenantId } from '@olympus/core';
import { compileFreshness, type DataProfile, readFreshness } from '@olympus/semantic';
import type { Dialect } from '@olympus/sql';
import type { Warehouse } from '@olympus/warehouse';
import { createSingleFlight } from '../query/single-flight.js';

/** Tells how far each tenant's data reaches. */
export interface FreshnessReader {
  /** Undefined while the tenant has no data. One statement a version, and a small one after the first. */
  read(tenant: TenantId): Promise<DataProfile | undefined>;
}

export function createFreshnessReader(
  warehouse: Pick<Warehouse, 'query' | 'version' | 'retracted'>,
  dialect: Dialect,
  deadlineMs: number,
): FreshnessReader {
  interface Known {
    readonly version: number;
    readonly retracted: number;
    readonly profile: DataProfile | undefined;
  }
  const known = new Map<TenantId, Known>();
  const flights = createSingleFlight();
  return {
    read: async (tenant) => {
      const version = () => warehouse.version(tenant);
      const old = known.get(tenant);
      if (old?.version === version()) return old.profile;
      const { value } = await flights.run(tenant, version, async (at) => {
        const retracted = warehouse.retracted(tenant);
        const earlier = known.get(tenant);
        // what was taken back may have been the first or last there was
        const before = earlier?.retracted === retracted ? earlier.profile : undefined;
        const statement = compileFreshness(tenant, dialect, before);
        const { rows } = await warehouse.query(tenant, statement, { deadlineMs });
        const profile = readFreshness(rows[0], before);
        known.set(tenant, { version: at, retracted, profile });
        return profile;
      });
      return value;
    },
  };
}
