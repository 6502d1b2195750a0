import type { DashboardPrediction } from '@olympus/sdk';
import { formatShare, formatShort } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { aheadTexts } from './ahead-texts.js';

/** What the next days come to, and how such forecasts did. */
export default function AheadNote({ prediction }: { readonly prediction: DashboardPrediction }) {
  const { t } = useTexts(aheadTexts);
  const style = useNumberStyle();
  const { total, unit, level, past } = prediction;
  const short = (value: number) => formatShort(value, unit, style);
  return (
    <p className="mt-2 text-text-3 text-xs">
      {t('total', {
        days: total.days,
        mean: short(total.mean),
        low: short(total.low),
        high: short(total.high),
        level: new Intl.NumberFormat(style.locale, { style: 'percent' }).format(level),
      })}{' '}
      {past !== null &&
        t('tried', { count: past.tries, error: formatShare(past.total_error, style) })}
    </p>
  );
}
