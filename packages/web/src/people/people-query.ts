import type { InvitationList, MemberList } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export const peopleQuery = defineTenantQuery({
  name: 'people',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<MemberList> =>
    olympus.users.list({ tenant_id: tenantId }, { signal }),
});

export const invitationsQuery = defineTenantQuery({
  name: 'invitations',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<InvitationList> =>
    olympus.invitations.list({ tenant_id: tenantId }, { signal }),
});
