import type { Experiment, MetricResult } from '@olympus/sdk';
import { Facts, formatFull, useNumberStyle, useTexts } from '@olympus/web/kit';
import { armName, changeText, intervalText } from '../experiments/wording.js';
import { chanceText, pText } from './sentences.js';
import { detailTexts } from './texts.js';

/** The statistics behind a metric, treatment by treatment. */
export function Statistics({
  experiment,
  result,
}: {
  readonly experiment: Experiment;
  readonly result: MetricResult;
}) {
  const { t } = useTexts(detailTexts);
  const style = useNumberStyle();
  return (
    <div className="mt-2 grid gap-4 md:grid-cols-2">
      {result.arms.map(({ arm, comparison, chance_best }) => {
        if (comparison === null) return null;
        if (comparison.reason) return <p key={arm}>{comparison.reason}</p>;
        const p = (value: number | null) => (value === null ? undefined : pText(value, style));
        const { change, once, variance_reduction: noise, expected_loss: loss } = comparison;
        return (
          <div key={arm}>
            <h4 className="mb-1 font-medium">{armName(experiment.arms, arm)}</h4>
            <Facts
              facts={[
                [t('stat.sequential'), change ? intervalText(change, style) : undefined],
                [t('stat.once'), once ? intervalText(once, style) : undefined],
                [t('stat.p'), p(comparison.p_value)],
                [t('stat.pOnce'), p(comparison.once_p_value)],
                [
                  t('stat.corrected'),
                  result.role === 'primary' ? undefined : p(comparison.corrected_p_value),
                ],
                [
                  t('stat.chance'),
                  comparison.chance_to_win === null
                    ? undefined
                    : chanceText(comparison.chance_to_win, style),
                ],
                [t('stat.best'), chance_best === null ? undefined : chanceText(chance_best, style)],
                [t('stat.loss'), loss === null ? undefined : changeText(-loss, style)],
                [t('stat.noise'), noise === null ? undefined : formatFull(noise, 'ratio', style)],
              ]}
            />
          </div>
        );
      })}
    </div>
  );
}
