import { lazy, Suspense } from 'react';
import { permits } from '../session/permissions.js';
import { useTenants } from '../session/use-tenants.js';

const TenantBell = lazy(() => import('./tenant-bell.js'));

/** The way to the inbox, with how much of it is unread. The page does not wait for it. */
export function Bell({ onNavigate }: { readonly onNavigate?: (() => void) | undefined }) {
  const { tenant } = useTenants();
  return tenant && permits(tenant, ['inbox:read']) ? (
    <Suspense fallback={<span className="size-8 shrink-0 pointer-coarse:size-11" />}>
      <TenantBell tenantId={tenant.id} onNavigate={onNavigate} />
    </Suspense>
  ) : null;
}
