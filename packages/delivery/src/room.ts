import { defineRoom } from '@olympus/contract';
import jobsRoom from '@olympus/jobs/room';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import type { Delivery } from './delivery.js';

export default defineRoom({
  contract,
  async open(hall) {
    await Promise.all([hall.use(platformRoom), hall.use(jobsRoom)]);
    const service: Delivery = { send: async () => undefined };
    return { service, handlers: {} };
  },
});
