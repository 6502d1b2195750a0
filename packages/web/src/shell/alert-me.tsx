import { BellPlus } from 'lucide-react';
import { defineTexts, useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { permits } from '../session/permissions.js';

const texts = defineTexts({
  en: { alertMe: 'Alert me', alertMeOf: 'Alert me: {what}' },
  de: { alertMe: 'Warnen', alertMeOf: 'Warnen: {what}' },
});

interface AlertMeProps {
  /** What it is about, for those who hear it. */
  readonly what: string;
  readonly metric?: string | undefined;
  /** Watch each value of this dimension. */
  readonly groupBy?: string | undefined;
  readonly kpi?: string | undefined;
  /** Conditions as addresses write them. */
  readonly filters?: readonly string[];
  /** A sign alone, for narrow places. */
  readonly sign?: boolean;
}

/** Leads to setting up an alert about what is on screen; nothing for who may not. */
export function AlertMe({ what, metric, groupBy, kpi, filters = [], sign = false }: AlertMeProps) {
  const { t } = useTexts(texts);
  if (!permits(useTenant(), ['analytics:read', 'alerts:write'])) return null;
  const search = {
    ...(metric === undefined ? {} : { m: metric }),
    ...(groupBy === undefined ? {} : { by: groupBy }),
    ...(kpi === undefined ? {} : { kpi }),
    ...(filters.length === 0 ? {} : { only: filters }),
  };
  return (
    <PageLink
      to="/alerts/new"
      search={search}
      title={t('alertMe')}
      aria-label={t('alertMeOf', { what })}
      className={
        sign
          ? 'inline-flex size-8 shrink-0 items-center justify-center rounded-control text-text-3 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:size-11'
          : 'control'
      }
    >
      <BellPlus size={14} aria-hidden="true" className="text-text-3" />
      {!sign && t('alertMe')}
    </PageLink>
  );
}
