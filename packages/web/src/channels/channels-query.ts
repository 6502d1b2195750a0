import type { Channel, ChannelMessages, Channels, MessagePreview } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export const KINDS = ['email', 'slack', 'teams', 'webhook'] as const;
export type Kind = Channel['kind'];

/** Asked again so often while something waits, and otherwise. */
const BUSY_MS = 3_000;
const QUIET_MS = 30_000;

export const channelsInterval = (channels: readonly Channel[] | undefined) =>
  channels?.some(({ waiting, state }) => waiting > 0 && state !== 'paused') ? BUSY_MS : QUIET_MS;

export const channelsQuery = defineTenantQuery({
  name: 'channels',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<Channels> =>
    olympus.channels.list({ tenant_id: tenantId }, { signal }),
});

export interface LogRequest {
  readonly id: string;
  readonly state: 'any' | 'waiting' | 'sent' | 'dead';
  readonly limit: number;
}

export const messagesQuery = defineTenantQuery({
  name: 'channel-messages',
  ledgers: [],
  fetch: (tenantId, { id, state, limit }: LogRequest, signal): Promise<ChannelMessages> =>
    olympus.channels.messages(
      { tenant_id: tenantId, id, limit, ...(state === 'any' ? {} : { state }) },
      { signal },
    ),
});

export const previewQuery = defineTenantQuery({
  name: 'channel-preview',
  ledgers: [],
  fetch: (
    tenantId,
    request: { readonly kind: Kind; readonly digest: boolean },
    signal,
  ): Promise<MessagePreview> =>
    olympus.channels.preview({ tenant_id: tenantId, ...request }, { signal }),
});
