import { formatInstant } from '../format/dates.js';
import { useTenant } from '../pages/current-page.js';
import { useTenantStyle } from '../shell/page-frame.js';
import { useNow } from './use-now.js';

/** Writes instants on the tenant's clock; a dash for none. */
export function useMoments(): (iso: string | null | undefined) => string {
  const tenant = useTenant();
  const { locale } = useTenantStyle();
  const nowMs = useNow(60_000);
  return (iso) => (iso ? formatInstant(iso, tenant.time_zone, locale, nowMs) : '—');
}
