import type { QueryFilter } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';
import type { Sort } from '../table/sort.js';
import type { Condition } from './conditions.js';
import type { SPANS } from './customers-search.js';

export const PAGE_SIZE = 50;

/** Which customers, in which order. */
export interface Look {
  readonly search: string | undefined;
  readonly span: (typeof SPANS)[number];
  readonly where: readonly Condition[];
  readonly filters: readonly QueryFilter[];
  readonly sort: Sort;
  readonly locale: string;
}

/** Every column; which of them are shown is the reader's choice and asks nothing anew. */
export const COLUMNS = [
  'rfm_segment',
  'spend_segment',
  'orders',
  'revenue',
  'average_order_value',
  'units',
  'discounts',
  'refunds',
  'first_order',
  'last_order',
  'days_since_last_order',
  'country',
  'city',
  'segment',
] as const;

export const customersRequest = (tenantId: string, look: Look) => ({
  tenant_id: tenantId,
  ...(look.search ? { search: look.search } : {}),
  ...(look.span === 'all_time' ? {} : { time: { timeframe: look.span } }),
  where: look.where,
  filters: look.filters,
  order: [
    { by: look.sort.key, direction: look.sort.direction === 'ascending' ? 'asc' : 'desc' } as const,
  ],
  locale: look.locale,
});

export const customersQuery = defineTenantQuery({
  name: 'customers',
  ledgers: ['sales', 'customers'],
  fetch: (tenantId, { look, page }: { readonly look: Look; readonly page: number }, signal) =>
    olympus.customers.list(
      {
        ...customersRequest(tenantId, look),
        columns: ['customer_key', ...COLUMNS],
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      },
      { signal },
    ),
});

export const segmentsQuery = defineTenantQuery({
  name: 'customer-segments',
  ledgers: ['sales'],
  fetch: (
    tenantId,
    request: { readonly as_of?: string | undefined; readonly locale: string },
    signal,
  ) => olympus.customers.rfm({ tenant_id: tenantId, ...request }, { signal }),
});

export type SegmentKind = 'rfm' | 'spend';

export const historyQuery = defineTenantQuery({
  name: 'customer-segments-history',
  ledgers: ['sales'],
  fetch: (tenantId, request: { readonly by: SegmentKind; readonly locale: string }, signal) =>
    olympus.customers.history({ tenant_id: tenantId, ...request }, { signal }),
});

export const movementQuery = defineTenantQuery({
  name: 'customer-segments-movement',
  ledgers: ['sales'],
  fetch: (
    tenantId,
    request: {
      readonly by: SegmentKind;
      readonly from: string;
      readonly to: string;
      readonly locale: string;
    },
    signal,
  ) => olympus.customers.movement({ tenant_id: tenantId, ...request }, { signal }),
});

interface One {
  readonly key: string;
  readonly locale: string;
}

export const profileQuery = defineTenantQuery({
  name: 'customer',
  ledgers: ['sales', 'customers', 'sessions', 'feedback', 'messages', 'payments'],
  fetch: (tenantId, { key, locale }: One, signal) =>
    olympus.customers.profile({ tenant_id: tenantId, customer_key: key, locale }, { signal }),
});

export const timelineQuery = defineTenantQuery({
  name: 'customer-timeline',
  ledgers: ['sales', 'sessions', 'feedback', 'messages', 'payments'],
  fetch: async (
    tenantId,
    {
      key,
      kinds,
      pages,
    }: { readonly key: string; readonly kinds: readonly string[]; readonly pages: number },
    signal,
  ) => {
    const entries = [];
    let cursor: string | null | undefined;
    let currency = '';
    for (let page = 0; page < pages && cursor !== null; page += 1) {
      const answer = await olympus.customers.timeline(
        {
          tenant_id: tenantId,
          customer_key: key,
          limit: 15,
          ...(kinds.length > 0 ? { kinds: kinds.join(',') } : {}),
          ...(cursor === undefined ? {} : { cursor }),
        },
        { signal },
      );
      entries.push(...answer.entries);
      cursor = answer.next;
      currency = answer.currency;
    }
    return { entries, more: typeof cursor === 'string', currency };
  },
});
