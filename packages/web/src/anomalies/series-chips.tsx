import type { Anomalies } from '@olympus/sdk';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { anomalyTexts } from './texts.js';
import { valueText } from './words.js';

/** The whole and its groups, each with how much stands out of it; one is charted. */
export function SeriesChips({
  data,
  shown,
  onShow,
}: {
  readonly data: Anomalies;
  readonly shown: string | null;
  readonly onShow: (series: string | null) => void;
}) {
  const { t } = useTexts(anomalyTexts);
  const { locale } = useNumberStyle();
  if (data.series.length < 2) return null;
  const dimension = data.breakdown?.name ?? '';
  return (
    <fieldset className="mb-3 flex flex-wrap gap-1.5">
      <legend className="sr-only">{t('series')}</legend>
      {data.series.map(({ key }) => {
        const count = data.anomalies.filter((one) => one.series === key).length;
        return (
          <button
            key={key ?? '\u0000'}
            type="button"
            aria-pressed={key === shown}
            onClick={() => onShow(key)}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-border-soft px-2.5 text-text-2 text-xs hover:border-border-control aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent pointer-coarse:min-h-11"
          >
            {key === null ? t('whole') : valueText(key, dimension, t('none'), locale)}
            {count > 0 && <span className="font-semibold text-text">{count}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
