import type { Anomaly } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { Button } from '../ui/button.js';
import { type AnomaliesRequest, anomaliesQuery } from './queries.js';
import { anomalyTexts } from './texts.js';

/** Asks whether an anomaly was to be expected; the answer is kept and learnt from. */
export function LabelButtons({
  anomaly,
  request,
}: {
  readonly anomaly: Anomaly;
  readonly request: AnomaliesRequest;
}) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const { series, time, kind, direction, deviations, verdict, verdict_of: of } = anomaly;
  const own = of === time ? verdict : null;
  const say = useDeed({
    run: (next: 'expected' | 'real' | null) =>
      olympus.analytics.labelAnomaly({
        tenant_id: tenant.id,
        metric: request.metric,
        grain: request.grain ?? 'day',
        ...(request.filters ? { filters: request.filters } : {}),
        ...(request.breakdown ? { breakdown: request.breakdown } : {}),
        series,
        time,
        kind,
        direction,
        deviations,
        verdict: next,
      }),
    outdates: [anomaliesQuery.key(tenant.id)],
  });
  if (!permits(tenant, ['detectors:write'])) return null;
  const choice = (value: 'expected' | 'real') => (
    <Button
      aria-pressed={own === value}
      disabled={say.isPending}
      onClick={() => say.mutate(own === value ? null : value)}
      className="aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent"
    >
      {t(`verdict.${value}`)}
    </Button>
  );
  return (
    <section>
      <h3 className="mb-1.5 font-semibold text-md">{t('label')}</h3>
      <div className="flex gap-2">
        {choice('expected')}
        {choice('real')}
      </div>
      <p className="mt-1.5 text-text-3 text-xs">{t('labelAbout')}</p>
    </section>
  );
}
