import type { Session, SessionTenant } from '@olympus/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { olympus } from '../app/client.js';
import { readStored } from '../app/stored.js';

export const SESSION_KEY = ['session'] as const;

export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => olympus.session.get({}, { signal }),
    staleTime: 5 * 60_000,
  });
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await olympus.session.signOut();
    // Nothing of the last user's may be left for the next one.
    queries.clear();
    await queries.invalidateQueries({ queryKey: SESSION_KEY });
    location.assign('/');
  }, [queries]);
}

/** The tenant looked at: the address's, else the last one used here, else the first. */
export function tenantOf(
  session: Session | undefined,
  asked: string | undefined,
): SessionTenant | undefined {
  const tenants = session?.tenants ?? [];
  const byId = (id: string | null) => tenants.find((tenant) => tenant.id === id);
  return asked ? byId(asked) : (byId(readStored('tenant')) ?? tenants[0]);
}
