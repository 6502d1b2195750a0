import { defineRoom, type Handlers } from '@olympus/contract';
import ingestRoom from '@olympus/ingest/room';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createDemo } from './demo.js';
import { presetIds } from './shops/preset-ids.js';
import { findPreset } from './shops/presets.js';

export default defineRoom({
  contract,
  async open(hall) {
    const { clock, log } = hall;
    const [platform, ingest] = await Promise.all([hall.use(platformRoom), hall.use(ingestRoom)]);
    const demo = createDemo({ platform, ingest, clock, log });
    const handlers: Handlers<typeof contract.operations> = {
      'demo.fill': async ({ input }) => {
        const shop = findPreset(input.preset ?? presetIds[0]);
        return { tenant: shop.tenant, events: await demo.fill(shop) };
      },
    };
    return { service: demo, handlers, close: () => demo.close() };
  },
});
