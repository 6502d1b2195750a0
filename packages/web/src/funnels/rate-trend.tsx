import type { FunnelAnswer } from '@olympus/sdk';
import { LineChart, type SeriesData } from '../charts/index.js';
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
  return (
    <section aria-labelledby="funnel-trend" className="card min-w-0 px-4 pt-3 pb-4">
      <LineChart
        height={220}
        data={rateData(answer, { title: t('trend'), rate: t('rate') })}
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

/** The rate as a series; of those whose time is not over it is provisional. */
export function rateData(
  { range, trend: { grain, points } }: Pick<FunnelAnswer, 'range' | 'trend'>,
  words: { readonly title: string; readonly rate: string },
): SeriesData {
  return {
    title: words.title,
    unit: 'ratio',
    axis: { kind: 'time', grain },
    range,
    series: [
      {
        key: 'rate',
        label: words.rate,
        points: points.map(({ at, rate, open }) => ({
          at,
          value: rate,
          ...(open ? { provisional: 'running' as const } : {}),
        })),
      },
    ],
  };
}
