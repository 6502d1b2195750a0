import { randomInt } from 'node:crypto';
import { inboxChanged } from '@olympus/bus';
import { defineRoom } from '@olympus/contract';
import { createRandom, type TenantId } from '@olympus/core';
import jobsRoom from '@olympus/jobs/room';
import platformRoom from '@olympus/platform/room';
import { createChannelStore } from './channels/channel-store.js';
import contract from './contract.js';
import { createDelivery } from './delivery.js';
import { createInboxStore } from './inbox/inbox-store.js';
import { channelHandlers } from './operations/channels.js';
import { inboxHandlers } from './operations/inbox.js';
import { unsubscribeHandlers } from './operations/unsubscribe.js';
import { registerSending } from './outbox/jobs.js';
import { createLogStore } from './outbox/log-store.js';
import { createOutboxStore } from './outbox/outbox-store.js';
import { pruneMessages } from './outbox/prune.js';
import { messagesAsPersonalData } from './personal-data.js';
import { type DeliverySettings, readDeliverySettings } from './settings.js';
import { createUnsubscribeLinks } from './unsubscribe/links.js';
import { createWays } from './ways/ways.js';

export default defineRoom({
  contract,
  migrations: new URL('../migrations/', import.meta.url),
  settings: readDeliverySettings,
  async open(hall, settings: DeliverySettings) {
    const { clock, log, publicUrl, resolveHost, bus } = hall;
    const operator = settings.smtp;
    const [platform, jobs] = await Promise.all([hall.use(platformRoom), hall.use(jobsRoom)]);
    const { database, users, tenants, audit } = platform;
    const channels = createChannelStore({
      database,
      clock,
      tenantKey: platform.people.tenantKey,
      addressKey: platform.deriveKey('delivery.addresses'),
    });
    const links = createUnsubscribeLinks(platform.deriveKey('delivery.unsubscribe'), publicUrl);
    const deps = {
      database,
      channels,
      links,
      publicUrl,
      users,
      audit,
      operator,
      resolveHost,
      clock,
      log,
      tenantOf: (tenant: TenantId) => tenants.get(tenant),
      ways: createWays({ fetch: hall.fetch, resolveHost, operator, clock }),
      outbox: createOutboxStore(database, clock),
      messages: createLogStore(database, clock),
      inbox: createInboxStore(database, clock),
      random: createRandom(randomInt(2 ** 31)),
      announce: (tenant: TenantId) => bus.publish(inboxChanged, tenant, {}),
      prune: () => pruneMessages(database, clock),
    };
    const waking = registerSending(jobs, deps);
    return {
      service: createDelivery({ ...deps, waking }),
      handlers: {
        ...channelHandlers({ ...deps, waking }),
        ...inboxHandlers(deps),
        ...unsubscribeHandlers(deps),
      },
      personalData: messagesAsPersonalData,
      // what a process that ended left behind
      started: async () => {
        await waking.sweep();
      },
      close: async () => waking.close(),
    };
  },
});
