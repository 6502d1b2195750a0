import type { SessionTenant } from '@olympus/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { olympus } from '../app/client.js';
import { readStored, writeStored } from '../app/stored.js';

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
export function useTenant(): {
  readonly tenant: SessionTenant | undefined;
  readonly tenants: readonly SessionTenant[];
  /** An id in the address that is none of the user's tenants. */
  readonly unknown: string | undefined;
  readonly select: (id: string) => void;
} {
  const session = useSession();
  const tenants = session.data?.tenants ?? [];
  const { tenant: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const byId = (id: string | null | undefined) => tenants.find((tenant) => tenant.id === id);
  const tenant = asked ? byId(asked) : (byId(readStored('tenant')) ?? tenants[0]);
  const select = useCallback(
    (id: string) => {
      writeStored('tenant', id);
      void navigate({ to: '.', search: ({ q: _, ...search }) => ({ ...search, tenant: id }) });
    },
    [navigate],
  );
  return { tenant, tenants, unknown: asked && !tenant ? asked : undefined, select };
}
