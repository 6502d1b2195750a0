import type { Explanation } from '@olympus/sdk';
import { formatShare, formatSigned } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { anomalyTexts } from './texts.js';
import { valueText } from './words.js';

/** The groups that moved the metric beyond their size, at most one a dimension. */
export function TopDrivers({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { top, metric } = explanation;
  if (top.length === 0) return null;
  return (
    <section>
      <h3 className="sr-only">{t('top')}</h3>
      <ul className="flex flex-wrap gap-2">
        {top.map(({ dimension, label, value, contribution, share }) => (
          <li key={dimension} className="rounded-control bg-surface-2 px-3 py-2">
            <span className="block font-medium">
              {valueText(value, dimension, t('none'), style.locale)}{' '}
              <span className="font-normal text-text-3">{label}</span>
            </span>
            <span className="block text-text-2">
              {formatSigned(contribution, metric.unit, style)}
              {share !== null && (
                <span className="text-text-3">
                  {' · '}
                  {t('topShare', { share: formatShare(share, style) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
