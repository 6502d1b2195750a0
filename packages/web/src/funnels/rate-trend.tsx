import type { FunnelAnswer } from '@olympus/sdk';
import { LineChart } from '../charts/index.js';
import { useTexts } from '../messages/use-texts.js';
import { funnelTexts } from './texts.js';

/** The rate by when the way began. */
export function RateTrend({
  answer,
  details,
}: {
  readonly answer: FunnelAnswer;
  readonly details: readonly string[];
}) {
  const { t } = useTexts(funnelTexts);
  const { grain, points } = answer.trend;
  return (
    <section aria-labelledby="funnel-trend" className="card min-w-0 px-4 pt-3 pb-4">
      <LineChart
        height={220}
        data={{
          title: t('trend'),
          unit: 'ratio',
          axis: { kind: 'time', grain },
          range: answer.range,
          series: [
            {
              key: 'rate',
              label: t('rate'),
              points: points.map(({ at, rate, open }) => ({
                at,
                value: rate,
                ...(open ? { provisional: 'running' as const } : {}),
              })),
            },
          ],
        }}
        details={details}
        heading={
          <>
            <h2 id="funnel-trend" className="font-semibold text-md">
              {t('trend')}
            </h2>
            <p className="mt-0.5 text-text-3 text-xs">{t('trendHint')}</p>
          </>
        }
      />
    </section>
  );
}
