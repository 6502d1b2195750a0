import type { Experiment, ExperimentResults } from '@olympus/sdk';
import { BandChart, SelectField, useTexts } from '@olympus/web/kit';
import { useState } from 'react';
import { armName } from '../experiments/wording.js';
import { metricName } from './sentences.js';
import { detailTexts } from './texts.js';

/** How the change against the control stood at the end of each day. */
export function OverTime({
  experiment,
  results,
}: {
  readonly experiment: Experiment;
  readonly results: ExperimentResults;
}) {
  const texts = useTexts(detailTexts);
  const { t } = texts;
  const treatments = experiment.arms.slice(1);
  const [at, setAt] = useState(0);
  const [metric] = results.metrics;
  const days = results.days.filter(({ changes }) => changes[at] != null);
  const treatment = treatments[at];
  if (metric === undefined || treatment === undefined || days.length < 2) {
    return (
      <section className="card h-full p-4">
        <h2 className="font-semibold text-lg">{t('overTime')}</h2>
        <p className="mt-2 text-text-2">{t('overTimeNone')}</p>
      </section>
    );
  }
  const name = armName(experiment.arms, treatment.key);
  return (
    <section className="card h-full p-4">
      {treatments.length > 1 && (
        <div className="mb-2 max-w-60">
          <SelectField
            label={t('armColumn')}
            value={String(at)}
            choices={treatments.map(({ key }, index) => ({
              value: String(index),
              label: armName(experiment.arms, key),
            }))}
            onChange={(value) => setAt(Number(value))}
          />
        </div>
      )}
      <BandChart
        heading={
          <>
            <h2 className="font-semibold text-lg">{t('overTime')}</h2>
            <p className="text-text-3 text-xs">
              {t('overTimeAbout', { metric: metricName(texts, metric) })}
            </p>
          </>
        }
        data={{
          title: t('overTimeAbout', { metric: metricName(texts, metric) }),
          unit: 'ratio',
          axis: { kind: 'time', grain: 'day' },
          band: { kind: 'estimate', level: 0.95 },
          series: [
            {
              key: treatment.key,
              label: name,
              points: bounded(days, at),
            },
            {
              key: 'control',
              label: t('control'),
              slot: 2,
              points: days.map(({ day }) => ({ at: day, value: 0 })),
            },
          ],
        }}
      />
    </section>
  );
}

/** The widest intervals, of the first days, end where the picture does: else they hide all others. */
function bounded(days: ExperimentResults['days'], at: number) {
  const last = days.at(-1)?.changes[at];
  const most = last ? Math.max(Math.abs(last.lower), Math.abs(last.upper)) * 2 : 1;
  const within = (value: number) => Math.max(-most, Math.min(most, value));
  return days.map(({ day, changes }) => {
    const change = changes[at];
    if (!change) return { at: day, value: null };
    return {
      at: day,
      value: within(change.estimate),
      low: within(change.lower),
      high: within(change.upper),
    };
  });
}
