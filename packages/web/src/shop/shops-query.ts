import type { TenantList } from '@olympus/sdk';
import { olympus } from '../app/client.js';

/** Every shop that the signed-in user may see, with its settings. */
export const shopsQuery = {
  queryKey: ['shops'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<TenantList> =>
    olympus.tenants.list({}, { signal }),
};
