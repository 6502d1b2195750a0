import type { KpiDetail } from '@olympus/sdk';
import { BandChart, formatBucket, LineChart, useNumberStyle, useTexts } from '@olympus/web/kit';
import { kpiTexts } from '../kpis/texts.js';
import { percent, throughText, whyText } from '../kpis/wording.js';
import { pathData } from './path-data.js';

/** The period bucket by bucket: what there is, the usual way to the target, and where it leads. */
export function PathPanel({ detail }: { readonly detail: KpiDetail }) {
  const texts = useTexts(kpiTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const { kpi, path } = detail;
  const { pace, landing, kind } = kpi.state;
  const { name } = kpi;
  const data = usePath(detail);
  const last = path.points.findLast(({ value }) => value !== null)?.time;
  const date = pace
    ? throughText(pace.through, style.locale)
    : last && formatBucket(last, path.grain, style.locale);
  const grain = t(`grain.${path.grain}`);
  const hint =
    kind === 'rate'
      ? t('rateHint', { date: date ?? '' })
      : path.projection.length > 0
        ? t('pathHint', {
            grain,
            date: date ?? '',
            level: percent(landing?.level ?? 0.8, style.locale),
          })
        : t('pathHintBare', { grain, date: date ?? '' });
  return (
    <section className="card h-full min-w-0 p-4">
      {data && date ? (
        <Chart
          data={data}
          heading={
            <>
              <h2 className="font-semibold text-lg">{data.title}</h2>
              <p className="text-text-3 text-xs">{hint}</p>
            </>
          }
        />
      ) : (
        <>
          <h2 className="font-semibold text-lg">{name}</h2>
          <p className="mt-2 text-text-2">{whyText(kpi, texts) ?? t('noChart')}</p>
        </>
      )}
    </section>
  );
}

function Chart(props: Parameters<typeof BandChart>[0]) {
  return props.data.band ? <BandChart {...props} /> : <LineChart {...props} />;
}

function usePath(detail: KpiDetail) {
  const { t } = useTexts(kpiTexts);
  const { name, better, state } = detail.kpi;
  return pathData(detail, {
    title: t(state.kind === 'rate' ? 'chartRate' : 'chartSum', { name }),
    actual: t('actual'),
    expected: t('expectedPath'),
    target: t(better === 'down_good' ? 'limit' : 'target'),
  });
}

/** The way to the target alone, in so many CSS pixels. */
export function KpiPath({
  detail,
  height,
}: {
  readonly detail: KpiDetail;
  readonly height: number;
}) {
  const texts = useTexts(kpiTexts);
  const data = usePath(detail);
  if (!data)
    return <p className="mt-2 text-text-2">{whyText(detail.kpi, texts) ?? texts.t('noChart')}</p>;
  return <Chart data={data} height={height} toolbar={false} />;
}
