import type { Handlers } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import type { Audit, Tenant } from '@olympus/platform';
import type { ChannelStore } from '../channels/channel-store.js';
import type { LogStore } from '../outbox/log-store.js';
import { linkNotValid } from '../problems.js';
import type { UnsubscribeLinks } from '../unsubscribe/links.js';
import { unsubscribePage } from '../unsubscribe/page.js';
import type { unsubscribeOperations } from './unsubscribe.contract.js';

export function unsubscribeHandlers(deps: {
  readonly links: UnsubscribeLinks;
  readonly channels: Pick<ChannelStore, 'find'>;
  readonly messages: Pick<LogStore, 'unsubscribe'>;
  readonly tenantOf: (tenant: TenantId) => Promise<Tenant | undefined>;
  readonly audit: Pick<Audit, 'record'>;
}): Handlers<typeof unsubscribeOperations> {
  const { links, channels, messages, tenantOf, audit } = deps;

  async function read(token: string) {
    const lane = links.read(token);
    const channel = lane === undefined ? undefined : await channels.find(lane.channel);
    const tenant = channel === undefined ? undefined : await tenantOf(channel.tenant);
    if (lane === undefined || tenant === undefined) throw linkNotValid();
    return { lane, tenant };
  }
  const pageOf = ({ locale, name }: Tenant, done: boolean) => ({
    body: unsubscribePage(locale, name, done),
    mediaType: 'text/html',
  });

  return {
    'unsubscribe.look': async ({ input }) => pageOf((await read(input.token)).tenant, false),
    'unsubscribe.confirm': async ({ input, requestId }) => {
      const { lane, tenant } = await read(input.token);
      await messages.unsubscribe(lane.channel, lane.recipient);
      await audit.record({
        tenantId: tenant.id,
        actor: { kind: 'system', id: 'unsubscribe', name: 'Unsubscribe link' },
        action: 'channel.unsubscribed',
        target: lane.channel,
        requestId,
      });
      return pageOf(tenant, true);
    },
  };
}
