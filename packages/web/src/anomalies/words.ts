import type { Anomaly, ExplainedPart, Grain, Unit } from '@olympus/sdk';
import { formatBucket } from '../format/dates.js';
import { formatCell } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { anomalyTexts } from './texts.js';

/** A group's values as they are read: countries by their names, what is not stated in words. */
export function valueText(
  value: ExplainedPart['groups'][number]['values'][number] | undefined,
  dimension: string,
  none: string,
  locale: string,
): string {
  if (value === null || value === undefined || value === '') return none;
  const text = String(value);
  if (!dimension.endsWith('country') || !/^[A-Z]{2}$/.test(text)) return text;
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(text) ?? text;
}

/** How an anomaly is told: what it is, and how it lies to what was expected. */
export function useAnomalyWords(grain: Grain, unit: Unit) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const when = (at: string) => formatBucket(at, grain, style.locale);
  const kindOf = ({ kind, until }: Pick<Anomaly, 'kind' | 'until'>) =>
    kind === 'level_shift' && until !== null ? t('kind.run') : t(`kind.${kind}`);
  const sayOf = (anomaly: Anomaly) => {
    const { kind, until, direction, value, expected } = anomaly;
    const say = (number: number) => formatCell(number, unit, style);
    const up = direction === 'above';
    if (kind === 'missing_data') return t('nothingCame', { expected: say(expected) });
    if (kind === 'outlier') {
      return t('against', {
        value: formatCell(value, unit, style),
        expected: say(expected),
      });
    }
    const size = say(Math.abs(anomaly.size));
    const step = t(`grain.${grain}`);
    if (until === null) return t(up ? 'shiftUp' : 'shiftDown', { size, grain: step });
    return t(up ? 'runUp' : 'runDown', { size, grain: step, until: when(until) });
  };
  return { when, kindOf, sayOf };
}
