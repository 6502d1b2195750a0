import type { TenantId } from '@olympus/core';
import { type DataProfile, rollups, type StandingRollup } from '@olympus/semantic';
import { createRollupKeeper } from './rollups.js';

/** Keeps every declared rollup of each tenant. */
export interface RollupKeepers {
  /** Those to plan with. */
  current(
    tenant: { readonly id: TenantId; readonly timeZone: string },
    profile: DataProfile | undefined,
  ): Promise<readonly StandingRollup[]>;
  /** Brings one of them up to date now; one that is declared no more is left alone. */
  refresh(
    rollup: string,
    tenant: { readonly id: TenantId; readonly timeZone: string },
    profile: DataProfile,
  ): Promise<void>;
  /** Resolves when no refresh is under way. */
  settled(): Promise<void>;
}

export function createRollupKeepers(
  deps: Omit<Parameters<typeof createRollupKeeper>[0], 'rollup'>,
): RollupKeepers {
  const keepers = rollups.map((rollup) => ({
    rollup,
    keeper: createRollupKeeper({ ...deps, rollup }),
  }));
  return {
    async current(tenant, profile) {
      const standing = await Promise.all(
        keepers.map(async ({ rollup, keeper }) => {
          const state = await keeper.current(tenant, profile);
          return state === undefined ? [] : [{ rollup, state }];
        }),
      );
      return standing.flat();
    },
    async refresh(name, tenant, profile) {
      await keepers.find(({ rollup }) => rollup.name === name)?.keeper.refresh(tenant, profile);
    },
    async settled() {
      await Promise.all(keepers.map(({ keeper }) => keeper.settled()));
    },
  };
}
