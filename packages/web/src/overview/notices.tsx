import type { Dashboard } from '@olympus/sdk';
import { CalendarX2, Sunrise } from 'lucide-react';
import { addDays, formatRange } from '../format/dates.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import type { ScopeControl } from '../scope/use-scope.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { newestDataDate } from './quiet.js';

/** Nothing happened in this period: where the data is instead. */
export function QuietNotice({
  dashboard,
  control,
}: {
  readonly dashboard: Dashboard;
  readonly control: ScopeControl;
}) {
  const { t } = useTexts();
  const { locale } = useNumberStyle();
  const newest = newestDataDate(dashboard);
  const dates = formatRange(dashboard.range, locale);
  const latest = newest && { from: addDays(newest, -27), to: addDays(newest, 1) };
  return (
    <Notice icon={<CalendarX2 size={16} aria-hidden="true" />}>
      <p className="min-w-60 flex-1">
        <span className="font-semibold">{t('quiet.title')}</span>
        {latest
          ? t('quiet.textNewest', {
              dates,
              newest: formatRange({ from: newest, to: latest.to }, locale),
            })
          : t('quiet.text', { dates })}
      </p>
      {latest && (
        <Button onClick={() => control.setRange(latest)}>
          {t('quiet.show', { dates: formatRange(latest, locale) })}
        </Button>
      )}
      <Button onClick={() => control.setPeriod({ kind: 'timeframe', timeframe: 'all_time' })}>
        {t('quiet.showAll')}
      </Button>
    </Notice>
  );
}

/** Why today shows itself although nobody asked for it. */
export function OnlyTodayNotice() {
  const { t } = useTexts();
  return (
    <Notice tone="info" icon={<Sunrise size={16} aria-hidden="true" />}>
      <p className="min-w-60 flex-1">
        <span className="font-semibold text-text">{t('onlyToday.title')}</span>
        {t('onlyToday.text')}
      </p>
    </Notice>
  );
}
