import type { FunnelAnswer } from '@olympus/sdk';
import { ColumnChart } from '../charts/index.js';
import { formatDuration } from '../format/duration.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { funnelTexts } from './texts.js';

/** How many took how long from the first step to the last. */
export function TimesPanel({ answer }: { readonly answer: FunnelAnswer }) {
  const { t } = useTexts(funnelTexts);
  const { locale } = useNumberStyle();
  const told = (seconds: number) => formatDuration(seconds, locale);
  const time = answer.steps.at(-1)?.time ?? null;
  // empty spans at the ends say nothing
  const filled = answer.times.flatMap(({ people }, index) => (people > 0 ? [index] : []));
  const shown = answer.times.slice(filled[0] ?? 0, (filled.at(-1) ?? -1) + 1);
  return (
    <section aria-labelledby="funnel-times" className="card min-w-0 px-4 pt-3 pb-4">
      <ColumnChart
        height={220}
        data={{
          title: t('times'),
          unit: 'count',
          axis: { kind: 'category', label: t('took') },
          series: [
            {
              key: 'people',
              label: t(answer.per === 'session' ? 'visits' : 'people'),
              points: shown.map(({ to_seconds, people }) => ({
                at: String(to_seconds),
                label: t('upTo', { time: told(to_seconds) }),
                value: people,
              })),
            },
          ],
        }}
        heading={
          <>
            <h2 id="funnel-times" className="font-semibold text-md">
              {t('times')}
            </h2>
            <p className="mt-0.5 min-h-4 text-text-3 text-xs">
              {time && t('timesHint', { median: told(time.p50), most: told(time.p90) })}
            </p>
          </>
        }
      />
    </section>
  );
}
