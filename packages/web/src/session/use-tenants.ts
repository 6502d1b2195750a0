import type { SessionTenant } from '@olympus/sdk';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Address, textAt } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { writeStored } from '../app/stored.js';
import { acrossTenants } from '../pages/registry.js';
import { tenantOf, useSession } from './use-session.js';

/** The tenants of the signed-in user, and the one looked at. */
export function useTenants(): {
  readonly tenant: SessionTenant | undefined;
  readonly tenants: readonly SessionTenant[];
  /** An id in the address that is none of the user's tenants. */
  readonly unknown: string | undefined;
  readonly select: (id: string) => void;
} {
  const session = useSession();
  const [address] = useAddress();
  const navigate = useNavigate();
  const asked = textAt(address, 'tenant');
  const tenant = tenantOf(session.data, asked);
  const select = useCallback(
    (id: string) => {
      writeStored('tenant', id);
      void navigate({
        to: '.',
        search: (before: Address) => ({ ...acrossTenants(before), tenant: id }),
      });
    },
    [navigate],
  );
  return {
    tenant,
    tenants: session.data?.tenants ?? [],
    unknown: asked && !tenant ? asked : undefined,
    select,
  };
}
