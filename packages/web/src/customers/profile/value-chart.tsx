import type { CustomerProfile } from '@olympus/sdk';
import { ColumnChart } from '../../charts/column-chart.js';
import { useTexts } from '../../messages/use-texts.js';
import { profileTexts } from './texts.js';

/** What a customer brought, month by month. */
export function ValueChart({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTexts(profileTexts);
  const { grain, points } = profile.value;
  return (
    <section aria-labelledby="customer-value" className="card min-w-0 p-4">
      <ColumnChart
        data={{
          title: t('value'),
          unit: 'currency',
          axis: { kind: 'time', grain },
          series: [
            {
              key: 'revenue',
              label: t('revenue'),
              points: points.map(({ t: at, revenue, running }) => ({
                at,
                value: revenue ?? 0,
                ...(running ? { provisional: 'running' as const } : {}),
              })),
            },
          ],
        }}
        height={220}
        heading={
          <h2 id="customer-value" className="font-semibold text-md">
            {t('value')}
          </h2>
        }
      />
    </section>
  );
}
