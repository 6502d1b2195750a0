import type { Dashboard, DashboardRequest } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';
import { useLive } from '../live/live.js';
import { defineTenantQuery } from '../live/tenant-query.js';
import { useLanguage } from '../messages/language.js';

export const dashboardQuery = defineTenantQuery({
  name: 'dashboard',
  ledgers: 'any',
  fetch: (tenantId, request: DashboardRequest, signal): Promise<Dashboard> =>
    olympus.analytics.dashboard({ tenant_id: tenantId, ...request }, { signal }),
});

/** Without a live stream the page asks again by itself this often. */
const POLL_MS = 60_000;
const BEHIND_MS = 2_000;

/**
 * A tenant's dashboard. While another period loads the old one stays on screen; another tenant's
 * figures never do.
 */
export function useDashboard(tenantId: string, request: DashboardRequest) {
  const poll = useLive().status === 'lost';
  return useQuery({
    ...dashboardQuery.options(tenantId, { ...request, locale: useLanguage() }),
    placeholderData: (before, query) =>
      query?.queryKey[1] === tenantId ? keepPreviousData(before) : undefined,
    refetchInterval: ({ state }: { state: { data: Dashboard | undefined } }) => {
      // one that is behind is asked for again, even if no further change is announced
      if (state.data?.stale === true || state.data?.outlook.pending === true) return BEHIND_MS;
      return poll ? POLL_MS : false;
    },
  });
}
