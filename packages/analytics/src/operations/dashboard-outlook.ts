import type { TenantId } from '@olympus/core';
import type { ModelLanguage } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { DashboardOutlook } from '../dashboard/dashboard.js';
import type { FoundOutlook } from '../dashboard/kept-outlooks.js';
import { tell } from '../insights/tell.js';

/** What was found as a dashboard tells it; nothing yet while it is being found. */
export async function tellOutlook(
  analytics: Analytics,
  { tenantId, language }: { readonly tenantId: TenantId; readonly language: ModelLanguage },
  outlook: FoundOutlook | undefined,
): Promise<DashboardOutlook> {
  if (outlook === undefined) return { pending: true, predictions: [], insights: [] };
  const { model, currency } = await analytics.surroundings(tenantId, language);
  const writing = { model, currency, locale: language };
  return {
    pending: false,
    predictions: outlook.predictions,
    insights: (outlook.found?.findings ?? []).map(
      ({ told, kind, subject, metric, direction, span }) => ({
        id: `${kind} ${subject}`,
        kind,
        metric,
        direction,
        text: tell(told, writing).text,
        span,
      }),
    ),
  };
}
