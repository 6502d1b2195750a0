import type {
  BasketsQuestion,
  LifecycleQuestion,
  RepeatPurchasesQuestion,
  RetentionQuestion,
  StickinessQuestion,
} from '@olympus/sdk';
import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';
import { defineTenantQuery, type TenantQuery } from '../live/tenant-query.js';

type Asked<Question> = Omit<Question, 'tenant_id'>;

export const retentionQuery = defineTenantQuery({
  name: 'retention',
  ledgers: 'any',
  fetch: (tenant_id, asked: Asked<RetentionQuestion>, signal) =>
    olympus.retention.run({ ...asked, tenant_id }, { signal }),
});

export const lifecycleQuery = defineTenantQuery({
  name: 'lifecycle',
  ledgers: 'any',
  fetch: (tenant_id, asked: Asked<LifecycleQuestion>, signal) =>
    olympus.lifecycle.run({ ...asked, tenant_id }, { signal }),
});

export const stickinessQuery = defineTenantQuery({
  name: 'stickiness',
  ledgers: 'any',
  fetch: (tenant_id, asked: Asked<StickinessQuestion>, signal) =>
    olympus.stickiness.run({ ...asked, tenant_id }, { signal }),
});

export const repeatsQuery = defineTenantQuery({
  name: 'repeats',
  ledgers: ['sales', 'customers'],
  fetch: (tenant_id, asked: Asked<RepeatPurchasesQuestion>, signal) =>
    olympus.repeatPurchases.run({ ...asked, tenant_id }, { signal }),
});

export const basketsQuery = defineTenantQuery({
  name: 'baskets',
  ledgers: ['sales', 'products', 'customers'],
  fetch: (tenant_id, asked: Asked<BasketsQuestion>, signal) =>
    olympus.baskets.run({ ...asked, tenant_id }, { signal }),
});

/** While another question is answered, the answer before stays; another tenant's never does. */
export function useWatch<Request, Answer>(
  query: TenantQuery<Request, Answer>,
  tenantId: string,
  request: Request,
) {
  const options: Pick<UseQueryOptions<Answer>, 'placeholderData'> = {
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenantId ? keepPreviousData(before) : undefined,
  };
  return useQuery<Answer>({ ...query.options(tenantId, request), ...options });
}
