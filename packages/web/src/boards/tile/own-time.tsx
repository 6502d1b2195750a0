import type { LocalRange } from '@olympus/sdk';
import { CalendarClock } from 'lucide-react';
import { formatRange } from '../../format/dates.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { boardTexts } from '../texts.js';

/** The period of a tile that does not follow the dashboard's. */
export function OwnTime({ range }: { readonly range: LocalRange | null }) {
  const { t } = useTexts(boardTexts);
  const { locale } = useNumberStyle();
  if (range === null) return null;
  return (
    <p title={t('ownTime')} className="flex items-center gap-1.5 pb-1 text-text-3 text-xs">
      <CalendarClock size={13} aria-hidden="true" className="shrink-0" />
      {formatRange(range, locale)}
      <span className="sr-only">{t('ownTime')}</span>
    </p>
  );
}
