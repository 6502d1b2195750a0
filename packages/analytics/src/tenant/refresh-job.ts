import type { TenantId } from '@olympus/core';
import { defineJob } from '@olympus/jobs';
import { Type } from 'typebox';

/** Brings a tenant's rollup up to date, once so much was committed since that it pays. */
export function createRefreshJob(refresh: (tenant: TenantId, rollup: string) => Promise<void>) {
  return defineJob({
    kind: 'analytics.refresh_rollup',
    input: Type.Object({ rollup: Type.String() }),
    concurrency: 2,
    timeoutMs: 30 * 60_000,
    visibleToTenant: false,
    run: async ({ tenant, input: { rollup } }) => {
      if (tenant === undefined) throw new Error('a rollup is some shop’s');
      await refresh(tenant, rollup);
    },
  });
}
