import type { Experiment, ExperimentResults, MetricResult } from '@olympus/sdk';
import {
  formatFull,
  formatSigned,
  lowerCase,
  type NumberStyle,
  type useTexts,
} from '@olympus/web/kit';
import { armName, changeText } from '../experiments/wording.js';
import type { detailTexts } from './texts.js';

export type DetailTexts = ReturnType<typeof useTexts<(typeof detailTexts)['en']>>;

/** What a metric is called with how it is told. */
export const metricName = ({ t }: DetailTexts, { label, kind }: MetricResult): string =>
  t(`kind.${kind}`, { metric: label });

/** A share of 1 as a probability that is never shown as certain. */
export function chanceText(chance: number, style: NumberStyle): string {
  if (chance > 0.999) return `> ${formatFull(0.999, 'ratio', style)}`;
  if (chance < 0.001) return `< ${formatFull(0.001, 'ratio', style)}`;
  return formatFull(chance, 'ratio', style);
}

/** A p-value with what of it means something. */
export const pText = (value: number, { locale }: NumberStyle): string => {
  const digits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  return value < 0.0001 ? `< ${digits.format(0.0001)}` : digits.format(value);
};

/** The verdict in a shopkeeper's words: a sentence, and what is to be known beside it. */
export function sentences(
  texts: DetailTexts,
  style: NumberStyle,
  experiment: Experiment,
  results: ExperimentResults,
): { readonly sentence: string; readonly more: readonly string[] } {
  const { t } = texts;
  const { verdict, metrics } = results;
  const { kind, change, gain, arm, because } = verdict;
  const [primary] = metrics;
  const checks = because.map((one) =>
    one === 'sample_ratio' || one === 'mixed_units'
      ? t(`broken.${one}`)
      : (metrics.find(({ metric }) => metric === one)?.label ?? one),
  );
  const sentence = t(`say.${kind}`, {
    arm: arm === null ? '' : armName(experiment.arms, arm),
    metric: primary === undefined ? '' : metricName(texts, primary),
    change: change === null ? '' : changeText(change.estimate, style),
    checks: checks.join(', '),
    minimum: formatFull(experiment.minimum_effect, 'ratio', style),
  });
  const more: string[] = [];
  if (change) {
    more.push(
      t('between', {
        low: changeText(change.lower, style),
        high: changeText(change.upper, style),
      }),
    );
  }
  if (gain && primary && primary.kind !== 'ratio') {
    const unit = primary.kind === 'share' ? 'number' : primary.unit;
    more.push(
      t('gain', {
        gain: formatSigned(Math.round(gain.estimate * 1000), unit, style),
        metric: lowerCase(primary.label, texts.locale),
        units: t(`units.${experiment.unit}`),
      }),
    );
  }
  if (verdict.chance_to_win !== null) {
    more.push(t('chance', { chance: chanceText(verdict.chance_to_win, style) }));
  }
  return { sentence, more };
}
