import type { Logger, TenantId } from '@olympus/core';
import {
  type DemoRooms,
  type FillOptions,
  fillDemo,
  readDemoState,
  tenantOf,
} from './filling/fill.js';
import { type LiveDemo, startLiveDemo } from './filling/live.js';
import { presetIds } from './shops/preset-ids.js';
import { findPreset } from './shops/presets.js';
import type { Shop } from './shops/shop.js';

export interface DemoDeps extends DemoRooms {
  readonly log: Logger;
  /** Called when a shop was brought up to now, for what is learned from it. */
  readonly filled?: (tenant: TenantId) => Promise<void>;
}

/** The simulated shops of an installation. */
export interface Demo {
  /** The shop that a new server shows. */
  readonly first: Shop;
  /** Makes the shop's tenant when it is missing and brings it up to now. @returns events sent */
  fill(shop: Shop, options?: FillOptions): Promise<number>;
  /** Whether the shop was brought up to some moment at least. */
  isFilled(shop: Shop): Promise<boolean>;
  /** Lets the shops that were filled go on living until the room closes. */
  live(): void;
  close(): Promise<void>;
}

export function createDemo(deps: DemoDeps): Demo {
  let living: LiveDemo | undefined;
  return {
    first: findPreset(presetIds[0]),
    async fill(shop, options) {
      const sent = await fillDemo(deps, shop, options);
      await deps.filled?.(tenantOf(shop));
      living?.watch(shop);
      return sent;
    },
    async isFilled(shop) {
      const state = await readDemoState(deps, shop);
      return state !== undefined && state.throughMs > 0;
    },
    live: () => {
      living ??= startLiveDemo(deps, deps.log);
    },
    async close() {
      await living?.close();
    },
  };
}
