import type { Inbox, InboxPreferences, UnreadNotices } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';
import type { SEVERITIES, SHOWN } from './inbox-search.js';

/** What the server names among a tenant's changes when somebody was told something. */
const ledgers = ['inbox'];

export interface InboxRequest {
  readonly show: (typeof SHOWN)[number];
  readonly severity: (typeof SEVERITIES)[number];
  readonly limit: number;
}

export const inboxQuery = defineTenantQuery({
  name: 'inbox',
  ledgers,
  fetch: (tenantId, { show, severity, limit }: InboxRequest, signal): Promise<Inbox> =>
    olympus.inbox.list(
      {
        tenant_id: tenantId,
        limit,
        ...(show === 'unread' ? { unread: true } : {}),
        ...(severity === 'info' ? {} : { severity }),
      },
      { signal },
    ),
});

export const unreadQuery = defineTenantQuery({
  name: 'inbox-unread',
  ledgers,
  fetch: (tenantId, _: undefined, signal): Promise<UnreadNotices> =>
    olympus.inbox.unread({ tenant_id: tenantId }, { signal }),
});

export const preferencesQuery = defineTenantQuery({
  name: 'inbox-preferences',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<InboxPreferences> =>
    olympus.inbox.preferences({ tenant_id: tenantId }, { signal }),
});
