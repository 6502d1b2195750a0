import type { Dashboard } from '@olympus/sdk';
import { Telescope } from 'lucide-react';
import { defineTexts, useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { useScope } from '../scope/use-scope.js';
import { permits } from '../session/permissions.js';
import { AlertMe } from '../shell/alert-me.js';

const texts = defineTexts({
  en: { open: 'Open in Explore', openNamed: 'Open in Explore: {what}' },
  de: { open: 'In Erkunden öffnen', openNamed: 'In Erkunden öffnen: {what}' },
});

/** Leads to the page Explore with a figure, in the period that is on screen. */
export default function ExploreLink({
  what,
  metric,
  dimension,
  dashboard,
}: {
  /** What the link is about, for those who hear it. */
  readonly what: string;
  readonly metric: string;
  readonly dimension?: string;
  readonly dashboard: Pick<Dashboard, 'timeframe'>;
}) {
  const { t } = useTexts(texts);
  const tenant = useTenant();
  const { scope } = useScope();
  if (!permits(tenant, ['analytics:read', 'model:read'])) return null;
  // the overview may have chosen today by itself
  const own = scope.period.kind === 'default' && dashboard.timeframe !== 'custom';
  return (
    <>
      {dimension === undefined && <AlertMe what={what} metric={metric} sign />}
      <PageLink
        to="/explore"
        search={{
          x: metric,
          ...(dimension === undefined ? {} : { b: dimension }),
          ...(own ? { r: dashboard.timeframe } : {}),
        }}
        title={t('open')}
        aria-label={t('openNamed', { what })}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-text-3 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:size-11"
      >
        <Telescope size={14} aria-hidden="true" />
      </PageLink>
    </>
  );
}
