import type { KpiPeers } from '@olympus/sdk';
import { olympus, permits, SwitchField, useDeed, useTenant, useTexts } from '@olympus/web/kit';
import { kpiQuery } from '../kpis/queries.js';
import { kpiTexts } from '../kpis/texts.js';

const QUARTERS = [1, 2, 3, 4] as const;

/** Where the business is among others that take part; off until somebody turns it on. */
export function Peers({ peers }: { readonly peers: KpiPeers }) {
  const { t } = useTexts(kpiTexts);
  const tenant = useTenant();
  const set = useDeed({
    run: (shared: boolean) => olympus.kpis.setPeers({ tenant_id: tenant.id, shared }),
    outdates: [kpiQuery.key(tenant.id)],
  });
  const quarter = QUARTERS.find((one) => one === peers.quarter);
  return (
    <div className="space-y-2">
      <h3 className="font-medium text-text-2">{t('peers')}</h3>
      {quarter !== undefined && peers.figure ? (
        <div>
          <p>
            {t(`peers.${quarter}`)}, {t(`peersFigure.${peers.figure}`)}
          </p>
          <div aria-hidden="true" className="mt-1 grid grid-cols-4 gap-1">
            {QUARTERS.map((one) => (
              <span
                key={one}
                className={`h-2 rounded-full ${one === quarter ? 'bg-accent' : 'bg-surface-2'}`}
              />
            ))}
          </div>
        </div>
      ) : (
        peers.why && <p className="text-text-2">{t(`peersWhy.${peers.why}`)}</p>
      )}
      {permits(tenant, ['tenants:admin']) && (
        <SwitchField
          label={t('peersSwitch')}
          hint={t('peersAbout')}
          checked={set.isPending ? !peers.shared : peers.shared}
          disabled={set.isPending}
          onChange={(shared) => set.mutate(shared)}
        />
      )}
    </div>
  );
}
