import type { SessionTenant } from '@olympus/sdk';
import { type ReactNode, useEffect } from 'react';
import { HiddenTenant } from '../overview/hidden-tenant.js';
import { useTenant } from '../session/use-session.js';

/** A page about one tenant: its title, a fresh start for each tenant, and what shows without one. */
export function TenantPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: (tenant: SessionTenant) => ReactNode;
}) {
  const { tenant, unknown } = useTenant();
  useEffect(() => {
    document.title = `${title} · ${tenant ? tenant.name : 'Olympus'}`;
  }, [title, tenant]);
  if (tenant) return children(tenant);
  return (
    <main id="content" tabIndex={-1} className="px-4 pt-[12vh] outline-none">
      <h1 className="sr-only">{title}</h1>
      <HiddenTenant name={unknown ?? 'this server’s shops'} />
    </main>
  );
}
