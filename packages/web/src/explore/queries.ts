import type { Distribution, Drill, Trends } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';
import { useLanguage } from '../messages/language.js';
import { modelQuery } from '../scope/model-query.js';
import type { DistributionInput, DrillInput, TrendsInput } from './question.js';

type Localised<Input> = Input & { readonly locale: string };

export const trendsQuery = defineTenantQuery({
  name: 'trends',
  ledgers: 'any',
  fetch: (tenantId, request: Localised<TrendsInput>, signal): Promise<Trends> =>
    olympus.analytics.trends({ tenant_id: tenantId, ...request }, { signal }),
});

/** One page of what is behind a value. */
export const fetchDrill = (
  tenantId: string,
  request: Localised<DrillInput>,
  signal: AbortSignal,
): Promise<Drill> => olympus.analytics.drill({ tenant_id: tenantId, ...request }, { signal });

export const drillQuery = defineTenantQuery({ name: 'drill', ledgers: 'any', fetch: fetchDrill });

/** The figures of a question; the earlier ones of the same shop stay while others are on their way. */
export function useTrends(tenantId: string, input: TrendsInput | undefined) {
  const locale = useLanguage();
  const request = { ...(input ?? { metrics: ['revenue'] }), locale };
  return useQuery({
    ...trendsQuery.options(tenantId, request),
    enabled: input !== undefined,
    placeholderData: (before: Trends | undefined, query) =>
      query?.queryKey[1] === tenantId ? keepPreviousData(before) : undefined,
  });
}

export function useModel(tenantId: string) {
  const locale = useLanguage();
  return useQuery({ ...modelQuery.options(tenantId, locale), staleTime: 5 * 60_000 });
}

const distributionQuery = defineTenantQuery({
  name: 'distribution',
  ledgers: 'any',
  fetch: (tenantId, request: Localised<DistributionInput>, signal): Promise<Distribution> =>
    olympus.analytics.distribution({ tenant_id: tenantId, ...request }, { signal }),
});

/** How a metric is spread over orders or customers. */
export function useDistribution(tenantId: string, input: DistributionInput) {
  const locale = useLanguage();
  return useQuery({
    ...distributionQuery.options(tenantId, { ...input, locale }),
    placeholderData: (before: Distribution | undefined, query) =>
      query?.queryKey[1] === tenantId ? keepPreviousData(before) : undefined,
  });
}
