import { defineJob } from '@olympus/jobs';
import { Type } from 'typebox';
import type { Demo } from '../demo.js';
import { type PresetId, presetIds } from '../shops/preset-ids.js';
import { findPreset } from '../shops/presets.js';

const input = Type.Object({ preset: Type.Enum([...presetIds]) });

/** What a fill came to. */
export interface DemoFilled {
  readonly tenant: string;
  /** Events sent. */
  readonly events: number;
}

/** Fills a shop. Begun again after it was interrupted, it goes on where events are missing. */
export function createFillJob(demo: Pick<Demo, 'fill'>) {
  return defineJob({
    kind: 'demo.fill',
    input,
    timeoutMs: 60 * 60_000,
    visibleToTenant: false,
    run: async ({ input: { preset }, progress, signal }): Promise<DemoFilled> => {
      const shop = findPreset(preset as PresetId);
      const events = await demo.fill(shop, {
        signal,
        progress: (fraction, sent) =>
          progress({ fraction, sentence: `${sent.toLocaleString('en')} events` }),
      });
      return { tenant: shop.tenant, events };
    },
  });
}
